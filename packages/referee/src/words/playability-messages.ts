/** What the playability check tells an author. Every message is a sentence, but for those that say so. */
export interface PlayabilityMessages {
  tooManyDeals(): string;
  helpNeeded(count: number, deals: number): string;
  withHistory(history: number, all: number): string;
  tooManySets(): string;
  noSetHelps(): string;
  affordable(cost: number, measures: string): string;
  ownMeasuresAlone(side: string, deals: number, enough: boolean): string;

  everyFaction(): string;
  idleFactions(names: string): string;
  quietFactions(names: string): string;
  everyIssue(): string;
  idleIssues(names: string): string;
  everyMeasure(): string;
  idleMeasures(names: string): string;
  noneDominant(): string;
  dominant(names: string): string;

  readingTime(words: number, minutes: string, briefing: number): string;
  noSecretGiven(): string;
  secretsGiven(list: string): string;
  /** A clause: whose words somebody else reads. */
  secretReadBy(phrase: string, owner: string, reader: string): string;
  rumours(all: number, falsehoods: number): string;
  rumoursWithoutTruth(list: string): string;
  longRumours(count: number): string;

  /** Clauses of a row: what came out, and what the author wanted. */
  came(side: string, passes: boolean, yes: number, no: number): string;
  sideMissing(side: string): string;
  expected(passes: boolean, yes: number | null, no: number | null): string;
  jointTooLarge(deals: number): string;
  joint(deals: number, expected: number | null): string;
}
