import { randomBytes } from 'node:crypto';
import { type ClientRequest, request } from 'node:http';
import type { Socket } from 'node:net';

/** A frame of a WebSocket as RFC 6455 has it, and as nobody should send it. */
export interface RawFrame {
  readonly opcode: number;
  readonly payload?: Uint8Array | string;
  /** The last one of its message; true when left out. */
  readonly fin?: boolean;
  /** True when left out, as it must be for whoever is no server. */
  readonly masked?: boolean;
  /** The three reserved bits, 0 to 7. */
  readonly reserved?: number;
  /** Bytes that it says that it has; what it has when left out. */
  readonly says?: bigint;
}

export const OPCODES = { more: 0, text: 1, bytes: 2, close: 8, ping: 9, pong: 10 } as const;

function bytesOf({ opcode, payload = '', fin = true, masked = true, reserved = 0, says }: RawFrame): Buffer {
  const body = Buffer.from(payload);
  const length = says ?? BigInt(body.length);
  const head = Buffer.alloc(10);
  head[0] = (fin ? 0x80 : 0) | (reserved << 4) | opcode;
  let size = 2;
  let short = Number(length);
  if (length > 0xffffn) {
    head.writeBigUInt64BE(length, 2);
    [short, size] = [127, 10];
  } else if (length > 125n) {
    head.writeUInt16BE(Number(length), 2);
    [short, size] = [126, 4];
  }
  head[1] = (masked ? 0x80 : 0) | short;
  if (!masked) return Buffer.concat([head.subarray(0, size), body]);
  const mask = randomBytes(4);
  return Buffer.concat([head.subarray(0, size), mask, body.map((byte, i) => byte ^ (mask[i % 4] ?? 0))]);
}

/** A WebSocket of which the test writes every byte. */
export interface RawSocket {
  send(frame: RawFrame): void;
  /** A text frame with one packet. */
  packet(text: string): void;
  /** Everything that came, as text. */
  heard(): string;
  /** Resolves when something that came, or what came before, is so, or the connection has ended. */
  until(look: (heard: string) => boolean): Promise<void>;
  /** Resolves when the other side has ended the connection. */
  readonly ended: Promise<void>;
  readonly hasEnded: () => boolean;
  drop(): void;
}

/** Opens a line as a page with WebSockets does, up to the answer of the server. */
export async function openRaw(url: string): Promise<RawSocket> {
  const asked: ClientRequest = request(`${url}/socket.io/?EIO=4&transport=websocket`, {
    agent: false,
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
    },
  });
  const socket = await new Promise<Socket>((resolve, reject) => {
    asked.on('upgrade', (_answer, upgraded: Socket, head) => {
      upgraded.unshift(head);
      resolve(upgraded);
    });
    asked.on('response', (answer) => reject(new Error(`answered ${answer.statusCode}`)));
    asked.on('error', reject);
    asked.end();
  });
  let heard = '';
  let over = false;
  let listeners: (() => void)[] = [];
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const ended = new Promise<void>((resolve) => {
    socket.on('close', () => {
      over = true;
      tell();
      resolve();
    });
  });
  // Whoever is cut off while writing hears of it so; `close` follows.
  socket.on('error', () => undefined);
  socket.on('data', (bytes) => {
    heard += bytes.toString('latin1');
    tell();
  });
  const send = (frame: RawFrame): void => void socket.write(bytesOf(frame));
  return {
    send,
    packet: (text) => send({ opcode: OPCODES.text, payload: text }),
    heard: () => heard,
    until: (look) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (!over && !look(heard)) return;
          listeners = listeners.filter((one) => one !== check);
          resolve();
        };
        listeners = [...listeners, check];
        check();
      }),
    ended,
    hasEnded: () => over,
    drop: () => void socket.destroy(),
  };
}
