import type { Connection } from './connection';

/** Who is online. Never stored, never numbered. */
export interface PresenceBoard {
  /** Tells a session's pages who is online, soon. */
  changed(session: string): void;
}

const SOON = 150;

export function createPresence(connections: ReadonlySet<Connection>): PresenceBoard {
  const due = new Map<string, NodeJS.Timeout>();
  return {
    changed(session) {
      if (due.has(session)) return;
      const timer = setTimeout(() => {
        due.delete(session);
        const here = [...connections].filter((one) => one.identity?.session === session);
        const online = [
          ...new Set(here.flatMap(({ identity }) => (identity?.kind === 'person' ? [identity.person] : []))),
        ];
        for (const one of here) one.socket.emit('presence', { online });
      }, SOON);
      timer.unref();
      due.set(session, timer);
    },
  };
}
