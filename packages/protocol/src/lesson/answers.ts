import type { FairPoints, TableStanding } from '../findings';
import type { HappeningId, Outcome, SideResult, WordsId } from '../facts';
import type { LessonView, RevealStep } from './lesson';

/** Server → client, event `lesson` and answer to `lesson`: everything that the page may know of the lesson, anew each time. */
export interface LessonNow {
  readonly ok: true;
  readonly view: LessonView;
  readonly words: Readonly<Record<WordsId, string>>;
  /** How many have said what they think mattered: for hosts and the projector. */
  readonly guessed: number | null;
  /** False for those whose own table still plays: nothing is revealed to them before it has ended. */
  readonly open: boolean;
}

/** The answer to `reveal`. Of tables whose game is over. */
export type Revealed = { readonly ok: true } & (
  | { readonly step: 'result'; readonly tables: readonly TableOutcome[] }
  | { readonly step: 'history'; readonly history: string; readonly disputes: string }
  | { readonly step: 'mattered'; readonly tables: readonly WhatMattered[] }
  | { readonly step: 'compared'; readonly tables: readonly TableStanding[]; readonly fair: FairPoints | null }
  | { readonly step: 'discuss'; readonly questions: readonly Question[] }
);
export type RevealedAs<S extends RevealStep> = Extract<Revealed, { readonly step: S }>;

export interface TableOutcome {
  readonly table: string;
  readonly name: string;
  readonly outcome: Outcome | null;
  readonly sentence: string;
  /** Of the last count; none where nothing was voted on. */
  readonly sides: readonly SideResult[];
}

/** What the result of a table is owed to, and what its people had thought. */
export interface WhatMattered {
  readonly table: string;
  readonly name: string;
  /** In words: the whole first, then side by side. Empty where nothing was voted on, or it could not be worked out. */
  readonly sentences: readonly {
    readonly side: string | null;
    readonly text: string;
    /** What turned it, and what would have come without it. */
    readonly details: readonly string[];
  }[];
  /** What had a part in the result: first that without which it would have been the other one, then by its share. */
  readonly causes: readonly {
    readonly happening: HappeningId;
    readonly headline: string;
    /** Its share of what the agreement had to spare on all sides, without its sign: in the mean over all orders. */
    readonly weight: number;
    readonly decisive: boolean;
  }[];
  /** What was named by how many, the most first. `rank` is its place among the causes, from 1; null = it had no part. */
  readonly guesses: readonly {
    readonly happening: HappeningId;
    readonly headline: string;
    readonly count: number;
    readonly rank: number | null;
  }[];
  readonly guessers: number;
  /** How many people named none, one, two and three of the three largest. */
  readonly found: readonly [number, number, number, number];
}

export type Question =
  /** Of the scenario. */
  | { readonly kind: 'scenario'; readonly text: string }
  /** Chosen by a rule from what happened at a table. */
  | {
      readonly kind: 'rule';
      readonly rule: QuestionRule;
      readonly table: string;
      /** What its sentence speaks of. */
      readonly values: Readonly<Record<string, string>>;
    };

export type QuestionRule =
  | 'help-decided'
  | 'help-not-enough'
  | 'no-help'
  | 'against-intention'
  | 'most-help'
  | 'price-at-home'
  | 'heard-elsewhere'
  | 'contradiction'
  | 'promise-broken'
  | 'speech-missed'
  | 'provocation';
