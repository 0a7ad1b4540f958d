import { type Answer, type LibraryRequest, type Refusal, refuse } from '@btt/protocol';
import { heldHostPass } from './host-pass';
import { heldOwner } from './owner';
import { readable } from './refused';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Asks the server about scenarios, as the host and the owner that this browser is. Never fails: trouble on the way is a refusal. */
export async function ask<T extends { readonly ok: true }>(
  method: Method,
  path: string,
  body?: object,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  try {
    const response = await send(method, path, body, signal);
    return readable((await response.json()) as Answer<T>);
  } catch {
    return readable(refuse('unavailable', UNREACHABLE));
  }
}

/**
 * Asks for an answer that comes line by line, and tells each line. Null = it came to its end. Aborting ends it quietly.
 */
export async function follow<Line extends object>(
  path: string,
  body: object,
  tell: (line: Line) => void,
  signal: AbortSignal,
): Promise<Refusal | null> {
  try {
    const response = await send('POST', path, body, signal);
    if (!response.ok || !response.body) return readable((await response.json()) as Refusal);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value = '' } = await reader.read();
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const told = JSON.parse(line) as Line | Refusal;
        if (isRefusal(told)) return readable(told);
        tell(told);
      }
      if (done) return null;
    }
  } catch {
    return signal.aborted ? null : readable(refuse('unavailable', UNREACHABLE));
  }
}

export type SaveFiles = LibraryRequest<'save'>['files'];

/** An address below `/api/scenarios`. */
export function scenarioPath(ref: string, part = ''): string {
  return `/${encodeURIComponent(ref)}${part}`;
}

/** The id of a wish, so that sending it again is harmless. */
export function newWishId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

const UNREACHABLE = 'The server cannot be reached just now.';

function send(method: Method, path: string, body?: object, signal?: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = {};
  const pass = heldHostPass();
  const owner = heldOwner();
  if (pass !== null) headers['x-host-pass'] = encodeURIComponent(pass);
  if (owner !== null) headers['authorization'] = `Bearer ${owner}`;
  if (body) headers['content-type'] = 'application/json';
  return fetch(`/api/scenarios${path}`, {
    method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
    ...(signal ? { signal } : {}),
  });
}

function isRefusal(line: object | Refusal): line is Refusal {
  return 'code' in line;
}
