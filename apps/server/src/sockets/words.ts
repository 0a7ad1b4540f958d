import type { EventStore } from '@btt/eventstore';

/** Words by id, from memory where they were seen lately. */
export interface WordBook {
  /** After words were deleted in the store. */
  forget(): void;
  remember(id: string, body: string): void;
  find(ids: readonly string[]): Promise<Record<string, string>>;
}

const KEPT = 20_000;

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
    async find(ids) {
      const missing = ids.filter((id) => !kept.has(id));
      if (missing.length > 0) for (const [id, body] of await store.words(missing)) remember(id, body);
      return Object.fromEntries(ids.flatMap((id) => (kept.has(id) ? [[id, kept.get(id) ?? '']] : [])));
    },
  };
}
