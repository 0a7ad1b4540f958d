'use client';
import type { TableFindings, TurningFinding } from '@btt/protocol';
import dynamic from 'next/dynamic';
import { DataTable } from '@/components/ui/DataTable';
import { Panel } from '@/components/ui/Panel';
import { signed } from '@/lib/signed';
import { t } from '@/messages';
import type { Names } from './names';
import { WithoutHelp } from './WithoutHelp';

const ShareBars = dynamic(() => import('../charts/ShareBars').then((module) => module.ShareBars), {
  ssr: false,
  loading: () => <div className="h-32" />,
});

interface Props {
  readonly findings: TableFindings;
  readonly names: Names;
}

type Shares = TurningFinding['whole'];

/** What the result is owed to: in words first, then with the figures behind them. */
export function Mattered({ findings, names }: Props) {
  const { turning, withoutHelp } = findings;
  if (!turning || !withoutHelp)
    return (
      <Panel title={t('mattered.title')}>
        <p>{t('mattered.none')}</p>
      </Panel>
    );
  const spoken = [turning.words.whole, ...turning.words.sides];
  return (
    <>
      <Panel title={t('mattered.title')}>
        <div className="grid gap-4 lg:grid-cols-2">
          {spoken.map((told) => (
            <InWords key={told.side ?? ''} told={told} names={names} />
          ))}
        </div>
        {turning.words.groups.map((group) => (
          <p key={group} className="mt-2 text-sm text-muted">
            {group}
          </p>
        ))}
      </Panel>
      <WithoutHelp found={withoutHelp} names={names} />
      <Panel title={t('mattered.figures')}>
        <p className="mb-3 max-w-prose text-sm text-muted">{t('mattered.note')}</p>
        <div className="flex flex-col gap-4">
          {turning.sides.map((shares) => (
            <SharesOf key={shares.side ?? ''} shares={shares} players={turning.players} names={names} />
          ))}
        </div>
      </Panel>
    </>
  );
}

/** What an instructor reads out first; the rest is for whoever asks. */
const FIRST = new Set(['no-margin', 'turning-point', 'without', 'no-difference']);

function InWords({
  told: { side, sentence, details },
  names,
}: {
  readonly told: TurningFinding['words']['whole'];
  readonly names: Names;
}) {
  const rest = details.filter(({ kind }) => !FIRST.has(kind));
  return (
    <section>
      <h3 className="text-base">{side === null ? t('reading.joint') : names.side(side)}</h3>
      <p className="mt-1 font-serif text-lg">{sentence}</p>
      <Sentences texts={details.filter(({ kind }) => FIRST.has(kind)).map(({ text }) => text)} />
      {rest.length > 0 && (
        <details className="mt-1">
          <summary className="cursor-pointer py-2 text-sm font-semibold">
            {t('mattered.rest.show', { count: rest.length })}
          </summary>
          <Sentences texts={rest.map(({ text }) => text)} />
        </details>
      )}
    </section>
  );
}

function Sentences({ texts }: { readonly texts: readonly string[] }) {
  return (
    <ul className="mt-1 list-disc ps-5 font-serif">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function SharesOf({
  shares,
  players,
  names,
}: {
  readonly shares: Shares;
  readonly players: TurningFinding['players'];
  readonly names: Names;
}) {
  const nameOf = (player: number) => {
    const found = players[player];
    return found?.kind === 'rest' ? t('mattered.rest') : (found?.name ?? '');
  };
  const title = shares.side === null ? t('reading.joint') : names.side(shares.side);
  const sorted = [...shares.shares].sort(
    (one, other) => Math.abs(other.shapley.value) - Math.abs(one.shapley.value),
  );
  const pairs = shares.pairs
    .filter(({ dividend }) => dividend !== 0)
    .sort((one, other) => Math.abs(other.dividend) - Math.abs(one.dividend))
    .slice(0, 5);
  return (
    <section>
      <h3 className="mb-1 text-base">{title}</h3>
      <p className="mb-1 text-sm text-muted">
        {t(shares.of === 'margin' ? 'mattered.ofMargin' : 'mattered.ofVerdict', {
          none: signed(round(shares.none.worth)),
          all: signed(round(shares.all.worth)),
        })}
      </p>
      {sorted.length > 0 && (
        <div aria-hidden="true" className="max-w-3xl">
          <ShareBars
            shares={sorted.map(({ player, shapley }) => ({
              key: String(player),
              value: round(shapley.value),
            }))}
          />
        </div>
      )}
      <DataTable
        label={t('mattered.tableOf', { side: title })}
        columns={[
          { key: 'cause', name: t('mattered.cause') },
          { key: 'shapley', name: t('mattered.shapley'), number: true },
          { key: 'own', name: t('mattered.own'), number: true },
          { key: 'without', name: t('mattered.without'), number: true },
        ]}
        rows={sorted.map(({ player, shapley, own, without, decisive }, at) => ({
          key: String(player),
          cells: [
            `${at + 1}. ${nameOf(player)}`,
            signed(round(shapley.value)),
            signed(round(own)),
            <>
              {without.passes ? t('findings.passes') : t('findings.fails')}
              {decisive && <strong className="ms-1 text-brass">{t('mattered.decisive')}</strong>}
            </>,
          ],
        }))}
        empty={t('mattered.noCauses')}
      />
      {pairs.length > 0 && (
        <ul className="mt-2 list-disc ps-5 text-sm">
          {pairs.map(({ players: [one, other], dividend }) => (
            <li key={`${one} ${other}`}>
              {t(dividend > 0 ? 'mattered.more' : 'mattered.less', {
                one: nameOf(one),
                other: nameOf(other),
                points: Math.abs(round(dividend)),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Two decimals are more than anybody reads out. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
