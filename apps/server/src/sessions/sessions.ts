import type { EventStore } from '@btt/eventstore';
import { type Game, tableSettings } from '@btt/game';
import {
  type Answer,
  type Hosting,
  type Joined,
  type LetIn,
  refuse,
  type Settings,
  type TableSettings,
} from '@btt/protocol';
import { type Played, writePlayed } from '../files/adopt';
import type { Library } from '../scenarios/library';
import { tableId } from '../streams/names';
import { newCode, readCode } from './codes';
import { cleanName } from './names';
import type { ReturnCodes } from './return-codes';
import { type Deriver, screenTokenOf } from './secrets';
import { type Listener, openSession, type Session } from './session';
import type { Shelf } from './shelf';
import type { Tokens } from './tokens';

/** All sessions of this installation; those in use are in memory. */
export interface Sessions {
  /** As it is in memory: a moment behind what another node may have written. */
  get(id: string): Promise<Session | null>;
  /** With everything that was written before this was asked, at whichever node. */
  current(id: string): Promise<Session | null>;
  /** Opens a session on a shipped scenario, by its id, or on another game. */
  host(
    id: string,
    scenario: string | Game,
    settings: Settings | undefined,
    more?: Pick<TableSettings, 'solo'>,
  ): Promise<Answer<Hosting>>;
  /** Opens a session that has been played before, elsewhere or up to a moment. With the same id it is the same session. */
  adopt(
    id: string,
    game: Game,
    settings: TableSettings,
    played: (session: string, code: string) => Played,
  ): Promise<Answer<Hosting>>;
  /** Another owner's token for a session that there is. */
  resume(id: string, session: string): Promise<Answer<Hosting>>;
  join(id: string, typedCode: string, nickname: string): Promise<Answer<Joined>>;
  /** Another token for somebody who is in a session: at once with the return code, else once the host has agreed. */
  comeBack(
    id: string,
    typedCode: string,
    nickname: string,
    returnCode: string | undefined,
  ): Promise<Answer<Joined>>;
  letIn(session: Session, id: string, name: string): Promise<Answer<LetIn>>;
  /** A session has been closed: its names and words are deleted, and its room code is free again. Twice does no harm. */
  clearAway(session: Session): Promise<void>;
  /** Takes a session out of memory that another node has deleted; null when it was not there. */
  drop(id: string): Session | null;
  /** Deletes a session with everything in it; the one that was open, if any. */
  remove(id: string): Promise<Session | null>;
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
  readonly tokens: Tokens;
  readonly returnCodes: ReturnCodes;
  readonly shelf: Shelf;
  readonly listener: Listener;
  /** Brings a session up to what other nodes have written. */
  readonly fresh: (session: Session) => Promise<void>;
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

export function createSessions(options: SessionsOptions): Sessions {
  const { store, library, deriver, tokens, returnCodes, shelf, listener, fresh, failed } = options;
  const sessions = new Map<string, Loaded>();
  const going = new Set<string>();

  async function load(id: string): Promise<Session | null> {
    const kept = await store.getKey('session', id);
    if (kept === undefined || going.has(id)) return null;
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

  async function current(id: string): Promise<Session | null> {
    const session = await get(id);
    if (session) await fresh(session);
    return session;
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

  async function sessionOf(typedCode: string): Promise<Session | null> {
    const id = await store.getKey('code', readCode(typedCode));
    return id === undefined ? null : current(id);
  }

  /** Tokens for somebody who hosts a session, and for the projector. */
  async function hostTokens(session: string, id: string) {
    const hostToken = deriver.secret('host token', session, id);
    const screenToken = screenTokenOf(hostToken);
    await tokens.keep(hostToken, { kind: 'host', session });
    await tokens.keep(screenToken, { kind: 'screen', session });
    return { hostToken, screenToken };
  }

  const loaded = () => [...sessions.values()].flatMap(({ session }) => session ?? []);

  return {
    get,
    current,
    loaded,

    async host(id, scenario, settings, more = {}) {
      const game = await library.pin(scenario);
      if (!game) return refuse('unknown-scenario');
      const session = deriver.id('session', id);
      await store.claimKey(
        'session',
        session,
        JSON.stringify({ hash: game.hash, settings: { ...tableSettings(game.scenario, settings), ...more } }),
      );
      const code = await claimCode(session);
      const opened = await get(session);
      if (!opened) return refuse('unavailable');
      const wish = { type: 'open', session, code, table: tableId(session, 1), tableName: 'Table 1' } as const;
      const done = await opened.submit({ actor: 'host', commandId: 'open', wish: () => wish });
      if (!done.ok) return done;
      return { ok: true, ...(await hostTokens(session, id)), code, session };
    },

    async adopt(id, game, settings, played) {
      await library.pin(game);
      const session = deriver.id('session', id);
      const code = await claimCode(session);
      // The session is there once its key is: half of it is never found.
      if ((await store.getKey('session', session)) === undefined) {
        await writePlayed(store, session, played(session, code), Date.now());
        await store.claimKey('session', session, JSON.stringify({ hash: game.hash, settings }));
      }
      return (await get(session))
        ? { ok: true, ...(await hostTokens(session, id)), code, session }
        : refuse('unavailable');
    },

    async resume(id, session) {
      const opened = await current(session);
      if (!opened) return refuse('unknown-token');
      return { ok: true, ...(await hostTokens(session, id)), code: opened.view().code, session };
    },

    async join(id, typedCode, typedName) {
      const session = await sessionOf(typedCode);
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
          session.nameTaken(nickname, person)
            ? refuse('nickname-taken')
            : { type: 'join', person, expected: session.expectedNamed(nickname) },
        words: [{ id: person, body: nickname }],
      });
      if (!done.ok) return done;
      await tokens.keep(token, { kind: 'person', session: session.id, person });
      const returnCode = await returnCodes.give(session.id, person, id);
      return { ok: true, token, person, session: session.id, returnCode };
    },

    async comeBack(id, typedCode, nickname, returnCode) {
      const session = await sessionOf(typedCode);
      if (!session) return refuse('unknown-code');
      if (session.view().archived) return refuse('session-archived');
      const person = session.personNamed(nickname);
      if (person === null) return refuse('unknown-person');
      const token = deriver.secret('return token', session.id, id);
      const back = { ok: true, token, person, session: session.id } as const;
      if (returnCode !== undefined) {
        if (!(await returnCodes.check(session.id, person, returnCode))) return refuse('wrong-return-code');
        await tokens.keep(token, { kind: 'person', session: session.id, person });
        return back;
      }
      const request = `r${deriver.id('return', session.id, id)}`;
      const done = await session.submit({
        actor: 'return',
        commandId: request,
        wish: () => ({ type: 'ask-return', person, request }),
      });
      if (!done.ok) return done;
      await tokens.keep(token, { kind: 'person', session: session.id, person, return: request });
      return { ...back, waiting: true };
    },

    async letIn(session, id, typedName) {
      const name = cleanName(typedName);
      if (name === '') return refuse('malformed');
      const host = `h${deriver.id('co-host', session.id, id)}`;
      const token = deriver.secret('co-host token', session.id, id);
      const done = await session.submit({
        actor: 'host',
        commandId: host,
        wish: () => ({ type: 'let-in-host', host }),
        words: [{ id: host, body: name }],
      });
      if (!done.ok) return done;
      await tokens.keep(token, { kind: 'host', session: session.id, host });
      await tokens.keep(screenTokenOf(token), { kind: 'screen', session: session.id, host });
      return { ok: true, token, host };
    },

    async clearAway(session) {
      await session.deleteWords();
      const { code } = session.view();
      if ((await store.getKey('code', code)) === session.id) await store.releaseKey('code', code);
    },

    drop(id) {
      const session = sessions.get(id)?.session ?? null;
      sessions.delete(id);
      session?.stop();
      return session;
    },

    async remove(id) {
      const open = (await sessions.get(id)?.loading.catch(() => null)) ?? null;
      going.add(id);
      sessions.delete(id);
      try {
        open?.stop();
        await open?.idle();
        await shelf.remove(id);
      } finally {
        going.delete(id);
      }
      return open;
    },

    forgetIdle(now, inUse) {
      const keptFor = sessions.size > MANY ? KEPT_AT_LEAST : KEPT_FOR;
      for (const [id, { session, asked }] of sessions) {
        if (!session || now - asked <= keptFor || inUse(id)) continue;
        sessions.delete(id);
        session.stop();
      }
    },

    async end() {
      await Promise.all(loaded().map((session) => session.idle()));
      for (const session of loaded()) session.stop();
    },
  };
}
