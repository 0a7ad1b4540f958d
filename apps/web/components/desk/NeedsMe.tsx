'use client';
import { dueAnswer, isAgreed } from '@btt/protocol';
import type { ReactNode } from 'react';
import { type Play, useAct, usePlay } from '@/components/play/context';
import { Inbox } from '@/components/politics/Inbox';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/messages';
import { HelpButton } from './HelpButton';
import type { Tab } from './TabBar';

/** A line on top that always says what this seat can usefully do now. */
export function NeedsMe({ go }: { readonly go: (tab: Tab) => void }) {
  const play = usePlay();
  const { desk } = play;
  const bound = Object.entries(desk.obligations).filter(
    ([, obligation]) => obligation.state === 'standing' && obligation.who.includes(play.role.id),
  );
  return (
    <div className="flex flex-col gap-2">
      <Notice role="status">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <div>{desk.paused !== null ? t('now.paused') : hintOf(play)}</div>
          <HelpButton />
        </div>
      </Notice>
      <Answers go={go} />
      <Inbox />
      {bound.map(([name, obligation]) => (
        <Notice key={name}>
          <span className="font-semibold">{t('now.bound')}</span> {obligation.text}
        </Notice>
      ))}
    </div>
  );
}

/** A provocation that waits for an answer: what was done, and what can be done about it. */
function Answers({ go }: { readonly go: (tab: Tab) => void }) {
  const { own, desk, role } = usePlay();
  const { act, busy, error } = useAct();
  const provocations = [...new Set(own.moves.flatMap((move) => (move.answers ? [move.answers] : [])))];
  return provocations.map((provocation) => {
    const due = role.side ? dueAnswer(desk, provocation, role.side) : null;
    const made = desk.moves.find((one) => one.id === due);
    if (!made) return null;
    const secrets = Object.values(desk.secrets[made.id] ?? {});
    return (
      <Notice key={provocation} role="alert">
        <p className="font-semibold">{made.headline}</p>
        {secrets.map((secret) => (
          <p key={secret.value} className="font-semibold text-brass">
            {t('now.learned', { what: secret.label })}
          </p>
        ))}
        <div className="mt-2 flex flex-wrap gap-2">
          {own.moves
            .filter((move) => move.answers === provocation)
            .map((move) => (
              <Button
                key={move.id}
                disabled={busy}
                title={move.summary}
                onClick={() => void act({ type: 'move', move: move.id, answering: made.id })}
              >
                {move.name}
                {move.cost > 0 && <span className="text-brass">◆{move.cost}</span>}
              </Button>
            ))}
          <Button look="quiet" onClick={() => go('moves')}>
            {t('now.consider')}
          </Button>
        </div>
        {error && <p role="alert">{error}</p>}
      </Notice>
    );
  });
}

function hintOf(play: Play): ReactNode {
  const { desk, role, sides, brief } = play;
  switch (role.kind) {
    case 'negotiator': {
      const agreed = brief.public.issues.filter((issue) => isAgreed(desk, issue.id, sides)).length;
      const waiting = brief.public.issues.filter((issue) => {
        const clause = desk.text[issue.id];
        return (
          clause?.option != null &&
          role.side !== null &&
          !clause.accepted.includes(role.side) &&
          !clause.rejected.includes(role.side)
        );
      }).length;
      if (agreed === brief.public.issues.length)
        return role.initials ? t('now.initial') : t('now.initialSoon');
      if (waiting > 0) return t('now.answer', { count: waiting });
      return t('now.propose', { open: brief.public.issues.length - agreed });
    }
    case 'aide':
      return t('now.aide');
    case 'faction':
      return desk.shown ? t('now.factionShown') : t('now.faction');
    case 'press':
      return t('now.press');
  }
}
