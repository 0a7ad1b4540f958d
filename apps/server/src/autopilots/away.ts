import type { Session } from '../sessions/session';
import type { Table } from '../tables/table';

/** Lets autopilots stand in for people who have been away for a while, where the host wanted that. */
export interface AwayWatch {
  /** Somebody has come or gone. */
  look(session: Session): void;
  stop(): void;
}

export interface AwayOptions {
  /** Those that this node looks after. */
  readonly sessions: () => readonly Session[];
  /** People of a session who have a page open, here or at another node. */
  readonly online: (session: string) => ReadonlySet<string>;
  /** Milliseconds without a page after which somebody is away. */
  readonly after: number;
  readonly failed: (error: unknown) => void;
}

const LOOK_EVERY = 5_000;

/**
 * Only those count as away who have been here and have gone, as far as this node knows: one that has just been started misses nobody.
 * Whoever comes back takes the seat back at once.
 */
export function watchAway({ sessions, online, after, failed }: AwayOptions): AwayWatch {
  const seen = new Map<string, number>();

  function look(session: Session): void {
    const here = online(session.id);
    const now = Date.now();
    for (const person of here) seen.set(`${session.id} ${person}`, now);
    const isAway = (person: string) => {
      const last = seen.get(`${session.id} ${person}`);
      return last !== undefined && now - last >= after;
    };
    for (const table of session.tables.values()) {
      const { seats, autopilots, settings } = table.stream.state().desk;
      if (settings?.autopilot !== 'away') continue;
      for (const [role, people] of Object.entries(seats)) {
        if (autopilots[role] === 'away' && people.some((person) => here.has(person)))
          tell(table, role, false);
        if (autopilots[role] === undefined && people.length > 0 && people.every(isAway))
          tell(table, role, true);
      }
    }
  }

  function tell(table: Table, role: string, away: boolean): void {
    const id = `${role}-${away ? 'away' : 'back'}-${table.stream.state().version}`;
    table.submit('presence', id, { as: 'system', command: { type: 'away', role, away } }).catch(failed);
  }

  const timer = setInterval(
    () => {
      const all = sessions();
      for (const session of all) look(session);
      if (seen.size > 10_000) forget(all);
    },
    Math.min(LOOK_EVERY, after),
  );

  /** Those whose sessions are not in memory any more. */
  function forget(all: readonly Session[]): void {
    const ids = new Set(all.map((session) => session.id));
    for (const key of seen.keys()) if (!ids.has(key.slice(0, key.indexOf(' ')))) seen.delete(key);
  }

  return { look, stop: () => clearInterval(timer) };
}
