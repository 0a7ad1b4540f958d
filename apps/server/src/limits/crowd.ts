/** Counts who is here, by key and in all. */
export interface Crowd {
  /** False when there are too many already. */
  enter(key: string): boolean;
  leave(key: string): void;
}

export function createCrowd(mostOfOne: number, mostOfAll: number): Crowd {
  const counts = new Map<string, number>();
  let all = 0;
  return {
    enter(key) {
      const count = counts.get(key) ?? 0;
      if (count >= mostOfOne || all >= mostOfAll) return false;
      counts.set(key, count + 1);
      all += 1;
      return true;
    },
    leave(key) {
      const count = (counts.get(key) ?? 0) - 1;
      all -= 1;
      if (count > 0) counts.set(key, count);
      else counts.delete(key);
    },
  };
}
