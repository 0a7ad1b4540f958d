import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { Exit } from '../feeds/deliveries';
import { frameText } from '../feeds/encode';
import type { Counters } from '../http/metrics';
import { LIMITS } from '../limits/limits';
import { type Backlog, watchBacklog } from './backlog';
import { isOwnOrigin } from './origin';
import { webSocketFrame } from './web-socket-frame';

/** How a message begins in the protocol of engine.io. */
const MESSAGE = 4;
/** How an event begins in the protocol of socket.io, in the namespace that all pages use. */
const EVENT = 2;

/** What engine.io takes beside a packet, and its types leave out: the frame that it sends instead where the transport is a WebSocket. */
interface FramedOptions extends NonNullable<Parameters<Socket['conn']['write']>[1]> {
  readonly wsPreEncodedFrame: readonly Buffer[];
}

/** Sockets on the same port as everything else, before anybody listens to them. */
export function openSockets(http: HttpServer, publicUrl: string | undefined): Server {
  const sockets = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: LIMITS.message,
    perMessageDeflate: false,
    pingInterval: 15_000,
    pingTimeout: 15_000,
    connectTimeout: 15_000,
    allowRequest: (request, decide) => decide(null, isOwnOrigin(request.headers, publicUrl)),
  });
  sockets.use(onePageOnEach());
  return sockets;
}

/** A connection has one page in its time. One on which another joins is ended: none of ours does that. */
function onePageOnEach(): (socket: Socket, next: () => void) => void {
  const taken = new WeakSet<Socket['conn']>();
  return (socket, next) => {
    if (taken.has(socket.conn)) {
      socket.conn.close(true);
      return;
    }
    taken.add(socket.conn);
    next();
  };
}

/** The one exit of frames, and what waits in it. */
export interface SocketExit extends Exit {
  /** The most that waits to be read by one page, in characters. */
  largestBacklog(): number;
}

export function socketExit(sockets: Server, counters: Counters): SocketExit {
  const backlogs = new Map<string, Backlog>();
  const connections = new Map<string, Socket['conn']>();
  sockets.on('connection', (socket: Socket) => {
    backlogs.set(socket.id, watchBacklog(socket.conn, LIMITS.backlog));
    connections.set(socket.id, socket.conn);
    socket.on('disconnect', () => {
      backlogs.delete(socket.id);
      connections.delete(socket.id);
    });
  });
  /** As socket.io would write an event, but written once for all who are told. */
  function write(to: readonly string[], name: string, text: string): void {
    const packet = `${EVENT}[${JSON.stringify(name)},${text}]`;
    const options: FramedOptions = { wsPreEncodedFrame: [webSocketFrame(`${MESSAGE}${packet}`)] };
    for (const id of to) connections.get(id)?.write(packet, options);
  }

  return {
    send(to, frame) {
      counters.frames += to.length;
      write(to, 'frame', frameText(frame));
    },
    tell: (to, name, message) => write(to, name, JSON.stringify(message)),
    room: (id) => backlogs.get(id)?.room() ?? null,
    largestBacklog: () => Math.max(0, ...[...backlogs.values()].map((one) => one.size())),
  };
}
