'use client';
import { termsOf, useAct, usePlay, visibleText } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { factionScore, voteOn } from '@btt/protocol';
import { signed } from '@/lib/signed';
import { t } from '@/messages';

/** A faction's vote beside its exact score. It may be changed until the count opens. */
export function Ballot() {
  const play = usePlay();
  const { desk, own, role, person } = play;
  const { act, busy, error } = useAct();
  const score = factionScore(own, desk.effects, termsOf(visibleText(play)));
  const mine = desk.ballots[role.id]?.[person];
  const others = Object.entries(desk.ballots[role.id] ?? {}).filter(([one]) => one !== person);
  const near =
    score &&
    own.faction &&
    score.refused.length === 0 &&
    Math.abs(score.total - own.faction.yes) <= own.faction.judgement;
  return (
    <Panel title={t('ballot.title')}>
      {score && (
        <p>
          {t('ballot.score')}{' '}
          <strong className={score.total < 0 ? 'text-oxblood' : 'text-green'}>{signed(score.total)}</strong> ·{' '}
          {t(`draft.vote.${voteOn(own, score)}`)}
        </p>
      )}
      {desk.settings?.ballot === 'bounded' && (
        <p className="text-sm text-muted">{near ? t('ballot.free') : t('ballot.bound')}</p>
      )}
      <div className="mt-3 flex flex-wrap gap-2" role="group" aria-label={t('ballot.title')}>
        {(['yes', 'no', 'abstain'] as const).map((vote) => (
          <Button
            key={vote}
            look={mine === vote ? 'seal' : 'plain'}
            aria-pressed={mine === vote}
            disabled={busy || mine === vote}
            className="min-w-24"
            onClick={() => void act({ type: 'vote', vote })}
          >
            {mine === vote ? '✓ ' : ''}
            {t(`vote.${vote}`)}
          </Button>
        ))}
      </div>
      <p role="status" className="mt-2 text-sm">
        {mine ? t('ballot.cast', { vote: t(`vote.${mine}`) }) : t('ballot.open')}
        {others.length > 0 && ` ${t('ballot.others', { count: others.length })}`}
      </p>
      {error && (
        <p role="alert" className="text-oxblood">
          {t('action.failed', { reason: error })}
        </p>
      )}
    </Panel>
  );
}
