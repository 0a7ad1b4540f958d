import { matchesTests, type OptionTest, type PartialDeal } from '@btt/scenario';
import { type Change, changeOf } from '../attribution/judge';
import { compileMargin, type MarginOf } from '../attribution/margins';
import { thresholdOf } from '../attribution/thresholds';
import type { Adjustment, RefereeScenario } from '../model';
import { pointsOfInteractions, pointsOfOptions } from '../support/support';
import { type Kit, kitOf, type Measure } from './measures';

/** Reads many deals of one scenario quickly: what deals have in common is worked out once. */
export interface DealReader {
  /** Supports by the factions' places. */
  supports(deal: PartialDeal): Float64Array;
  margins(deal: PartialDeal): readonly MarginOf[];
  kit(deal: PartialDeal): Kit;
  /** The same for two deals that measures help in the same way: the search need be made only once. */
  key(deal: PartialDeal): string;
}

export function dealReader(
  scenario: RefereeScenario,
  adjustments: readonly Adjustment[],
  measures: readonly Measure[],
  counts: ReadonlySet<number>,
): DealReader {
  const { factions } = scenario;
  const tests = distinct(measures.flatMap((measure) => measure.adjustments.map((one) => one.deal)));
  const marginsByPattern = new Map<string, readonly MarginOf[]>();
  const kits = new Map<string, Kit>();
  const refusals = (deal: PartialDeal) =>
    factions.map(({ redLines }) => (redLines.some((line) => matchesTests(deal, line.deal)) ? 1 : 0)).join('');
  const pattern = (deal: PartialDeal) => tests.map((test) => (matchesTests(deal, test) ? 1 : 0)).join('');
  const supports = (deal: PartialDeal) => {
    const sums = Float64Array.from(
      factions,
      (faction) =>
        faction.start +
        pointsOfOptions(faction.points, deal) +
        pointsOfInteractions(scenario, faction.id, deal),
    );
    for (const { voter, points } of changeOf(scenario, deal, adjustments))
      sums[voter] = (sums[voter] ?? 0) + points;
    return sums;
  };
  return {
    supports,
    margins: (deal) =>
      remembered(marginsByPattern, refusals(deal), (refusing) => {
        const voters = factions.map((faction, place) => ({
          place,
          faction,
          refuses: refusing[place] === '1',
        }));
        const known = new Map(voters.map((voter) => [voter.faction.id, voter]));
        return scenario.sides.map((side) => compileMargin(thresholdOf(side.rule, known)));
      }),
    kit: (deal) =>
      remembered(kits, pattern(deal), () => {
        const changes: Change[] = measures.map((measure) => changeOf(scenario, deal, measure.adjustments));
        return kitOf(measures, changes, counts);
      }),
    key: (deal) =>
      `${refusals(deal)} ${pattern(deal)} ${supports(deal)
        .filter((_, place) => counts.has(place))
        .join(' ')}`,
  };
}

function remembered<Value>(known: Map<string, Value>, key: string, make: (key: string) => Value): Value {
  const found = known.get(key) ?? make(key);
  known.set(key, found);
  return found;
}

function distinct(tests: readonly (readonly OptionTest[])[]): (readonly OptionTest[])[] {
  const known = new Map(tests.map((one) => [JSON.stringify(one), one]));
  return [...known.values()].filter((one) => one.length > 0);
}
