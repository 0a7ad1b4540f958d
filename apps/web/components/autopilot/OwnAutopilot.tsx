'use client';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';

/** Whoever sits here hands the seat to the autopilot for a while, and takes it back. */
export function OwnAutopilot() {
  const { desk, role } = usePlay();
  const { act, busy, error } = useAct();
  const on = desk.autopilots[role.id] !== undefined;
  if (desk.phase === 'count' || desk.phase === 'debrief' || role.kind === 'press') return null;
  return (
    <div
      className={`flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 text-sm lg:px-5 ${on ? 'border-b border-brass bg-brass-wash py-1' : ''}`}
    >
      {on && <p role="status">{t('autopilot.plays')}</p>}
      <Button
        look={on ? 'strong' : 'quiet'}
        className="ms-auto"
        disabled={busy}
        onClick={() => void act({ type: 'autopilot', on: !on })}
      >
        {on ? t('autopilot.takeBack') : t('autopilot.give')}
      </Button>
      {error && <p role="alert">{error}</p>}
    </div>
  );
}
