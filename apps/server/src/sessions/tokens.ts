import type { EventStore } from '@btt/eventstore';
import { hashOf } from './secrets';

/** Whom a token stands for. */
export type Identity =
  /** `host` is a co-host's id; without it the owner of the session, or whoever knows the host pass. */
  | { readonly kind: 'host' | 'screen'; readonly session: string; readonly host?: string }
  /** With `return` only once the host has let this request in. */
  | { readonly kind: 'person'; readonly session: string; readonly person: string; readonly return?: string };

/** Tokens are stored as hashes, and by session so that they can be deleted with it. */
export interface Tokens {
  keep(token: string, identity: Identity): Promise<void>;
  identify(token: string): Promise<Identity | null>;
  /** Nobody is known by a token of this session any more. */
  forget(session: string): Promise<void>;
}

const KIND = 'token';
const ofSession = (session: string) => `${KIND}s of ${session}`;

export function createTokens(store: EventStore): Tokens {
  return {
    async keep(token, identity) {
      const hash = hashOf(token);
      await store.claimKey(ofSession(identity.session), hash, '');
      await store.claimKey(KIND, hash, JSON.stringify(identity));
    },
    async identify(token) {
      const found = await store.getKey(KIND, hashOf(token));
      return found === undefined ? null : (JSON.parse(found) as Identity);
    },
    async forget(session) {
      const kind = ofSession(session);
      for (const { key } of await store.keys(kind)) {
        await store.releaseKey(KIND, key);
        await store.releaseKey(kind, key);
      }
    },
  };
}
