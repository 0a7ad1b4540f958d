import { randomBytes } from 'node:crypto';
import type { Running } from './running';

/** Talks to the library over HTTP as somebody's browser would. */
export interface Author {
  readonly token: string;
  get<Body = Anything>(path: string): Promise<Reply<Body>>;
  send<Body = Anything>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Reply<Body>>;
  /** An answer that comes line by line. */
  lines(path: string, body?: unknown): Promise<readonly unknown[]>;
}

type Anything = Readonly<Record<string, unknown>>;

export interface Reply<Body> {
  readonly status: number;
  /** What a caller expects of it; the tests look whether it is so. */
  readonly body: Body;
  readonly headers: Headers;
}

export const newToken = () => randomBytes(32).toString('base64url');
export const newId = () => randomBytes(16).toString('hex');

export function author(
  { url }: Pick<Running, 'url'>,
  { token = newToken(), pass }: { readonly token?: string | null; readonly pass?: string } = {},
): Author {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (token !== null) headers['authorization'] = `Bearer ${token}`;
  if (pass !== undefined) headers['x-host-pass'] = encodeURIComponent(pass);
  const ask = (method: string, path: string, body?: unknown) =>
    fetch(`${url}/api/scenarios${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const reply = async <Body>(response: Response): Promise<Reply<Body>> => ({
    status: response.status,
    body: (await response.json()) as Body,
    headers: response.headers,
  });
  return {
    token: token ?? '',
    get: async (path) => reply(await ask('GET', path)),
    send: async (method, path, body) => reply(await ask(method, path, body)),
    async lines(path, body) {
      const response = await ask('POST', path, body ?? {});
      const text = await response.text();
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as unknown);
    },
  };
}
