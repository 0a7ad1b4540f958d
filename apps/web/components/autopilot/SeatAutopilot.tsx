'use client';
import type { Desk, PublicRole } from '@btt/protocol';
import type { Host } from '@/components/console/useHost';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';

/** The host's switch for one seat: whether its autopilot plays. */
export function SeatAutopilot({
  role,
  desk,
  host,
}: {
  readonly role: PublicRole;
  readonly desk: Desk;
  readonly host: Host;
}) {
  const on = desk.autopilots[role.id] !== undefined;
  return (
    <Button
      look="quiet"
      aria-pressed={on}
      aria-label={t(on ? 'autopilot.stop.of' : 'autopilot.start.of', { role: role.short })}
      disabled={host.busy}
      onClick={() => void host.table(desk.table, { type: 'autopilot', role: role.id, on: !on })}
    >
      {on ? t('autopilot.stop') : t('autopilot.start')}
    </Button>
  );
}
