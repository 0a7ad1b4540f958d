import { WebSocket } from 'ws';

/**
 * A light socket.io client over a bare WebSocket: thousands of them share a process without being what is measured. It reads nothing of
 * what it hears but acknowledgements.
 */
export interface Wire {
  /** Sends an event and resolves with the acknowledgement. */
  ask(event: string, body: unknown): Promise<unknown>;
  /** Sends an event that nobody acknowledges. */
  tell(event: string, ...bodies: readonly unknown[]): void;
  /** Called with each event as it came, undecoded; replaces who listened before. */
  hear(listener: (text: string) => void): void;
  close(): void;
}

/** Connects to a namespace. Several hundred addresses of this computer are used, as limits are counted by address; where there is one only, that. */
export function openWire(url: string, namespace = '', at = 0): Promise<Wire> {
  const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const from = process.platform === 'linux' ? { localAddress: `127.0.0.${2 + (at % 200)}` } : {};
  const socket = new WebSocket(address, { perMessageDeflate: false, ...from });
  const prefix = namespace === '' ? '' : `/${namespace},`;
  const asked = new Map<number, (answer: unknown) => void>();
  let asks = 0;
  let listener: ((text: string) => void) | null = null;
  const wire: Wire = {
    ask: (event, body) =>
      new Promise((resolve) => {
        asks += 1;
        asked.set(asks, resolve);
        socket.send(`42${prefix}${asks}${JSON.stringify([event, body])}`);
      }),
    tell: (event, ...bodies) => socket.send(`42${prefix}${JSON.stringify([event, ...bodies])}`),
    hear(heard) {
      listener = heard;
    },
    close: () => socket.close(),
  };
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data) => {
      const text = Buffer.isBuffer(data) ? data.toString() : '';
      const kind = text.slice(0, 2);
      if (kind === '42') listener?.(text);
      else if (kind === '43') {
        const start = text.indexOf('[');
        const id = Number(text.slice(2 + prefix.length, start));
        const [answer]: readonly unknown[] = JSON.parse(text.slice(start));
        asked.get(id)?.(answer);
        asked.delete(id);
      } else if (text === '2') socket.send('3');
      else if (text.startsWith('0')) socket.send(`40${prefix}`);
      else if (kind === '40') resolve(wire);
      else if (kind === '44') reject(new Error(`The connection was refused: ${text}`));
    });
  });
}
