import { type Answer, type Deleted, type RefusalCode, refuse, type SessionList } from '@btt/protocol';
import type { ClientMessage } from '@btt/protocol/schema';
import type { WordBook } from '../feeds/word-book';
import type { HostGate } from '../limits/host-gate';
import type { Sessions } from '../sessions/sessions';
import type { Shelf } from '../sessions/shelf';
import type { Tokens } from '../sessions/tokens';
import type { Records } from '../tables/record';
import type { Hub } from './hub';

export interface ShelfServices {
  readonly sessions: Sessions;
  readonly shelf: Shelf;
  readonly tokens: Tokens;
  readonly hub: Hub;
  readonly hostGate: HostGate;
  readonly words: WordBook;
  readonly records: Records;
  /** Tells the other nodes that a session was deleted. */
  readonly removed: (session: string) => void;
}

/** Sessions listed at most. */
const MOST = 300;

/** The host pass, where there is one and it was given. */
async function passCode(
  { hostGate }: ShelfServices,
  neighbourhood: string,
  pass: string | undefined,
): Promise<RefusalCode | null> {
  if (!hostGate.hasPass || pass === undefined) return 'not-entitled';
  return hostGate.admit(neighbourhood, pass);
}

/** Sessions of the tokens that are shown; all of them for whoever knows the host pass. */
export async function listSessions(
  services: ShelfServices,
  neighbourhood: string,
  { tokens, pass }: ClientMessage<'sessions'>,
): Promise<Answer<SessionList>> {
  const { shelf, hostGate } = services;
  const identities = await Promise.all(tokens.map(services.tokens.identify));
  const hosted = identities.flatMap((one) => (one?.kind === 'host' ? [one] : []));
  const owned = new Set(hosted.flatMap(({ session, host }) => (host === undefined ? [session] : [])));
  const code = pass === undefined ? 'not-entitled' : await passCode(services, neighbourhood, pass);
  if (code && code !== 'not-entitled') return refuse(code);
  const ids = new Set([...hosted.map(({ session }) => session), ...(code ? [] : await shelf.all())]);
  const cards = await Promise.all([...ids].map((id) => shelf.card(id)));
  const sessions = cards
    .flatMap((card) => (card ? [{ ...card, own: owned.has(card.session) }] : []))
    .sort((a, b) => b.last - a.last)
    .slice(0, MOST);
  return { ok: true, all: code === null, hasPass: hostGate.hasPass, sessions };
}

/** Takes a session away from everybody who has it open, and out of the store. */
export async function deleteSession(
  services: ShelfServices,
  neighbourhood: string,
  { session: id, token, pass }: ClientMessage<'delete-session'>,
): Promise<Answer<Deleted>> {
  const identity = token === undefined ? null : await services.tokens.identify(token);
  const owns = identity?.kind === 'host' && identity.session === id && identity.host === undefined;
  const code = owns ? null : await passCode(services, neighbourhood, pass);
  if (code) return refuse(code);
  await removeSession(services, id);
  return { ok: true };
}

async function removeSession(
  services: Omit<ShelfServices, 'hostGate' | 'tokens'>,
  id: string,
): Promise<void> {
  const open = await services.sessions.remove(id);
  services.removed(id);
  if (open) services.hub.dismissAll(open);
  services.words.forget();
  services.records.forget();
}

/** Deletes every session in which nothing has happened for too long. */
export async function deleteOldSessions(
  services: Omit<ShelfServices, 'hostGate' | 'tokens'>,
  now: number,
): Promise<void> {
  for (const id of await services.shelf.all()) {
    const card = await services.shelf.card(id);
    if (card && card.deleted !== null && card.deleted <= now) await removeSession(services, id);
  }
}
