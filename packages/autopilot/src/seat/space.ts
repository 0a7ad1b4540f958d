import type { PublicScenario } from '@btt/protocol';

/** Terms as numbers, one for each issue in the scenario's order: which option, or −1 while it is open. Quick to search through. */
export type Deal = number[];

export interface Space {
  readonly issues: readonly string[];
  readonly options: readonly (readonly string[])[];
  /** Where the options of an issue begin in a row of all options. */
  readonly begins: readonly number[];
  /** Options of all issues together. */
  readonly width: number;
  /** Different whole texts. */
  readonly many: number;
}

export function spaceOf(scenario: PublicScenario): Space {
  const options = scenario.issues.map((issue) => issue.options.map((option) => option.id));
  let width = 0;
  const begins = options.map((all) => {
    const begin = width;
    width += all.length;
    return begin;
  });
  return {
    issues: scenario.issues.map((issue) => issue.id),
    options,
    begins,
    width,
    many: options.reduce((product, all) => product * all.length, 1),
  };
}

export function dealOf(space: Space, terms: Readonly<Record<string, string>>): Deal {
  return space.issues.map((issue, i) => space.options[i]?.indexOf(terms[issue] ?? '') ?? -1);
}

export function termsOfDeal(space: Space, deal: Deal): Record<string, string> {
  return Object.fromEntries(
    space.issues.flatMap((issue, i) => {
      const option = space.options[i]?.[deal[i] ?? -1];
      return option === undefined ? [] : [[issue, option]];
    }),
  );
}

/** Place of an option in a row of all options; −1 when there is no such option. */
export function placeOf(space: Space, issue: string, option: string): number {
  const i = space.issues.indexOf(issue);
  const at = space.options[i]?.indexOf(option) ?? -1;
  return at < 0 ? -1 : (space.begins[i] ?? 0) + at;
}

/** The sum of a row over the options that a deal chooses. */
export function sumOver(space: Space, row: Float64Array, deal: Deal): number {
  let sum = 0;
  for (let i = 0; i < deal.length; i++) {
    const option = deal[i] ?? -1;
    if (option >= 0) sum += row[(space.begins[i] ?? 0) + option] ?? 0;
  }
  return sum;
}

export function sameDeal(one: Deal, other: Deal): boolean {
  return one.every((option, i) => option === other[i]);
}
