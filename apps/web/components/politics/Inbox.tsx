'use client';
import type { SeatCommand } from '@btt/protocol';
import type { ReactNode } from 'react';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/messages';
import { waitingFor } from './lists';
import { roleName, termName } from './names';
import { Refused } from './parts';
import { PromiseList } from './PlanCard';

/** What others wait for this seat to say yes or no to, each with both answers and what they lead to. */
export function Inbox() {
  const play = usePlay();
  const { desk, role, words } = play;
  const { plans, consents, questions, lobbies } = waitingFor(desk, role);
  return (
    <>
      {plans.map((plan) => (
        <Card
          key={plan.id}
          title={t('plan.from', { who: roleName(play, plan.by) })}
          note={`${t('plan.known')} ${t('plan.risk')}`}
          yes={{ text: t('plan.accept'), command: { type: 'answer-plan', plan: plan.id, accept: true } }}
          no={{ text: t('plan.decline'), command: { type: 'answer-plan', plan: plan.id, accept: false } }}
        >
          <div className="text-sm">
            <PromiseList plan={plan} />
          </div>
        </Card>
      ))}
      {consents.map((asked) => (
        <Card
          key={asked.id}
          title={t('consent.asked', { who: roleName(play, asked.role), what: asked.headline })}
          note={t('consent.known')}
          yes={{ text: t('consent.give'), command: { type: 'give-consent', move: asked.id, yes: true } }}
          no={{ text: t('consent.refuse'), command: { type: 'give-consent', move: asked.id, yes: false } }}
        />
      ))}
      {questions.map((one) => (
        <Card
          key={one.id}
          title={t('question.from', {
            who: roleName(play, one.faction),
            what: termName(play, one.issue, one.option),
          })}
          note={t('question.warning')}
          yes={{ text: t('question.yes'), command: { type: 'assure', question: one.id, yes: true } }}
          no={{ text: t('question.no'), command: { type: 'assure', question: one.id, yes: false } }}
        />
      ))}
      {lobbies.map((one) => (
        <Card
          key={one.id}
          title={t(`lobby.from.${one.wants}`, { who: roleName(play, one.faction) })}
          note={t('lobby.answer.known')}
          yes={{ text: t('lobby.swayed'), command: { type: 'answer-lobby', lobby: one.id, swayed: true } }}
          no={{ text: t('lobby.notSwayed'), command: { type: 'answer-lobby', lobby: one.id, swayed: false } }}
        >
          {one.words !== null && <p className="font-serif">“{words[one.words] ?? t('reveal.deleted')}”</p>}
        </Card>
      ))}
    </>
  );
}

interface Reply {
  readonly text: string;
  readonly command: SeatCommand;
}

function Card({
  title,
  note,
  yes,
  no,
  children,
}: {
  readonly title: string;
  readonly note: string;
  readonly yes: Reply;
  readonly no: Reply;
  readonly children?: ReactNode;
}) {
  const { desk } = usePlay();
  const { act, busy, error } = useAct();
  return (
    <Notice role="status">
      <p className="font-semibold">{title}</p>
      {children}
      <p className="mt-1 text-sm">{note}</p>
      <div className="mt-2 flex flex-wrap gap-2" role="group" aria-label={title}>
        {[yes, no].map((reply) => (
          <Button
            key={reply.text}
            disabled={busy || desk.paused !== null}
            onClick={() => void act(reply.command)}
          >
            {reply.text}
          </Button>
        ))}
      </div>
      <Refused reason={error} />
    </Notice>
  );
}
