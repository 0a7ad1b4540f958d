'use client';
import { useState } from 'react';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';
import { type Drafted, promisesOf, promiseKey } from './lists';
import { roleName, sideName } from './names';
import { Choose, KnownAndRisk, OwnWords, Refused, Tick } from './parts';
import { promiseText, untilText } from './PlanCard';

/** Promises that fit on one plan. */
const MOST = 20;

/** A plan to offer: with whom, and what each side promises until when. */
export function PlanForm({ onDone }: { readonly onDone: () => void }) {
  const play = usePlay();
  const { own, role, roles } = play;
  const { act, busy, error } = useAct();
  const partners = own.politics.plan?.partners ?? [];
  const [to, setTo] = useState(partners[0] ?? '');
  const [drafted, setDrafted] = useState<Drafted>({});
  const [words, setWords] = useState('');
  const theirs = roles.get(to)?.side ?? '';
  const sides = [role.side ?? '', theirs];
  const promises = promisesOf(drafted).filter((promise) => sides.includes(promise.side));
  return (
    <form
      className="flex flex-col gap-3 rounded-md border border-line p-3"
      onSubmit={(event) => {
        event.preventDefault();
        const text = words.trim();
        void act({ type: 'offer-plan', to, promises, ...(text ? { words: text } : {}) }).then(
          (done) => done && onDone(),
        );
      }}
    >
      <Choose
        label={t('plan.with')}
        value={to}
        onChange={setTo}
        options={partners.map((id) => ({ id, name: roles.get(id)?.name ?? roleName(play, id) }))}
      />
      {sides.map((side, at) => (
        <Promises
          key={side}
          side={side}
          title={at === 0 ? t('plan.mine') : t('plan.theirs', { side: sideName(play, side) })}
          drafted={drafted}
          full={promises.length >= MOST}
          onChange={setDrafted}
        />
      ))}
      <OwnWords label={t('plan.words')} value={words} onChange={setWords} />
      <KnownAndRisk known={t('plan.known')} risk={t('plan.risk')} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="strong" disabled={busy || promises.length === 0}>
          {t('plan.offer')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('move.cancel')}
        </Button>
      </div>
      <Refused reason={error} />
    </form>
  );
}

interface PromisesProps {
  readonly side: string;
  readonly title: string;
  readonly drafted: Drafted;
  readonly full: boolean;
  readonly onChange: (drafted: Drafted) => void;
}

/** What one side could promise, each with its date once it is ticked. */
function Promises({ side, title, drafted, full, onChange }: PromisesProps) {
  const play = usePlay();
  const { own, desk } = play;
  const { plan } = own.politics;
  if (!plan) return null;
  const rounds = desk.settings?.rounds.length ?? 0;
  const left = Array.from({ length: Math.max(0, rounds - desk.round + 1) }, (_, at) => desk.round + at);
  const offered = [
    ...plan.moves
      .filter((move) => move.sides.includes(side))
      .map(({ id }) => ({ side, kind: 'do' as const, what: id })),
    ...plan.avoid.map(({ tag }) => ({ side, kind: 'avoid' as const, what: tag })),
  ];
  return (
    <fieldset>
      <legend className="text-sm font-semibold">{title}</legend>
      {offered.map((promise) => {
        const key = promiseKey(promise);
        const until = drafted[key];
        const name = promiseText(play, { ...promise, until: null });
        return (
          <div key={key}>
            <Tick
              label={name}
              checked={until !== undefined}
              disabled={full && until === undefined}
              onChange={(ticked) => {
                const { [key]: _gone, ...others } = drafted;
                onChange(ticked ? { ...others, [key]: null } : others);
              }}
            />
            {until !== undefined && (
              <select
                aria-label={t('plan.until.of', { what: name })}
                value={until ?? ''}
                onChange={(event) =>
                  onChange({
                    ...drafted,
                    [key]: event.target.value === '' ? null : Number(event.target.value),
                  })
                }
                className="mb-2 ms-7 min-h-11 rounded-md border border-line-strong bg-sheet px-2 text-base"
              >
                {[null, ...left].map((round) => (
                  <option key={round ?? 'outcome'} value={round ?? ''}>
                    {untilText(round)}
                  </option>
                ))}
              </select>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
