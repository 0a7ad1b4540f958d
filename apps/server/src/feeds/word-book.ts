import type { EventStore } from '@btt/eventstore';

export type Bodies = Readonly<Record<string, string>>;

/** Free text and nicknames by id, from memory where they were seen lately. */
export interface WordBook {
  /** After words were deleted in the store. */
  forget(): void;
  remember(id: string, body: string): void;
  /** All of them from memory, or null when one is not there. */
  atHand(ids: readonly string[]): Bodies | null;
  /** Deleted ones are missing. Fails with `StoreUnavailable`. */
  find(ids: readonly string[]): Promise<Bodies>;
}

const KEPT = 20_000;
/** Ids asked of the store at once: databases bound the length of a list. */
const AT_ONCE = 500;

/** Without a prototype, for the engine makes a hidden class for each set of names of any other object, and these names are always new. */
function bodiesOf(found: Iterable<readonly [string, string]>): Bodies {
  const bodies: Record<string, string> = Object.create(null);
  for (const [id, body] of found) bodies[id] = body;
  return bodies;
}

export function createWordBook(store: EventStore): WordBook {
  const kept = new Map<string, string>();

  function remember(id: string, body: string): void {
    kept.delete(id);
    kept.set(id, body);
    const oldest = kept.keys().next();
    if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
  }

  return {
    forget: () => kept.clear(),
    remember,
    atHand(ids) {
      const found: [string, string][] = [];
      for (const id of ids) {
        const body = kept.get(id);
        if (body === undefined) return null;
        found.push([id, body]);
      }
      return bodiesOf(found);
    },
    async find(ids) {
      const found = new Map<string, string>();
      const missing = ids.filter((id) => {
        const body = kept.get(id);
        if (body !== undefined) found.set(id, body);
        return body === undefined;
      });
      for (let i = 0; i < missing.length; i += AT_ONCE) {
        for (const [id, body] of await store.words(missing.slice(i, i + AT_ONCE))) {
          remember(id, body);
          found.set(id, body);
        }
      }
      return bodiesOf(found);
    },
  };
}
