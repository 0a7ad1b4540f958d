import type { PartialDeal } from '@btt/scenario';
import type { Measure } from './measures';

/** Deals that measures help in the same way. */
export interface DealGroup {
  /** The first in the scenario's order. */
  readonly example: PartialDeal;
  deals: number;
}

/** A set of measures that is enough. */
export interface HelpSet {
  /** In the caller's order. */
  readonly measures: readonly string[];
  /** How many deals it makes pass: 1 where one deal was asked about. */
  readonly deals: number;
  /** The first of them. */
  readonly example: PartialDeal;
}

interface Found {
  readonly places: readonly number[];
  readonly example: PartialDeal;
  deals: number;
}

/** Where the sets of one cost are kept, each once. */
export interface Shelf {
  add(places: readonly number[], group: DealGroup): void;
  clear(): void;
  /** Sets that contain no other set on the shelf. All must have one cost. */
  list(
    measures: readonly Measure[],
    most: number,
  ): { readonly sets: readonly HelpSet[]; readonly count: number };
}

export function createShelf(): Shelf {
  const sets = new Map<string, Found>();
  return {
    add(places, { example, deals }) {
      const key = places.join(' ');
      const known = sets.get(key);
      if (known) known.deals += deals;
      else sets.set(key, { places, example, deals });
    },
    clear: () => sets.clear(),
    list(measures, most) {
      const minimal = withoutSupersets([...sets.values()], (place) => measures[place]?.cost === 0);
      minimal.sort((a, b) => a.places.length - b.places.length || inOrder(a.places, b.places));
      return {
        count: minimal.length,
        sets: minimal.slice(0, most).map(({ places, deals, example }) => ({
          measures: places.flatMap((place) => measures[place]?.id ?? []),
          deals,
          example,
        })),
      };
    },
  };
}

/** As all cost the same, one set can contain another only where they differ in what is free. */
function withoutSupersets(sets: readonly Found[], isFree: (place: number) => boolean): Found[] {
  const byCostly = new Map<string, Found[]>();
  for (const one of sets) {
    const key = one.places.filter((place) => !isFree(place)).join(' ');
    const alike = byCostly.get(key);
    if (alike) alike.push(one);
    else byCostly.set(key, [one]);
  }
  return [...byCostly.values()].flatMap((alike) =>
    alike.filter((one) => !alike.some((other) => other !== one && contains(one.places, other.places))),
  );
}

function contains(places: readonly number[], others: readonly number[]): boolean {
  return others.length < places.length && others.every((place) => places.includes(place));
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((place, index) => place !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
