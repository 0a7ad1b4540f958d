import type { ExactFraction } from '../coalitions/fractions';

/** What a cause is called; null for everything else, which a language names itself. */
export type CauseName = string | null;

/** Where: the place of a side; null for all sides together. */
export type Place = string | null;

/** Weights that say yes and no. */
export type Count = { readonly yes: number; readonly no: number } | null;

/** The part of a language's table that tells causes, turning points and what would have helped. Every message is a sentence. */
export interface TurningMessages {
  /** From where to where all causes together have moved a side: margins, in points. */
  moved(place: Place, from: number, to: number): string;
  /** The same where the result itself is shared out. */
  turnedOrNot(place: Place, before: boolean, after: boolean): string;
  /** Why the result itself is shared out. */
  noMargin(place: Place): string;
  /** A cause at which the result turned, at its time. */
  turningPoint(about: {
    readonly name: CauseName;
    readonly place: Place;
    readonly passes: boolean;
    readonly count: Count;
  }): string;
  /** Had only this been left out. */
  without(about: {
    readonly name: CauseName;
    readonly place: Place;
    readonly passes: boolean;
    readonly count: Count;
  }): string;
  /** What a cause was worth, in points (`margin`) or in parts of the result (`verdict`); never zero. */
  worth(name: CauseName, place: Place, worth: ExactFraction, of: 'margin' | 'verdict'): string;
  /** What a cause would do alone, where that is harm; `points` above zero. */
  alone(name: CauseName, place: Place, points: number, of: 'margin' | 'verdict'): string;
  /** What a cause changed at its time; never zero. */
  atItsTime(name: CauseName, place: Place, points: number, of: 'margin' | 'verdict'): string;
  /** What two causes did beyond what each did alone; never zero. */
  together(
    names: readonly [CauseName, CauseName],
    place: Place,
    points: number,
    of: 'margin' | 'verdict',
  ): string;
  noDifference(names: readonly CauseName[], place: Place): string;
  /** What a group, or everything else, stands for. */
  standsFor(name: CauseName, names: readonly string[]): string;

  /** How many points were missing, and ways to hand them out; `more` further ways are not told. */
  shortOf(about: {
    readonly place: string;
    readonly points: number;
    readonly ways: readonly (readonly { readonly name: string; readonly points: number }[])[];
    readonly more: bigint;
  }): string;
  notShort(place: string): string;
  neverEnough(place: string): string;
  tooManyCounts(place: string): string;

  /** What the cheapest help costs, and sets that are enough; `more` further sets are not told. `any`: for some deal. */
  cheapest(about: {
    readonly cost: number;
    readonly sets: readonly (readonly string[])[];
    readonly more: number;
    readonly any: boolean;
  }): string;
  noHelpNeeded(any: boolean): string;
  noHelpEnough(any: boolean): string;
  tooMuchHelp(): string;
}
