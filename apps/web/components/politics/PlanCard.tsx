'use client';
import type { PlanPromise, PoliticsDesk } from '@btt/protocol';
import { colourOf } from '@/components/board/colours';
import { type Play, usePlay } from '@/components/play/context';
import { t } from '@/messages';
import type { Named } from './lists';
import { roleName, sideName } from './names';

type Plan = PoliticsDesk['plans'][string];

const SIGN = { open: '○', kept: '✓', broken: '✕' } as const;

/** One plan with the state of each of its promises. */
export function PlanCard({ plan }: { readonly plan: Named<Plan> }) {
  const play = usePlay();
  const who = roleName(play, plan.by === play.role.id ? plan.to : plan.by);
  return (
    <li
      className={`rounded-md border p-3 text-sm ${plan.state === 'declined' ? 'border-line text-muted' : 'border-line-strong'}`}
    >
      <p className="font-semibold">
        {t(plan.state === 'declined' ? 'plan.declined.by' : `plan.${plan.state}`, { who, round: plan.round })}
      </p>
      <PromiseList plan={plan} />
    </li>
  );
}

/** What each side binds itself to, in the words of the plan. */
export function PromiseList({ plan }: { readonly plan: Plan }) {
  const play = usePlay();
  return (
    <>
      {plan.words !== null && <p className="font-serif">“{play.words[plan.words] ?? t('reveal.deleted')}”</p>}
      <ul className="mt-1 flex flex-col gap-1">
        {plan.promises.map((promise, at) => {
          const side = play.brief.public.sides.find((one) => one.id === promise.side);
          return (
            <li key={at} className="flex gap-2">
              <span aria-hidden="true" className={promise.state === 'broken' ? 'text-oxblood' : 'text-green'}>
                {SIGN[promise.state]}
              </span>
              <span>
                <span className={`font-semibold ${colourOf(side?.colour).text}`}>
                  {sideName(play, promise.side)}:
                </span>{' '}
                {promiseText(play, promise)} ({untilText(promise.until)}
                {plan.state === 'signed' && `, ${t(`plan.${promise.state}`)}`})
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** A promise in words: a move by its name, or what is left undone. */
export function promiseText({ own }: Pick<Play, 'own'>, { kind, what }: PlanPromise): string {
  const { plan } = own.politics;
  return kind === 'do'
    ? (plan?.moves.find((move) => move.id === what)?.name ?? '')
    : t('plan.avoid', { what: plan?.avoid.find((one) => one.tag === what)?.label ?? '' });
}

export function untilText(until: number | null): string {
  return until === null ? t('plan.until.outcome') : t('plan.until.round', { round: until });
}
