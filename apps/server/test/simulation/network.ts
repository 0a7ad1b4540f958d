import type { ClientLine } from '@btt/client';
import type { NewLine } from '../../src/sockets/reception';
import type { Random } from './chance';

/** Where a new line goes; null = nobody answers. */
export type Door = () => { readonly admit: (line: NewLine) => void; readonly lines: Set<Wire> } | null;

/** Milliseconds on the way. */
const SLOWEST = 60;
const RECONNECT = 300;
const LONGEST_RECONNECT = 3_000;

/** One connection: what is on its way when it is cut is lost, and each end learns of it in its own time. */
export interface Wire {
  readonly id: string;
  cut(): void;
}

let made = 0;

/** The end of a client, which comes back when it is cut. What is emitted meanwhile is sent after. */
export function dial(door: Door, random: Random): ClientLine {
  const listeners = new Map<string, ((message: never) => void)[]>();
  const fire = (event: string, message?: unknown) => {
    for (const heard of listeners.get(event) ?? []) heard(message as never);
  };
  const on = (event: string, heard: (message: never) => void) =>
    listeners.set(event, [...(listeners.get(event) ?? []), heard]);
  const waiting = new Set<() => void>();
  const asked = new Set<() => void>();
  let send: ((event: string, message: unknown, answer: (value: unknown) => void) => void) | null = null;
  let attempts = 0;
  let closed = false;
  let hangUp = (): void => undefined;

  function connect(): void {
    if (closed) return;
    const house = door();
    if (!house) return again();
    const wire = openWire(random, {
      fire,
      gone() {
        send = null;
        for (const lost of asked) lost();
        asked.clear();
        fire('disconnect');
        again();
      },
    });
    house.lines.add(wire.wire);
    wire.server.on('disconnect', () => house.lines.delete(wire.wire));
    hangUp = wire.wire.cut;
    house.admit(wire.server);
    setTimeout(() => {
      if (wire.isCut() || closed) return;
      attempts = 0;
      send = wire.send;
      fire('connect');
      for (const go of waiting) go();
      waiting.clear();
    }, random() * SLOWEST);
  }

  function again(): void {
    if (closed) return;
    const longest = Math.min(LONGEST_RECONNECT, RECONNECT * 2 ** attempts++);
    setTimeout(
      () => {
        fire('reconnect_attempt');
        connect();
      },
      longest * (0.5 + random()),
    );
  }

  setTimeout(connect, 0);
  return {
    get connected() {
      return send !== null;
    },
    on,
    io: { on },
    timeout: (within) => ({
      emitWithAck: (event, message) =>
        new Promise((resolve, reject) => {
          const lost = () => reject(new Error('The line was cut.'));
          const timer = setTimeout(() => {
            waiting.delete(go);
            lost();
          }, within);
          const go = () => {
            asked.add(lost);
            send?.(event, message, (value) => {
              clearTimeout(timer);
              asked.delete(lost);
              resolve(value);
            });
          };
          if (send) go();
          else waiting.add(go);
        }),
    }),
    close() {
      closed = true;
      hangUp();
    },
  };
}

interface Ends {
  readonly fire: (event: string, message: unknown) => void;
  readonly gone: () => void;
}

function openWire(random: Random, near: Ends) {
  const heard: ((name: unknown, ...rest: readonly unknown[]) => void)[] = [];
  const gone: (() => void)[] = [];
  const [toServer, toClient] = [lane(random), lane(random)];
  let isCut = false;
  let connected = true;
  const wire: Wire = {
    id: `wire ${++made}`,
    cut() {
      if (isCut) return;
      isCut = true;
      setTimeout(() => {
        connected = false;
        for (const tell of gone) tell();
      }, random() * SLOWEST);
      setTimeout(near.gone, random() * SLOWEST);
    },
  };
  const server: NewLine = {
    id: wire.id,
    get connected() {
      return connected;
    },
    emit: (name, message) =>
      toClient(() => {
        if (!isCut) near.fire(name, message);
      }, message),
    onAny: (listener) => heard.push(listener),
    on: (_name, tell) => gone.push(tell),
    disconnect: wire.cut,
  };
  const send = (event: string, message: unknown, answer: (value: unknown) => void): void =>
    toServer((arrived) => {
      if (isCut) return;
      for (const listener of heard)
        listener(event, arrived, (value: unknown) =>
          toClient((back) => {
            if (!isCut) answer(back);
          }, value),
        );
    }, message);
  return { wire, server, send, isCut: () => isCut };
}

/** One direction: everything arrives in the order in which it was sent, as a copy. */
function lane(random: Random) {
  let last = 0;
  return (arrive: (message: unknown) => void, message: unknown): void => {
    const text = JSON.stringify(message ?? null);
    const now = performance.now();
    last = Math.max(last, now + random() * SLOWEST);
    setTimeout(() => arrive(JSON.parse(text)), last - now);
  };
}
