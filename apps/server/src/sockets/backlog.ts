import type { Socket } from 'socket.io';

type Conn = Socket['conn'];
type Transport = Conn['transport'];

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

/** Counts by the events of the connection: a packet is made, a batch of them goes to the transport, is handed over, has left. */
export function watchBacklog(conn: Conn, limits: BacklogLimits): Backlog {
  const backlog = new ConnectionBacklog(conn, limits);
  conn.on('packetCreate', made);
  conn.on('flush', leaves);
  conn.on('drain', handedOver);
  conn.on('upgrade', upgraded);
  conn.on('close', ended);
  backlogs.set(conn, backlog);
  follow(backlog, conn.transport);
  return backlog;
}

/** By whoever tells of it. One set of listeners serves all connections: there are thousands. */
const backlogs = new WeakMap<object, ConnectionBacklog>();

function follow(backlog: ConnectionBacklog, transport: Transport): void {
  backlogs.set(transport, backlog);
  transport.on('drain', left);
}

function made(this: object, { data }: Packet): void {
  backlogs.get(this)?.made(typeof data === 'string' ? data.length : 1);
}
function leaves(this: object, batch: Packet[]): void {
  backlogs.get(this)?.leaves(batch);
}
function handedOver(this: object): void {
  backlogs.get(this)?.handedOver();
}
function left(this: object): void {
  backlogs.get(this)?.left();
}
function upgraded(this: object, transport: Transport): void {
  const backlog = backlogs.get(this);
  if (backlog) follow(backlog, transport);
}
function ended(this: object): void {
  backlogs.get(this)?.end();
}

class ConnectionBacklog implements Backlog {
  readonly #conn: Conn;
  readonly #limits: BacklogLimits;
  #waiting = 0;
  #leaving = 0;
  #batch: Packet[] | null = null;
  #ended = false;
  #opening: { readonly promise: Promise<void>; readonly resolve: () => void } | null = null;

  constructor(conn: Conn, limits: BacklogLimits) {
    this.#conn = conn;
    this.#limits = limits;
  }

  size(): number {
    return this.#waiting;
  }

  room(): Promise<void> | null {
    if (this.#ended || this.#waiting <= this.#limits.enough) return null;
    if (this.#opening) return this.#opening.promise;
    let resolve = (): void => undefined;
    const promise = new Promise<void>((opened) => {
      resolve = opened;
    });
    this.#opening = { promise, resolve };
    return promise;
  }

  made(size: number): void {
    const tooMuch = this.#waiting > this.#limits.most;
    this.#waiting += size;
    if (tooMuch) this.#conn.close(true);
  }

  leaves(batch: Packet[]): void {
    this.#leaving = this.#waiting;
    this.#batch = batch;
  }

  /**
   * Empties the list of packets that the transport has taken. engine.io made it when the batch before left, so it may be old by now, and what an
   * old object holds is kept until the next full collection, though nobody needs it: a few KB for each command.
   */
  handedOver(): void {
    if (this.#batch) this.#batch.length = 0;
    this.#batch = null;
  }

  left(): void {
    this.#waiting -= this.#leaving;
    this.#leaving = 0;
    this.#open();
  }

  end(): void {
    this.#ended = true;
    this.#open();
  }

  #open(): void {
    if (!this.#ended && this.#waiting > this.#limits.enough) return;
    this.#opening?.resolve();
    this.#opening = null;
  }
}
