import type { Game } from '@btt/game';
import { type Answer, refuse, type Solo } from '@btt/protocol';
import type { Sessions } from './sessions';

export interface SoloWish {
  /** Of the message: sent again it is the same session. */
  readonly id: string;
  readonly game: Game;
  /** The seat to take; the first that signs for a side when left out. */
  readonly role: string | undefined;
  readonly nickname: string;
}

/** Opens a session for one person, gives them a seat, and starts: autopilots play all others, and nobody hosts. */
export async function openSolo(
  sessions: Sessions,
  { id, game, role: wanted, nickname }: SoloWish,
): Promise<Answer<Solo>> {
  const { roles } = game.scenario;
  const role = roles.find((one) => (wanted === undefined ? one.initials : one.id === wanted)) ?? null;
  if (role === null) return refuse('unknown-role');
  const hosted = await sessions.host(id, game, { autopilot: 'empty' }, { solo: true });
  if (!hosted.ok) return hosted;
  const { code } = hosted;
  const joined = await sessions.join(id, code, nickname);
  if (!joined.ok) return joined;
  const session = await sessions.get(joined.session);
  const table = session?.tables.values().next().value;
  if (!session || !table) return refuse('unavailable');
  const { person } = joined;
  const seated = await session.submit({
    actor: 'solo',
    commandId: 'seat',
    wish: () => ({ type: 'seat', person, table: table.id, role: role.id }),
  });
  if (!seated.ok && seated.code !== 'nothing-to-do') return seated;
  const started = await table.submit('solo', 'start', { as: 'host', command: { type: 'start' } });
  if (!started.ok && started.code !== 'wrong-phase') return started;
  return { ...joined, code };
}
