'use client';
import { LESSON_STEPS, type LessonStep } from '@btt/protocol';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';

interface Props {
  /** The steps so far; none = all of them as they are proposed. */
  readonly plan: readonly LessonStep[];
  readonly busy: boolean;
  readonly label: string;
  readonly onPlan: (plan: LessonStep[]) => void;
}

/** Which steps there are and in which order. */
export function Plan({ plan, busy, label, onPlan }: Props) {
  const id = useId();
  const [order, setOrder] = useState<readonly LessonStep[]>([
    ...plan,
    ...LESSON_STEPS.filter((step) => !plan.includes(step)),
  ]);
  const [chosen, setChosen] = useState<ReadonlySet<LessonStep>>(
    new Set(plan.length > 0 ? plan : LESSON_STEPS),
  );
  const kept = order.filter((step) => chosen.has(step));
  function move(at: number, by: -1 | 1): void {
    const next = [...order];
    const [one, other] = [next[at], next[at + by]];
    if (one === undefined || other === undefined) return;
    next[at] = other;
    next[at + by] = one;
    setOrder(next);
  }
  return (
    <div>
      <p className="mb-3 text-sm text-muted">{t('lesson.plan.note')}</p>
      <ol className="mb-3 flex flex-col gap-1">
        {order.map((step, at) => (
          <li key={step} className="flex items-center gap-1 border-b border-line py-1">
            <input
              id={`${id}-${step}`}
              type="checkbox"
              checked={chosen.has(step)}
              aria-describedby={`${id}-${step}-about`}
              onChange={() =>
                setChosen(
                  new Set(chosen.has(step) ? [...chosen].filter((one) => one !== step) : [...chosen, step]),
                )
              }
              className="size-6 shrink-0 accent-ink"
            />
            <div className="flex-1 ps-2">
              <label htmlFor={`${id}-${step}`} className="flex min-h-8 items-center font-semibold">
                {t(`lesson.step.${step}`)}
              </label>
              <p id={`${id}-${step}-about`} className="text-sm text-muted">
                {t(`lesson.about.${step}`)}
              </p>
            </div>
            <Button
              className="px-3"
              disabled={at === 0}
              aria-label={t('lesson.plan.up', { step: t(`lesson.step.${step}`) })}
              onClick={() => move(at, -1)}
            >
              <span aria-hidden="true">↑</span>
            </Button>
            <Button
              className="px-3"
              disabled={at === order.length - 1}
              aria-label={t('lesson.plan.down', { step: t(`lesson.step.${step}`) })}
              onClick={() => move(at, 1)}
            >
              <span aria-hidden="true">↓</span>
            </Button>
          </li>
        ))}
      </ol>
      <Button look="strong" disabled={busy || kept.length === 0} onClick={() => onPlan(kept)}>
        {label}
      </Button>
    </div>
  );
}
