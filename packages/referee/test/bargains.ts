import type { Interaction, Principal, RoleId } from '@btt/scenario';
import fc from 'fast-check';
import type { Adjustment, RefereeScenario } from '../src';
import { allDeals } from '../src/oracle/definitions';
import { gainsByDefinition, type Rated } from '../src/oracle/solutions';
import { randomGame, type Sizes } from './arbitrary';

/** A random game with negotiators, in which agreement and disagreement are worth much the same, and some parties to look at. */
export interface RandomBargain {
  readonly scenario: RefereeScenario;
  readonly adjustments: readonly Adjustment[];
  readonly parties: readonly RoleId[];
}

const points = fc.integer({ min: -3, max: 3 });

/** Half of the games have nothing that ties issues together, so that fronts are merged issue by issue. */
export function randomBargain(
  sizes: Sizes = { issues: 4, options: 4, factions: 2 },
  most = 4,
): fc.Arbitrary<RandomBargain> {
  return fc.tuple(randomGame(sizes), fc.boolean()).chain(([{ scenario, adjustments }, tied]) => {
    const sheet = fc.record(
      Object.fromEntries(
        scenario.issues.map((issue) => [
          issue.id,
          fc.record(Object.fromEntries(issue.options.map((option) => [option.id, points]))),
        ]),
      ),
    );
    const negotiators = ['n0', 'n1', 'n2'];
    const ids = [...negotiators, ...scenario.factions.map((one) => one.id)];
    return fc
      .record({
        sheets: fc.tuple(...negotiators.map(() => sheet)),
        noAgreement: fc.array(points, { minLength: ids.length, maxLength: ids.length }),
        parties: fc.shuffledSubarray(ids, { minLength: 1, maxLength: most }),
        interactions: fc.array(fc.record({ at: fc.nat(20), of: fc.constantFrom(...negotiators), points }), {
          maxLength: 3,
        }),
      })
      .map((one): RandomBargain => {
        const conjunctions = [...scenario.incompatible, ...scenario.interactions.map(({ deal }) => deal)];
        const own = one.interactions.flatMap(({ at, ...rest }): Interaction[] => {
          const deal = conjunctions[at % Math.max(1, conjunctions.length)];
          return deal ? [{ ...rest, deal }] : [];
        });
        return {
          adjustments,
          parties: one.parties,
          scenario: {
            ...scenario,
            interactions: tied ? [...scenario.interactions, ...own] : [],
            incompatible: tied ? scenario.incompatible : [],
            factions: scenario.factions.map((faction, at) => {
              return { ...faction, noAgreement: one.noAgreement[at + negotiators.length] ?? 0 };
            }),
            principals: negotiators.map((role, at): Principal => {
              return { role, noAgreement: one.noAgreement[at] ?? 0, points: one.sheets[at] ?? {} };
            }),
          },
        };
      });
  });
}

/** Every possible deal with what the parties gain by it. */
export function rated(
  scenario: RefereeScenario,
  parties: readonly RoleId[],
  deals: readonly Rated['deal'][] = [...allDeals(scenario)],
): Rated[] {
  return deals.map((deal) => ({ deal, gains: gainsByDefinition(scenario, parties, deal) }));
}

/** Deals in one order, to compare sets of them. */
export function sortedDeals(deals: readonly Rated['deal'][]): string[] {
  return deals.map((deal) => JSON.stringify(deal)).sort();
}

/** Issues with options named by their place, and points for each party by issue and option. */
export function scored(
  sheets: Readonly<Record<RoleId, readonly (readonly number[])[]>>,
  noAgreement: Readonly<Record<RoleId, number>> = {},
): Pick<RefereeScenario, 'issues' | 'principals'> {
  const [some = []] = Object.values(sheets);
  return {
    issues: some.map((options, at) => ({
      id: `i${at}`,
      name: '',
      short: '',
      question: '',
      options: options.map((_, option) => ({ id: `${option}`, label: '', short: '', note: '' })),
    })),
    principals: Object.entries(sheets).map(([role, sheet]) => ({
      role,
      noAgreement: noAgreement[role] ?? 0,
      points: Object.fromEntries(
        sheet.map((options, at) => [
          `i${at}`,
          Object.fromEntries(options.map((value, option) => [`${option}`, value])),
        ]),
      ),
    })),
  };
}
