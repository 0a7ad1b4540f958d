import type { EventStore } from '@btt/eventstore';
import { tableSettings } from '@btt/game';
import { type Answer, type Hosting, type Joined, refuse, type Settings } from '@btt/protocol';
import type { Library } from '../scenarios/library';
import { type Deriver, hashOf, newCode, readCode } from './secrets';
import { type Listener, openSession, type Session } from './session';

export type Identity =
  | { readonly kind: 'host' | 'screen'; readonly session: string }
  | { readonly kind: 'person'; readonly session: string; readonly person: string };

/** All sessions of this installation; those in use are in memory. */
export interface Sessions {
  get(id: string): Promise<Session | null>;
  identify(token: string): Promise<Identity | null>;
  host(id: string, scenario: string, settings: Settings | undefined): Promise<Answer<Hosting>>;
  /** Deletes all nicknames and free text of a session for good; its code is free again. */
  deleteWords(session: Session): Promise<void>;
  join(id: string, typedCode: string, nickname: string): Promise<Answer<Joined>>;
}

const TRIES_FOR_A_CODE = 50;
/** Sessions kept in memory; of those that nobody is connected to, the longest unused go first. */
const KEPT = 200;

export function createSessions(
  store: EventStore,
  library: Library,
  deriver: Deriver,
  listener: Listener,
  isEmpty: (session: string) => boolean,
): Sessions {
  const sessions = new Map<string, Promise<Session | null>>();

  async function load(id: string): Promise<Session | null> {
    const hash = await store.getKey('session', id);
    const game = hash === undefined ? null : await library.game(hash);
    return game ? openSession(store, game, id, listener) : null;
  }

  function get(id: string): Promise<Session | null> {
    const known = sessions.get(id);
    if (known) {
      sessions.delete(id);
      sessions.set(id, known);
      return known;
    }
    if (sessions.size >= KEPT)
      for (const other of sessions.keys())
        if (sessions.size >= KEPT && isEmpty(other)) sessions.delete(other);
    const loading = load(id);
    sessions.set(id, loading);
    loading.then(
      (session) => session ?? sessions.delete(id),
      () => sessions.delete(id),
    );
    return loading;
  }

  async function claimCode(session: string): Promise<string> {
    const before = await store.getKey('code-of', session);
    if (before !== undefined) return before;
    for (let tries = 0; tries < TRIES_FOR_A_CODE; tries++) {
      const code = newCode();
      if (!(await store.claimKey('code', code, session))) continue;
      await store.claimKey('code-of', session, code);
      return code;
    }
    throw new Error('No room code is free.');
  }

  const keepToken = (token: string, identity: Identity) =>
    store.claimKey('token', hashOf(token), JSON.stringify(identity));

  return {
    get,
    async identify(token) {
      const found = await store.getKey('token', hashOf(token));
      return found === undefined ? null : (JSON.parse(found) as Identity);
    },

    async host(id, scenario, settings) {
      const game = await library.pin(scenario);
      if (!game) return refuse('unknown-scenario');
      const session = readableId(deriver.derive('session', '', id));
      const hostToken = deriver.derive('host', session, id);
      const screenToken = deriver.derive('screen', session, '');
      await store.claimKey('session', session, game.hash);
      await store.claimKey('settings', session, JSON.stringify(tableSettings(game.scenario, settings)));
      const code = await claimCode(session);
      await keepToken(hostToken, { kind: 'host', session });
      await keepToken(screenToken, { kind: 'screen', session });
      const opened = await get(session);
      if (!opened) return refuse('unavailable');
      const done = await opened.submit('host', id, {
        type: 'open',
        session,
        code,
        table: `${session}-1`,
        tableName: 'Table 1',
      });
      return done.ok ? { ok: true, hostToken, screenToken, code, session } : done;
    },

    async deleteWords(session) {
      session.names.clear();
      const streams = [session.stream, ...[...session.tables.values()].map((table) => table.stream)];
      for (const { name } of streams) await store.deleteWords(name);
      await store.releaseKey('code', session.stream.state().view.code);
    },

    async join(id, typedCode, nickname) {
      const sessionId = await store.getKey('code', readCode(typedCode));
      const session = sessionId === undefined ? null : await get(sessionId);
      if (!session) return refuse('unknown-code');
      const person = `p${readableId(deriver.derive('person', session.id, id))}`;
      const token = deriver.derive('token', session.id, id);
      if (!session.names.has(person) && nameTaken(session, nickname)) return refuse('nickname-taken');
      await keepToken(token, { kind: 'person', session: session.id, person });
      const done = await session.submit('join', id, { type: 'join', person }, [
        { id: person, body: nickname },
      ]);
      return done.ok ? { ok: true, token, person, session: session.id } : done;
    },
  };
}

/** Names that look alike are the same name. */
export function nameTaken(session: Session, nickname: string, except?: string): boolean {
  const plain = plainName(nickname);
  return session.stream
    .state()
    .view.people.some(
      (one) => one.person !== except && plainName(session.names.get(one.person) ?? '') === plain,
    );
}

const plainName = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Fourteen letters and digits of a derived secret: enough that no two meet. */
function readableId(secret: string): string {
  return secret
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 14)
    .toLowerCase();
}
