/** What waits for its turn: one thing for each subject of each owner. */
export interface FairQueue<Item> {
  readonly size: number;
  /** Takes the place of what the owner had waiting about the same subject, which is handed back. */
  put(owner: string, subject: string, item: Item): Item | null;
  /** The next one: owners take turns, each with what has waited longest. */
  take(): Item | null;
  /** False when it was not waiting. */
  remove(owner: string, subject: string, item: Item): boolean;
}

export function createFairQueue<Item>(): FairQueue<Item> {
  const owners = new Map<string, Map<string, Item>>();
  let size = 0;
  return {
    get size() {
      return size;
    },
    put(owner, subject, item) {
      const own = owners.get(owner) ?? new Map<string, Item>();
      owners.set(owner, own);
      const before = own.get(subject) ?? null;
      if (before === null) size += 1;
      own.set(subject, item);
      return before;
    },
    take() {
      const first = owners.entries().next();
      if (first.done) return null;
      const [owner, own] = first.value;
      owners.delete(owner);
      const oldest = own.entries().next();
      if (oldest.done) return null;
      const [subject, item] = oldest.value;
      own.delete(subject);
      size -= 1;
      if (own.size > 0) owners.set(owner, own);
      return item;
    },
    remove(owner, subject, item) {
      const own = owners.get(owner);
      if (own?.get(subject) !== item) return false;
      own.delete(subject);
      size -= 1;
      if (own.size === 0) owners.delete(owner);
      return true;
    },
  };
}
