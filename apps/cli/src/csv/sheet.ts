/** A score sheet as instructors keep it: who there is, what can be agreed, and what each option is worth to each. */
export interface Sheet {
  readonly parties: readonly Party[];
  readonly issues: readonly SheetIssue[];
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Party extends Named {
  readonly kind: 'faction' | 'negotiator';
  readonly side: Named;
  /** Numbers that are given; what is not, is as the format of scenarios says. */
  readonly numbers: Readonly<Partial<Record<NumberRow, number>>>;
}

export interface SheetIssue extends Named {
  readonly options: readonly SheetOption[];
}

interface SheetOption extends Named {
  /** Party's id → points; those of 0 are left out. */
  readonly points: Readonly<Record<string, number>>;
}

/** Rows above the issues that hold a number for each party. */
export const NUMBER_ROWS = ['weight', 'start', 'threshold', 'no', 'fierce', 'no-agreement'] as const;
export type NumberRow = (typeof NUMBER_ROWS)[number];

/** All rows above the issues. */
export const HEAD_ROWS = ['side', 'kind', ...NUMBER_ROWS] as const;
export type HeadRow = (typeof HEAD_ROWS)[number];

/** A party that stands under no side belongs to this one. */
export const ONE_SIDE: Named = { id: 'parties', name: 'The parties' };

/** `He walks out in handcuffs [head-down]`: a name, and its id where the id does not follow from the name. */
export const WITH_ID = /^(?<name>.*\S)\s*\[(?<id>[a-z0-9-]{1,60})\]$/s;
