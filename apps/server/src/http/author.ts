import { type Refusal, type RefusalCode, refuse } from '@btt/protocol';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { neighbourhoodOf } from '../limits/address';
import type { Buckets } from '../limits/bucket';
import type { HostGate } from '../limits/host-gate';
import { hashOf } from '../sessions/secrets';
import { isOwnOrigin } from '../sockets/origin';

/** Who asks, as far as that matters: whom the address stands for, and the hash of the token that own scenarios belong to. */
export interface Author {
  readonly address: string;
  readonly owner: string | null;
}

/** A token says whose scenarios are meant. Browsers make one; nobody guesses 256 bits. */
const OWNER = /^Bearer (?<token>[A-Za-z0-9_-]{43,100})$/;
const LONGEST_PASS = 200;

/** The token that a request brings along. */
export function tokenOf(request: Request): string | null {
  return OWNER.exec(request.headers.authorization ?? '')?.groups?.['token'] ?? null;
}

export function authorOf(request: Request): Author {
  const token = tokenOf(request);
  return {
    address: neighbourhoodOf(request.ip ?? ''),
    owner: token === null ? null : hashOf(token),
  };
}

/** Lets those pass who may host, and not too often. Asked before anything that they send is read. */
export function admitting(gate: HostGate, rate: Buckets, publicUrl: string | undefined): RequestHandler {
  return (request, response, goOn) => {
    const { address } = authorOf(request);
    response.set('Cache-Control', 'no-store');
    if (!isOwnOrigin(request.headers, publicUrl)) return answer(response, refuse('not-entitled'));
    if (!rate.take(address, Date.now())) return answer(response, refuse('too-many'));
    gate
      .admit(address, passOf(request))
      .then((code) => (code ? answer(response, refuse(code)) : goOn()))
      .catch(goOn);
  };
}

/** The host pass, in a header that takes no letters but those of English. */
function passOf(request: Request): string | undefined {
  const given = request.headers['x-host-pass'];
  if (typeof given !== 'string') return undefined;
  try {
    return decodeURIComponent(given).slice(0, LONGEST_PASS);
  } catch {
    return '';
  }
}

const STATUS: Partial<Record<RefusalCode, number>> = {
  'not-entitled': 403,
  'wrong-pass': 403,
  'unknown-scenario': 404,
  'unknown-token': 401,
  outdated: 409,
  'not-playable': 409,
  'library-full': 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
  'no-answer': 503,
};

/** Does what is asked, and answers with what comes of it. */
export function answering(
  work: (request: Request) => Promise<Refusal | { readonly ok: true }>,
): RequestHandler {
  return (request, response, goOn) => {
    work(request)
      .then((value) => answer(response, value))
      .catch(goOn);
  };
}

export function answer<T extends { readonly ok: true }>(response: Response, value: T | Refusal): void {
  response.status(value.ok ? 200 : (STATUS[value.code] ?? 400)).json(value);
}

/** A body that was too large, or was none. */
export const unreadable: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : null;
  if (response.headersSent || typeof type !== 'string') return next(error);
  answer(response, refuse(type === 'entity.too.large' ? 'too-large' : 'malformed'));
};
