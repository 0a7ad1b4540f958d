import type { EventStore } from '@btt/eventstore';
import { type Game, tableSettings } from '@btt/game';
import {
  type Answer,
  type Hosting,
  type Joined,
  refuse,
  type Settings,
  type TableSettings,
} from '@btt/protocol';
import type { Library } from '../scenarios/library';
import { tableId } from '../tables/table';
import { newCode, readCode } from './codes';
import { cleanName } from './names';
import { type Deriver, hashOf, screenTokenOf } from './secrets';
import { type Listener, openSession, type Session } from './session';

export type Identity =
  | { readonly kind: 'host' | 'screen'; readonly session: string }
  | { readonly kind: 'person'; readonly session: string; readonly person: string };

/** All sessions of this installation; those in use are in memory. */
export interface Sessions {
  get(id: string): Promise<Session | null>;
  /** Whose token this is. */
  identify(token: string): Promise<Identity | null>;
  /** Opens a session on a shipped scenario, by its id, or on another game. */
  host(id: string, scenario: string | Game, settings: Settings | undefined): Promise<Answer<Hosting>>;
  join(id: string, typedCode: string, nickname: string): Promise<Answer<Joined>>;
  /** A session has been closed: its names and words are deleted, and its room code is free again. Twice does no harm. */
  clearAway(session: Session): Promise<void>;
  /** Those in memory. */
  loaded(): Session[];
  /** Forgets sessions that nobody has asked for lately and that are not in use. They are in the store. */
  forgetIdle(now: number, inUse: (session: string) => boolean): void;
  /** Resolves when every wish that has arrived has been answered; nothing is tried again from then on. */
  end(): Promise<void>;
}

export interface SessionsOptions {
  readonly store: EventStore;
  readonly library: Library;
  readonly deriver: Deriver;
  readonly listener: Listener;
  readonly failed: (error: unknown) => void;
}

const TRIES_FOR_A_CODE = 50;
/** Milliseconds after which a session that nobody uses leaves the memory, and the same when there are many. */
const KEPT_FOR = 10 * 60_000;
const KEPT_AT_LEAST = 60_000;
const MANY = 200;

interface Loaded {
  readonly loading: Promise<Session | null>;
  session: Session | null;
  asked: number;
}

export function createSessions({ store, library, deriver, listener, failed }: SessionsOptions): Sessions {
  const sessions = new Map<string, Loaded>();

  async function load(id: string): Promise<Session | null> {
    const kept = await store.getKey('session', id);
    if (kept === undefined) return null;
    const { hash, settings } = JSON.parse(kept) as { hash: string; settings: TableSettings };
    const game = await library.game(hash);
    return game && openSession({ store, deriver, listener, game, id, settings, failed });
  }

  function get(id: string): Promise<Session | null> {
    const known = sessions.get(id);
    if (known) {
      known.asked = Date.now();
      return known.loading;
    }
    const entry: Loaded = { loading: load(id), session: null, asked: Date.now() };
    sessions.set(id, entry);
    entry.loading.then(
      (session) => {
        entry.session = session;
        if (!session) sessions.delete(id);
      },
      () => sessions.delete(id),
    );
    return entry.loading;
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
  const loaded = () => [...sessions.values()].flatMap(({ session }) => session ?? []);

  return {
    get,
    loaded,

    async identify(token) {
      const found = await store.getKey('token', hashOf(token));
      return found === undefined ? null : (JSON.parse(found) as Identity);
    },

    async host(id, scenario, settings) {
      const game = await library.pin(scenario);
      if (!game) return refuse('unknown-scenario');
      const session = deriver.id('session', id);
      const hostToken = deriver.secret('host token', session, id);
      const screenToken = screenTokenOf(hostToken);
      await store.claimKey(
        'session',
        session,
        JSON.stringify({ hash: game.hash, settings: tableSettings(game.scenario, settings) }),
      );
      const code = await claimCode(session);
      const opened = await get(session);
      if (!opened) return refuse('unavailable');
      const wish = { type: 'open', session, code, table: tableId(session, 1), tableName: 'Table 1' } as const;
      const done = await opened.submit({ actor: 'host', commandId: 'open', wish: () => wish });
      if (!done.ok) return done;
      await keepToken(hostToken, { kind: 'host', session });
      await keepToken(screenToken, { kind: 'screen', session });
      return { ok: true, hostToken, screenToken, code, session };
    },

    async join(id, typedCode, typedName) {
      const sessionId = await store.getKey('code', readCode(typedCode));
      const session = sessionId === undefined ? null : await get(sessionId);
      if (!session) return refuse('unknown-code');
      const nickname = cleanName(typedName);
      if (nickname === '') return refuse('malformed');
      const person = `p${deriver.id('person', session.id, id)}`;
      const token = deriver.secret('person token', session.id, id);
      const done = await session.submit({
        actor: 'join',
        // Not the id of the message: with it and the installation's secret the token could be worked out.
        commandId: person,
        wish: () =>
          session.nameTaken(nickname, person) ? refuse('nickname-taken') : { type: 'join', person },
        words: [{ id: person, body: nickname }],
      });
      if (!done.ok) return done;
      await keepToken(token, { kind: 'person', session: session.id, person });
      return { ok: true, token, person, session: session.id };
    },

    async clearAway(session) {
      await session.deleteWords();
      const { code } = session.view();
      if ((await store.getKey('code', code)) === session.id) await store.releaseKey('code', code);
    },

    forgetIdle(now, inUse) {
      const keptFor = sessions.size > MANY ? KEPT_AT_LEAST : KEPT_FOR;
      for (const [id, { session, asked }] of sessions) {
        if (session && now - asked > keptFor && !inUse(id)) sessions.delete(id);
      }
    },

    async end() {
      await Promise.all(loaded().map((session) => session.idle()));
      for (const session of loaded()) session.stop();
    },
  };
}
