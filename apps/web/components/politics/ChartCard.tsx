'use client';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { counted } from '@/lib/counted';
import { t } from '@/messages';
import type { Chart, Named } from './lists';
import { roleName, roleNames, sideName } from './names';
import { Refused } from './parts';

/** One draft: whom it wants to win, against what, in what words; and the way to those who need it. */
export function ChartCard({ draft }: { readonly draft: Named<Chart> }) {
  const play = usePlay();
  const { own, role, roles, words } = play;
  const { act, busy, error } = useAct();
  const { chart } = draft;
  const abroad = chart.for !== role.side;
  const there = own.politics.confidants.filter((id) => roles.get(id)?.side === chart.for);
  const open = there.filter((id) => !draft.handedTo.includes(id));
  return (
    <li className="rounded-md border border-line-strong p-3 text-sm">
      <p className="font-semibold">
        {t('draftSpeech.by', { side: sideName(play, chart.for), who: roleName(play, draft.role) })}
      </p>
      {chart.constituencies.length > 0 && (
        <p>{t('draftSpeech.win', { who: roleNames(play, chart.constituencies) })}</p>
      )}
      {chart.words !== null && (
        <p className="whitespace-pre-line font-serif">{words[chart.words] ?? t('reveal.deleted')}</p>
      )}
      <Attacks attacks={chart.attacks} />
      {draft.handedTo.length > 0 && (
        <p className="text-brass">✓ {t('draftSpeech.handed', { who: roleNames(play, draft.handedTo) })}</p>
      )}
      {abroad && (
        <div className="mt-2 flex flex-wrap gap-2">
          {open.map((id) => (
            <Button
              key={id}
              disabled={busy}
              onClick={() => void act({ type: 'hand-speech', draft: draft.id, to: id })}
            >
              {t('draftSpeech.hand', { who: roleName(play, id) })}
            </Button>
          ))}
          {there.length === 0 && <p className="text-muted">{t('draftSpeech.noChannel')}</p>}
        </div>
      )}
      <Refused reason={error} />
    </li>
  );
}

/** Attacks in their words; those that this seat has never been told of are counted. */
function Attacks({ attacks }: { readonly attacks: readonly string[] }) {
  const { own } = usePlay();
  const all = [...own.criticisms, ...own.theirCriticisms];
  const known = attacks.flatMap((id) => all.find((one) => one.id === id) ?? []);
  if (attacks.length > known.length) return <p>{counted('draftSpeech.foresees', attacks.length)}</p>;
  return known.map((one) => <p key={one.id}>{t('draftSpeech.expect', { attack: one.text })}</p>);
}
