import type { Trial } from './library';

/** The answer to `explore`: what all sides would have made of a deal at one moment of a record, by the votes of the model. */
export interface Exploration extends Trial {
  readonly ok: true;
  /** So many events had happened. */
  readonly position: number;
  /** False when the deal holds options that cannot stand together. */
  readonly possible: boolean;
  /** By issue and option: the sides that would ratify the deal with this option in it and all else as it is. */
  readonly swaps: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** The answer to `agreements`: what could have been ratified at one moment of a record. */
export interface Agreements {
  readonly ok: true;
  readonly position: number;
  /** Deals that are possible at all. */
  readonly deals: number;
  /** How many of them all sides would ratify; null where there are too many to be gone through. Then nothing else is told either. */
  readonly joint: number | null;
  readonly sides: readonly { readonly side: string; readonly count: number }[];
  /** By issue and option: how many agreements of each side, in the order of `sides`, and of all together hold it. */
  readonly options: Readonly<
    Record<string, Readonly<Record<string, { readonly joint: number; readonly sides: readonly number[] }>>>
  >;
  /** Of what all sides would ratify: what needs the fewest changes to the deal asked for, the fewest first. */
  readonly nearest: readonly {
    readonly deal: Readonly<Record<string, string>>;
    readonly changes: number;
  }[];
}
