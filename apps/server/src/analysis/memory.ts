/** Remembers the newest of what was used, up to a number. */
export interface Memory<Value> {
  get(key: string): Value | undefined;
  has(key: string): boolean;
  /** Says which key was forgotten for it, if one was. */
  set(key: string, value: Value): string | null;
  forget(key: string): void;
}

export function createMemory<Value>(most: number): Memory<Value> {
  const kept = new Map<string, Value>();
  return {
    has: (key) => kept.has(key),
    forget: (key) => void kept.delete(key),
    get(key) {
      const value = kept.get(key);
      if (value === undefined) return undefined;
      kept.delete(key);
      kept.set(key, value);
      return value;
    },
    set(key, value) {
      kept.delete(key);
      kept.set(key, value);
      const oldest = kept.keys().next();
      if (kept.size <= most || oldest.done) return null;
      kept.delete(oldest.value);
      return oldest.value;
    },
  };
}
