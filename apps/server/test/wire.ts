import type { Answer, Entry, Frame, Presence, Welcome } from '@btt/protocol';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';

/** A page that speaks the protocol by hand and keeps everything it is sent. */
export interface Page {
  readonly socket: Socket;
  /** Everything that came, in order. */
  readonly heard: (readonly unknown[])[];
  frames(feed?: string): Frame[];
  entries(feed: string): Entry[];
  welcomes(): Welcome[];
  online(): readonly string[] | undefined;
  ask<T = { readonly ok: true }>(event: string, message: unknown): Promise<Answer<T>>;
  hello(token: string, cursors?: object): Promise<Answer<Welcome>>;
  /** Resolves when something that came, or what came before, is so. */
  until(look: () => boolean): Promise<void>;
  close(): void;
}

export function openPage(url: string, options: Partial<ManagerOptions & SocketOptions> = {}): Page {
  const socket = io(url, { forceNew: true, transports: ['websocket'], reconnection: false, ...options });
  const heard: (readonly unknown[])[] = [];
  let listeners: (() => void)[] = [];
  socket.onAny((...message: readonly unknown[]) => {
    heard.push(message);
    for (const listener of listeners) listener();
  });
  const bodies = <T>(event: string) => heard.flatMap(([name, body]) => (name === event ? [body as T] : []));
  const frames = (feed?: string) =>
    bodies<Frame>('frame').filter((frame) => feed === undefined || frame.feed === feed);
  const page: Page = {
    socket,
    heard,
    frames,
    entries: (feed) => frames(feed).flatMap((frame) => frame.entries),
    welcomes: () => bodies<Welcome>('welcome'),
    online: () => bodies<Presence>('presence').at(-1)?.online,
    ask: (event, message) => socket.emitWithAck(event, message),
    hello: (token, cursors) => page.ask('hello', { protocol: 1, token, ...(cursors ? { cursors } : {}) }),
    until: (look) =>
      new Promise((resolve) => {
        const check = () => {
          if (!look()) return;
          listeners = listeners.filter((one) => one !== check);
          resolve();
        };
        listeners = [...listeners, check];
        check();
      }),
    close: () => void socket.close(),
  };
  return page;
}

let made = 0;
/** An id that no other message of this run has. */
export const newId = (): string => `test-message-${++made}`;
