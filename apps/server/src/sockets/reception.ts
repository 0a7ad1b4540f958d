import type { Counters } from '../http/metrics';
import { neighbourhoodOf } from '../limits/address';
import { createBucket, createBuckets } from '../limits/bucket';
import { createCrowd } from '../limits/crowd';
import { LIMITS } from '../limits/limits';
import type { Connection, Line } from './connection';
import { createHandlers } from './handlers';
import { type Guards, listen } from './messages';
import type { Services } from './services';

/** A line that has just been opened. */
export interface NewLine extends Line {
  on(name: 'disconnect', gone: () => void): unknown;
  disconnect(close: true): unknown;
}

/** Lets pages in, and listens to them until they are gone. */
export interface Reception {
  /** `address`: of the page in the network. */
  admit(line: NewLine, address: string): void;
}

export function createReception(services: Services, counters: Counters, failed: Guards['failed']): Reception {
  const addresses = createBuckets(LIMITS.address);
  const crowd = createCrowd(LIMITS.connections.ofAddress, LIMITS.connections.all);
  const handlers = createHandlers(services);
  const guards: Guards = {
    admit({ rates, neighbourhood }) {
      const at = Date.now();
      return rates.messages.take(at) && addresses.take(neighbourhood, at) ? null : 'too-many';
    },
    failed,
    counters,
  };
  return {
    admit(socket, address) {
      const neighbourhood = neighbourhoodOf(address);
      if (!crowd.enter(neighbourhood)) {
        socket.disconnect(true);
        return;
      }
      const now = Date.now();
      const page: Connection = {
        socket,
        neighbourhood,
        rates: {
          messages: createBucket(LIMITS.page, now),
          joins: createBucket(LIMITS.joins, now),
          records: createBucket(LIMITS.records, now),
          trials: createBucket(LIMITS.trials, now),
        },
        identity: null,
        screenToken: null,
        tables: true,
        following: new Map(),
        welcome: null,
      };
      listen(page, handlers, guards);
      socket.on('disconnect', () => {
        crowd.leave(neighbourhood);
        void goodbye(page, services);
      });
    },
  };
}

async function goodbye(page: Connection, { hub, presence, sessions }: Services): Promise<void> {
  const id = page.identity?.session;
  hub.leave(page);
  const session = id === undefined ? null : await sessions.get(id).catch(() => null);
  if (session) presence.changed(session);
}
