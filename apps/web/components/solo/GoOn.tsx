'use client';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { nextStep } from '@/lib/next-step';
import { t } from '@/messages';

/** Whoever plays alone says when the next round or phase begins. */
export function GoOn() {
  const { desk } = usePlay();
  const { act, busy, error } = useAct();
  if (!desk.settings?.solo || desk.phase === 'debrief') return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line bg-sheet px-3 py-1 text-sm lg:px-5">
      <p>{t('solo.others')}</p>
      <Button disabled={busy} onClick={() => void act({ type: 'go-on' })}>
        {nextStep(desk).text}
      </Button>
      {error && <p role="alert">{error}</p>}
    </div>
  );
}
