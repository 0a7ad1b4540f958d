import { type Refusal, refuse } from '@btt/protocol';
import type { Game } from '../game';
import { decide } from '../table/decide';
import type { RecordedCause } from '../table/resolve';
import { evolve, initialTable, type TableCommand, type TableEvent, type TableState } from '../table/state';

/**
 * The beginning of another table: a record up to a moment, then the clock stopped with the time that was left, and every seat empty. From
 * there on it is played by the same rules. `root` is unguessable, as for every decision.
 */
export function branchedAt(
  game: Game,
  record: readonly RecordedCause[],
  position: number,
  root: string,
): { readonly ok: true; readonly record: readonly RecordedCause[] } | Refusal {
  const kept = record.slice(0, position);
  const last = kept.at(-1);
  if (position > record.length || !last) return refuse('unknown-happening');
  const branch = [...kept];
  let state: TableState = kept.reduce((now, { event }) => evolve(now, event), initialTable(game));
  if (state.desk.outcome !== null) return refuse('wrong-phase');
  const add = (command: TableCommand): void => {
    const chance = () => false;
    const decision = decide(game, state, command, { id: `${root}-${branch.length}`, at: last.at, chance });
    if (!decision.ok) return;
    const event: TableEvent = decision.event;
    branch.push({ event, at: last.at });
    state = evolve(state, event);
  };
  add({ as: 'host', command: { type: 'pause' } });
  for (const { id: role } of game.scenario.roles)
    add({ as: 'system', command: { type: 'hold-seat', role, people: [] } });
  return { ok: true, record: branch };
}
