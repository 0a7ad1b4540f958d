import type { Socket } from 'socket.io';

type Conn = Socket['conn'];

/** What has been handed to a connection and has not left yet. */
export interface Backlog {
  /** Characters. */
  size(): number;
  /** Null when more may be handed over; else resolves when it may again, or the connection has ended. */
  room(): Promise<void> | null;
}

export interface BacklogLimits {
  /** Characters above which nothing more is handed over of what can be made up for later. */
  readonly enough: number;
  /** Characters above which a connection that is handed still more is cut off: whoever is there comes back and reads on. */
  readonly most: number;
}

interface Packet {
  readonly data?: unknown;
}

/** Counts by the events of the connection: a packet is made, a batch of them goes to the transport, the batch has left. */
export function watchBacklog(conn: Conn, { enough, most }: BacklogLimits): Backlog {
  let waiting = 0;
  let leaving = 0;
  let ended = false;
  let promise: Promise<void> | null = null;
  let resolve = (): void => undefined;

  function open(): void {
    if (!ended && waiting > enough) return;
    promise = null;
    resolve();
  }

  conn.on('packetCreate', ({ data }: Packet) => {
    const tooMuch = waiting > most;
    waiting += typeof data === 'string' ? data.length : 1;
    if (tooMuch) conn.close(true);
  });
  conn.on('flush', () => {
    leaving = waiting;
  });
  const follow = (transport: Conn['transport']) =>
    transport.on('drain', () => {
      waiting -= leaving;
      leaving = 0;
      open();
    });
  follow(conn.transport);
  conn.on('upgrade', follow);
  conn.on('close', () => {
    ended = true;
    open();
  });

  return {
    size: () => waiting,
    room() {
      if (ended || waiting <= enough) return null;
      promise ??= new Promise((opened) => {
        resolve = opened;
      });
      return promise;
    },
  };
}
