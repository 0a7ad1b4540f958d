'use client';
import { isAgreed, mayInitial } from '@btt/protocol';
import { useState } from 'react';
import { termsOf, useAct, usePlay, visibleText } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { factionScore, principalValue, voteOn } from '@btt/protocol';
import { signed } from '@/lib/signed';
import { t } from '@/messages';
import { Clause } from './Clause';

/** The single negotiating text. Negotiators write it; factions see what they are shown and try out what they like. */
export function DraftPanel() {
  const play = usePlay();
  const { brief, desk, own, role, sides } = play;
  const negotiator = role.kind === 'negotiator';
  const atTable = negotiator || role.kind === 'aide';
  const text = visibleText(play);
  const [tried, setTried] = useState<Readonly<Record<string, string>>>({});
  const terms = { ...termsOf(text), ...tried };
  const score = factionScore(own, desk.effects, terms);
  const value = own.faction ? null : principalValue(own, terms);
  const agreed = brief.public.issues.filter((issue) => isAgreed(desk, issue.id, sides)).length;
  const issues = brief.public.issues.length;
  const trying = Object.keys(tried).length > 0;
  return (
    <Panel
      title={t('draft.title')}
      aside={
        desk.deal
          ? t('draft.final')
          : atTable
            ? t('draft.agreed', { agreed, issues })
            : desk.shown
              ? t('draft.shown')
              : t('draft.notShown')
      }
    >
      {(score || value !== null) && (
        <p role="status" className="mb-3 rounded-md bg-paper px-3 py-2">
          {score ? (
            <>
              {trying ? t('draft.try.score') : t('draft.score')}{' '}
              <strong className={score.total < 0 ? 'text-oxblood' : 'text-green'}>
                {signed(score.total)}
              </strong>
              {' · '}
              {t(`draft.vote.${voteOn(own, score)}`)}
              {score.refused.map((line) => (
                <span key={line} className="block text-oxblood">
                  ✕ {line}
                </span>
              ))}
            </>
          ) : (
            <>
              {trying ? t('draft.try.value') : t('draft.value')} <strong>{value}</strong>
              {own.noAgreement !== null && <> · {t('draft.noAgreement', { value: own.noAgreement })}</>}
            </>
          )}
          {trying && (
            <button
              type="button"
              className="ms-3 min-h-11 underline underline-offset-4"
              onClick={() => setTried({})}
            >
              {t('draft.try.clear')}
            </button>
          )}
        </p>
      )}
      <ul className="divide-y divide-line border-y border-line">
        {brief.public.issues.map((issue) => (
          <Clause
            key={issue.id}
            issue={issue}
            clause={text[issue.id]}
            tried={tried[issue.id]}
            onTry={(option) =>
              setTried(({ [issue.id]: _old, ...others }) =>
                option === null ? others : { ...others, [issue.id]: option },
              )
            }
          />
        ))}
      </ul>
      {negotiator && desk.phase === 'bargaining' && <DraftActions />}
    </Panel>
  );
}

function DraftActions() {
  const { brief, desk, role, sides } = usePlay();
  const { act, busy, error } = useAct();
  const [leaving, setLeaving] = useState(false);
  const side = role.side ?? '';
  const wrong = mayInitial(
    desk,
    side,
    brief.public.issues.map((issue) => issue.id),
    sides,
  );
  const initialled = desk.initials[side] !== undefined;
  const others = sides.filter((one) => one !== side && desk.initials[one] !== undefined);
  return (
    <div className="mt-4 flex flex-col gap-3">
      {others.length > 0 && (
        <p className="font-semibold text-brass">
          ✎{' '}
          {t('draft.othersInitialled', {
            sides: others
              .map((one) => brief.public.sides.find((two) => two.id === one)?.name ?? one)
              .join(', '),
          })}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button disabled={busy} onClick={() => void act({ type: 'show-draft' })}>
          {t('draft.show')}
        </Button>
        {role.initials && !initialled && (
          <Button look="seal" disabled={busy || wrong !== null} onClick={() => void act({ type: 'initial' })}>
            {t('draft.initial')} ✎
          </Button>
        )}
        {role.initials && initialled && (
          <Button disabled={busy} onClick={() => void act({ type: 'withdraw-initials' })}>
            {t('draft.withdraw')}
          </Button>
        )}
        {role.initials && !leaving && (
          <Button look="quiet" onClick={() => setLeaving(true)}>
            {t('draft.walk')}
          </Button>
        )}
      </div>
      {role.initials && wrong === 'draft-open' && <p className="text-sm text-muted">{t('draft.openHint')}</p>}
      {role.initials && wrong === 'frozen' && <p className="text-sm text-oxblood">{t('draft.frozenHint')}</p>}
      {leaving && (
        <div
          role="alertdialog"
          aria-label={t('draft.walk.sure')}
          className="flex flex-wrap items-center gap-2 rounded-md border border-oxblood bg-oxblood-wash p-3"
        >
          <p className="basis-full">{t('draft.walk.sure')}</p>
          <Button look="danger" disabled={busy} onClick={() => void act({ type: 'walk-away' })}>
            {t('draft.walk.yes')}
          </Button>
          <Button onClick={() => setLeaving(false)}>{t('draft.walk.no')}</Button>
        </div>
      )}
      {error && (
        <p role="alert" className="text-oxblood">
          {t('action.failed', { reason: error })}
        </p>
      )}
    </div>
  );
}
