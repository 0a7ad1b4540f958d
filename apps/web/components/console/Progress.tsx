import type { Desk, PublicScenario } from '@btt/protocol';
import { t } from '@/messages';

/** How many of the seats that somebody holds have done what the phase asks of them. */
export function Progress({ desk, scenario }: { readonly desk: Desk; readonly scenario: PublicScenario }) {
  const held = scenario.roles.filter((role) => (desk.seats[role.id] ?? []).length > 0);
  switch (desk.phase) {
    case 'briefing':
      return <Count text={t('control.ready', { count: count(held, desk.ready), of: held.length })} />;
    case 'ratification': {
      const voters = held.filter((role) => role.kind === 'faction');
      return (
        <Count text={t('control.ballots', { count: count(voters, desk.ballotsIn), of: voters.length })} />
      );
    }
    case 'lobby':
    case 'bargaining':
    case 'count':
    case 'debrief':
      return null;
  }
}

function count(roles: readonly { readonly id: string }[], done: readonly string[]): number {
  return roles.filter((role) => done.includes(role.id)).length;
}

function Count({ text }: { readonly text: string }) {
  return (
    <p role="status" className="text-sm text-muted">
      {text}
    </p>
  );
}
