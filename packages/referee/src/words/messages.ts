import type { Fraction } from '@btt/scenario';
import type { Vote } from '../model';
import type { PlayabilityMessages } from './playability-messages';
import type { TurningMessages } from './turning-messages';

/** `result`: votes have been counted. `draft`: how a text would fare. */
export type Mood = 'result' | 'draft';

/**
 * Everything the referee says, as one table for a language. Names come from the scenario; lists of names arrive as lists, because
 * languages join them differently. A message is a sentence, or a clause where its comment says so.
 */
export interface Messages extends TurningMessages, PlayabilityMessages {
  /** Headline of a side, with clauses that say why. The count is left out where nothing is counted. */
  side(about: {
    readonly passes: boolean;
    readonly place: string;
    readonly count: { readonly yes: number; readonly no: number } | null;
    readonly reasons: readonly string[];
    readonly mood: Mood;
  }): string;

  /** Clauses: why a rule fails. */
  bloc(names: readonly string[]): string;
  share(about: {
    readonly test: 'more-than' | 'at-least';
    readonly fraction: Fraction;
    readonly of: 'cast' | 'all';
    readonly base: number;
  }): string;
  nothingCast(): string;
  quorum(present: number, total: number, fraction: Fraction): string;
  quota(yes: number, needed: number): string;
  withheld(kind: 'unanimity' | 'consent', names: readonly string[]): string;
  objections(no: number, limit: number): string;
  opinion(mean: string, level: string): string;
  noWayOpen(reasons: readonly string[]): string;
  tooFew(met: number, needed: number, reasons: readonly string[]): string;

  /** Sentences: what a side needed, and who could have turned it. */
  needed(place: string, points: number, mood: Mood): string;
  toSpare(place: string, points: number, mood: Mood): string;
  beyondSupport(place: string): string;
  certain(place: string): string;
  redLine(name: string, text: string): string;
  pivotal(passes: boolean, names: readonly string[], mood: Mood): string;
  unlikeModel(place: string, modelPasses: boolean): string;
  overruled(name: string, cast: Vote | 'absent', counted: Vote): string;

  /** Sentences: how a table ended without a vote that passed. */
  timeRanOut(): string;
  leftTheTable(side: string): string;
  refusedAtHome(): string;
}
