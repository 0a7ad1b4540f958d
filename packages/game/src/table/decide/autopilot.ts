import { type AutopilotBy, refuse } from '@btt/protocol';
import type { Chronicle } from '../chronicle';
import { roleOf } from '../people';
import { advance, startBriefing } from '../phases/advance';
import type { Verdict } from './verdict';

/** An autopilot plays a seat from now on, or does not any more. Everybody is told. */
export function setAutopilot(chronicle: Chronicle, role: string, on: boolean, by: AutopilotBy): Verdict {
  if (!roleOf(chronicle.game, role)) return refuse('unknown-role');
  if ((chronicle.desk().autopilots[role] !== undefined) === on) return refuse('nothing-to-do');
  chronicle.tell('everyone', { type: 'autopilot', role, on, by });
  return null;
}

/** The same for all seats where nobody sits. */
export function fillSeats(chronicle: Chronicle, on: boolean): Verdict {
  const { autopilots, seats } = chronicle.desk();
  const empty = chronicle.game.scenario.roles.filter(
    ({ id }) => (seats[id]?.length ?? 0) === 0 && (autopilots[id] !== undefined) !== on,
  );
  for (const { id } of empty) setAutopilot(chronicle, id, on, 'host');
  return empty.length === 0 ? refuse('nothing-to-do') : null;
}

/** Somebody has sat down, or everybody has left: the autopilot makes room, or comes where the host wanted it to. */
export function followSeat(chronicle: Chronicle, role: string, people: readonly string[]): void {
  const { autopilots, settings } = chronicle.desk();
  const on = autopilots[role] !== undefined;
  if (people.length > 0 && on) setAutopilot(chronicle, role, false, 'seat');
  if (people.length === 0 && !on && settings?.autopilot) setAutopilot(chronicle, role, true, 'empty');
}

/** An autopilot that came because people were away goes when one of them is back. */
export function setAway(chronicle: Chronicle, role: string, away: boolean): Verdict {
  const { autopilots, settings, seats } = chronicle.desk();
  if (away && (settings?.autopilot !== 'away' || (seats[role]?.length ?? 0) === 0))
    return refuse('nothing-to-do');
  if (!away && autopilots[role] !== 'away') return refuse('nothing-to-do');
  return setAutopilot(chronicle, role, away, 'away');
}

/** Whoever plays alone needs no host to go on; the debrief opens by itself. */
export function goOn(chronicle: Chronicle): Verdict {
  const { settings, phase } = chronicle.desk();
  if (!settings?.solo) return refuse('not-entitled');
  if (phase === 'lobby') startBriefing(chronicle);
  else {
    const wrong = advance(chronicle);
    if (wrong) return wrong;
  }
  if (chronicle.desk().phase === 'debrief')
    chronicle.tell('everyone', { type: 'debrief-opened', to: 'everyone' });
  return null;
}
