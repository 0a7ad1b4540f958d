import type { Server as HttpServer } from 'node:http';
import { StoreUnavailable } from '@btt/eventstore';
import { type Accepted, type Answer, refuse } from '@btt/protocol';
import type { Logger } from 'pino';
import { Server, type Socket } from 'socket.io';
import { createBucket, createBuckets } from '../limits/bucket';
import { createWrongCodes } from '../limits/wrong-codes';
import { sameSecret } from '../sessions/secrets';
import type { Session } from '../sessions/session';
import { nameTaken, type Sessions } from '../sessions/sessions';
import type { Settled } from '../streams/stream';
import { recordOf } from '../tables/record';
import type { Connection } from './connection';
import type { Hub } from './hub';
import { type Guards, listen } from './messages';
import { isOwnOrigin } from './origin';

export interface SocketOptions {
  readonly hostPass: string | undefined;
  readonly publicUrl: string | undefined;
  readonly log: Logger;
}

/** Messages of one page: a burst, then so many a second. */
const PAGE = { burst: 80, perSecond: 20 };
/** Sessions opened, or passes tried, from one address. */
const HOSTINGS = { burst: 20, perSecond: 0.2 };

/** Listens for sockets on the same port as everything else. */
export function serveSockets(
  http: HttpServer,
  sessions: Sessions,
  hub: Hub,
  { hostPass, publicUrl, log }: SocketOptions,
): Server {
  const server = new Server(http, {
    maxHttpBufferSize: 64 * 1024,
    perMessageDeflate: false,
    serveClient: false,
    allowRequest: (request, decide) => decide(null, isOwnOrigin(request.headers, publicUrl)),
  });
  const wrongCodes = createWrongCodes();
  const hostings = createBuckets(HOSTINGS.burst, HOSTINGS.perSecond);

  server.on('connection', (socket: Socket) => {
    const connection: Connection = {
      socket,
      bucket: createBucket(PAGE.burst, PAGE.perSecond),
      identity: null,
      following: new Map(),
      welcome: null,
    };
    const address = socket.handshake.address;
    hub.connections.add(connection);
    socket.on('disconnect', () => {
      hub.connections.delete(connection);
      if (connection.identity) hub.presence.changed(connection.identity.session);
    });

    const guards: Guards = {
      admit: () => (connection.bucket.take(Date.now()) ? null : 'too-many'),
      failed(error) {
        if (!(error instanceof StoreUnavailable)) log.error({ err: error }, 'a message could not be handled');
        return 'unavailable';
      },
    };

    listen(socket, 'join', guards, async ({ id, code, nickname }) => {
      const wait = wrongCodes.wait(address, Date.now());
      if (wait === null) return refuse('too-many');
      if (wait > 0) await new Promise((resume) => setTimeout(resume, wait));
      const joined = await sessions.join(id, code, nickname);
      if (!joined.ok && joined.code === 'unknown-code') wrongCodes.count(address, Date.now());
      return joined;
    });

    listen(socket, 'host', guards, async ({ id, scenario, settings, pass }) => {
      if (hostPass !== undefined && !sameSecret(pass ?? '', hostPass)) {
        return hostings.take(`wrong ${address}`, Date.now()) ? refuse('wrong-pass') : refuse('too-many');
      }
      return hostings.take(address, Date.now()) ? sessions.host(id, scenario, settings) : refuse('too-many');
    });

    listen(socket, 'hello', guards, async ({ token, cursors }) => {
      const identity = await sessions.identify(token);
      const session = identity && (await sessions.get(identity.session));
      if (!identity || !session) return refuse('unknown-token');
      connection.identity = identity;
      connection.following.clear();
      const welcome = await hub.follow(connection, session, cursors ?? {});
      if (welcome) return welcome;
      connection.identity = null;
      return refuse(session.stream.state().view.closed ? 'session-closed' : 'unknown-token');
    });

    listen(socket, 'command', guards, (message) =>
      withSession(async (session) => {
        const { identity } = connection;
        const table = session.tables.get(message.table);
        if (!table) return refuse('unknown-table');
        const viewer = connection.following.get(table.id);
        const answer = (done: Settled) => ({
          ok: true as const,
          id: message.id,
          n: viewer ? table.numbering(viewer).numberAt(done.version) : 0,
        });
        if (message.as === 'host') {
          if (identity?.kind !== 'host') return refuse('not-entitled');
          return accepted(
            await table.submit('host', message.id, { as: 'host', command: message.command }),
            answer,
          );
        }
        const seat =
          identity?.kind === 'person'
            ? session.stream.state().view.people.find((one) => one.person === identity.person)?.seat
            : null;
        if (identity?.kind !== 'person' || seat?.table !== table.id) return refuse('not-seated');
        return accepted(
          await table.submit(identity.person, message.id, {
            as: 'seat',
            role: seat.role,
            person: identity.person,
            command: message.command,
          }),
          answer,
        );
      }),
    );

    listen(socket, 'session-command', guards, ({ id, command }) =>
      withSession(async (session) => {
        if (connection.identity?.kind !== 'host') return refuse('not-entitled');
        const answer = (done: Settled) => ({
          ok: true as const,
          id,
          n: session.entries.numberAt(done.version),
        });
        if (command.type === 'rename' && nameTaken(session, command.nickname, command.person))
          return refuse('nickname-taken');
        const words = command.type === 'rename' ? [{ id: command.person, body: command.nickname }] : [];
        const wish =
          command.type === 'add-table'
            ? { ...command, newTable: `${session.id}-${session.stream.state().view.tables.length + 1}` }
            : command;
        const done = await session.submit('host', id, wish, words);
        // Also when it was closed before: a crash may have come in between.
        if (command.type === 'close' && (done.ok || done.code === 'session-closed')) {
          await sessions.deleteWords(session);
          hub.forgetWords();
        }
        return accepted(done, answer);
      }),
    );

    listen(socket, 'resync', guards, ({ feed, cursor }) =>
      withSession(async (session) =>
        (await hub.resync(connection, session, feed, cursor)) ? { ok: true } : refuse('unknown-table'),
      ),
    );

    listen(socket, 'record', guards, ({ table: id }) =>
      withSession(async (session) => {
        const table = session.tables.get(id);
        const { identity } = connection;
        if (!table || !identity) return refuse('unknown-table');
        if (identity.kind !== 'host' && !table.stream.state().desk.debriefOpen)
          return refuse('debrief-closed');
        return recordOf(session, table, hub.wordsOf);
      }),
    );

    async function withSession<T>(work: (session: Session) => Promise<Answer<T>>): Promise<Answer<T>> {
      const session = connection.identity && (await sessions.get(connection.identity.session));
      return session ? work(session) : refuse('unknown-token');
    }
  });
  return server;
}

function accepted(
  done: Settled | { readonly ok: false },
  answer: (done: Settled) => Accepted,
): Answer<Accepted> {
  return done.ok ? answer(done) : (done as Answer<Accepted>);
}
