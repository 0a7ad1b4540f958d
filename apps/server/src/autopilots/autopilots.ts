import { AUTOPILOT, type Desk } from '@btt/protocol';
import type { Deriver } from '../sessions/secrets';
import type { Session } from '../sessions/session';
import type { Table } from '../tables/table';
import { paceOf } from './pace';
import { createPilot, type Pilot } from './pilot';

/** Plays the seats that are on autopilot, at tables that somebody looks at. */
export interface Autopilots {
  /** Something has happened at a table. */
  wake(session: Session, table: Table): void;
  /** Somebody has come to a session, or left. */
  wakeAll(session: Session): void;
  stop(): void;
}

export interface AutopilotsOptions {
  readonly deriver: Deriver;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Whether this node is to play for a session: nobody plays for empty rooms, and only one node for each. */
  readonly inUse: (session: string) => boolean;
  readonly failed: (error: unknown) => void;
}

/** Milliseconds of thinking at once; then others have their turn. */
const THINKING = 5;
/** Milliseconds until the next piece of thinking, and until those are asked again who had nothing to do. */
const SOON = 20;
const LATER = 1_000;

interface Playing {
  readonly pilots: Map<string, Pilot>;
  timer: NodeJS.Timeout | null;
  /** It waits for something to happen. */
  idle: boolean;
  /** Whose turn it is among the seats. */
  turn: number;
  busy: boolean;
}

export function createAutopilots({ deriver, now, inUse, failed }: AutopilotsOptions): Autopilots {
  const tables = new Map<Table, Playing>();
  let stopped = false;

  const isPlaying = (session: Session, { stream }: Table): boolean => {
    const { closed, archived } = session.view();
    return !stopped && !closed && !archived && inUse(session.id) && hasWork(stream.state().desk);
  };

  function pilotOf({ pilots }: Playing, session: Session, table: Table, role: string): Pilot {
    const known = pilots.get(role);
    if (known) return known;
    const brief = table.feed.brief({ kind: 'seat', role });
    if (!brief) throw new Error(`The table ${table.id} has no dossiers.`);
    const seed = deriver.secret('autopilot', session.id, table.id);
    const pilot = createPilot({ role, seed, brief, log: table.stream.log });
    pilots.set(role, pilot);
    return pilot;
  }

  /** Asks the seats in turn until one wishes something. The time until the next turn. */
  async function turn(session: Session, table: Table, playing: Playing): Promise<number> {
    const desk = table.stream.state().desk;
    const roles = Object.keys(desk.autopilots).sort();
    const until = performance.now() + THINKING;
    for (let asked = 0; asked < roles.length; asked++) {
      const role = roles[playing.turn++ % roles.length];
      if (role === undefined) break;
      const pilot = pilotOf(playing, session, table, role);
      const command = pilot.catchUp() ? pilot.choose(now()) : null;
      if (command) {
        // The same wish at the same moment has the same id: two nodes, or one that was killed, do not do it twice.
        const id = `${role}-${table.stream.state().version}`;
        const wish = { as: 'seat', role, person: AUTOPILOT, command } as const;
        const done = await table.submit(AUTOPILOT, id, wish);
        if (!done.ok) pilot.refused(command);
        return done.ok ? paceOf(desk) : SOON;
      }
      if (performance.now() > until) return SOON;
    }
    playing.idle = true;
    return LATER;
  }

  async function play(session: Session, table: Table, playing: Playing): Promise<void> {
    playing.timer = null;
    if (!isPlaying(session, table)) {
      tables.delete(table);
      return;
    }
    playing.busy = true;
    playing.idle = false;
    let pause = LATER;
    try {
      pause = await turn(session, table, playing);
    } catch (error) {
      // The store is away, perhaps: it is tried again.
      failed(error);
    } finally {
      playing.busy = false;
    }
    schedule(session, table, playing, pause);
  }

  function schedule(session: Session, table: Table, playing: Playing, pause: number): void {
    if (playing.timer) clearTimeout(playing.timer);
    playing.timer = stopped ? null : setTimeout(() => void play(session, table, playing), pause);
  }

  function wake(session: Session, table: Table): void {
    const known = tables.get(table);
    if (known && (known.busy || !known.idle)) return;
    if (!isPlaying(session, table)) return;
    const playing = known ?? {
      pilots: new Map<string, Pilot>(),
      timer: null,
      idle: false,
      turn: 0,
      busy: false,
    };
    tables.set(table, playing);
    playing.idle = false;
    schedule(session, table, playing, paceOf(table.stream.state().desk));
  }

  return {
    wake,
    wakeAll(session) {
      for (const table of session.tables.values()) wake(session, table);
    },
    stop() {
      stopped = true;
      for (const { timer } of tables.values()) if (timer) clearTimeout(timer);
      tables.clear();
    },
  };
}

const AT_WORK: ReadonlySet<Desk['phase']> = new Set(['briefing', 'bargaining', 'ratification']);

function hasWork({ phase, paused, autopilots }: Desk): boolean {
  return AT_WORK.has(phase) && paused === null && Object.keys(autopilots).length > 0;
}
