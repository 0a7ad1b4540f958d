import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { neighbourhoodOf } from '../limits/address';
import { createBucket, createBuckets } from '../limits/bucket';
import { createCrowd } from '../limits/crowd';
import { LIMITS } from '../limits/limits';
import type { Counters } from '../http/metrics';
import type { Connection } from './connection';
import { createHandlers, type Services } from './handlers';
import { type Guards, listen } from './messages';
import { isOwnOrigin } from './origin';

/** Sockets on the same port as everything else, before anybody listens to them. */
export function openSockets(http: HttpServer, publicUrl: string | undefined): Server {
  return new Server(http, {
    serveClient: false,
    maxHttpBufferSize: LIMITS.message,
    perMessageDeflate: false,
    pingInterval: 15_000,
    pingTimeout: 15_000,
    connectTimeout: 15_000,
    allowRequest: (request, decide) => decide(null, isOwnOrigin(request.headers, publicUrl)),
  });
}

/** Listens to every page that connects. */
export function serveSockets(
  sockets: Server,
  services: Services,
  counters: Counters,
  failed: Guards['failed'],
): void {
  const addresses = createBuckets(LIMITS.address);
  const crowd = createCrowd(LIMITS.connections.ofAddress, LIMITS.connections.all);

  sockets.on('connection', (socket: Socket) => {
    const neighbourhood = neighbourhoodOf(socket.handshake.address);
    if (!crowd.enter(neighbourhood)) {
      socket.disconnect(true);
      return;
    }
    const now = Date.now();
    const page: Connection = {
      socket,
      neighbourhood,
      rates: {
        messages: createBucket(LIMITS.page, now),
        joins: createBucket(LIMITS.joins, now),
        records: createBucket(LIMITS.records, now),
        trials: createBucket(LIMITS.trials, now),
      },
      identity: null,
      screenToken: null,
      tables: true,
      following: new Map(),
      welcome: null,
    };
    const admit = () => {
      const at = Date.now();
      return page.rates.messages.take(at) && addresses.take(neighbourhood, at) ? null : 'too-many';
    };
    listen(socket, createHandlers(page, services), { admit, failed, counters });
    socket.on('disconnect', () => {
      crowd.leave(neighbourhood);
      void goodbye(page, services);
    });
  });
}

async function goodbye(page: Connection, { hub, presence, sessions }: Services): Promise<void> {
  const id = page.identity?.session;
  hub.leave(page);
  const session = id === undefined ? null : await sessions.get(id).catch(() => null);
  if (session) presence.changed(session);
}
