'use client';
import { minutesAndSeconds, useNow } from '@/lib/clock';
import { t } from '@/messages';

interface Props {
  readonly deadline: number | null;
  readonly paused: number | null;
  readonly className?: string;
}

/** The server's clock. Read out only by asking for it: a screen reader is not told every second. */
export function Clock({ deadline, paused, className = '' }: Props) {
  const now = useNow();
  const left = paused ?? (deadline === null ? null : deadline - now);
  const text = left === null ? '–' : minutesAndSeconds(left);
  const label =
    left === null
      ? t('clock.none')
      : paused !== null
        ? t('clock.paused', { time: text })
        : left <= 0
          ? t('clock.over')
          : t('clock.left', { time: text });
  return (
    <span role="timer" aria-label={label} className={`font-bold tabular-nums ${className}`}>
      <span aria-hidden="true">{now === 0 && deadline !== null ? '–:––' : text}</span>
      {paused !== null && <span aria-hidden="true"> ❚❚</span>}
    </span>
  );
}
