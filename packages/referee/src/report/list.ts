import type { Deal, RoleId } from '@btt/scenario';
import { chooseParties, type Party, type PartyChoice } from '../fronts/parties';
import type { Adjustment, RefereeScenario } from '../model';
import { principalValue } from '../values/principal';
import { memberSteps, type MembersWanted } from '../win-sets/members';
import { between, type Steps } from '../win-sets/steps';
import type { ListReport } from './model';
import { countText } from './plain';

export interface ListWanted {
  readonly of: MembersWanted['of'];
  /** The product, the sum or the least of the parties' gains, one party's points, or the order of the scenario. The highest first. */
  readonly sort: 'nash' | 'sum' | 'min' | 'scenario' | { readonly role: RoleId };
  readonly most: number;
}

interface Wanted extends ListWanted {
  readonly adjustments: readonly Adjustment[];
  readonly parties: PartyChoice;
  /** More combinations than this are not gone through. */
  readonly limit: number;
}

/** Members after which progress is told. */
const SLICE = 2_000;

/** The first members of a win-set by a value. */
export function* listSteps(scenario: RefereeScenario, wanted: Wanted): Steps<ListReport> {
  const { of, sort, most, adjustments, parties: choice, limit } = wanted;
  const chosen = chooseParties(scenario, choice);
  const parties = chosen.kind === 'parties' ? chosen.parties : [];
  const found = yield* between(0, 0.5, memberSteps(scenario, adjustments, { of, limit }));
  const name = {
    of: typeof of === 'string' ? of : of.side,
    sort: typeof sort === 'string' ? sort : sort.role,
  };
  if (found.kind === 'too-large') return { ...name, count: null, deals: [] };
  const best: { readonly deal: Deal; readonly value: bigint | number | null; readonly values: number[] }[] =
    [];
  let seen = 0;
  for (const { deal } of found.members) {
    if (++seen % SLICE === 0) yield 0.5 + (0.5 * seen) / found.count;
    if (sort === 'scenario' && best.length === most) break;
    const values = parties.map((party) => principalValue(scenario, party.id, deal) ?? 0);
    const value = valueOf(scenario, deal, sort, parties, values);
    const place = best.findLastIndex((one) => sort === 'scenario' || !isHigher(value, one.value)) + 1;
    if (place >= most) continue;
    best.splice(place, 0, { deal, value, values });
    if (best.length > most) best.pop();
  }
  return {
    ...name,
    count: found.count,
    deals: best.map((one) => ({
      ...one,
      value: typeof one.value === 'bigint' ? countText(one.value) : one.value,
    })),
  };
}

/** null: not defined, as the product of gains is where somebody loses. */
function valueOf(
  scenario: RefereeScenario,
  deal: Deal,
  sort: ListWanted['sort'],
  parties: readonly Party[],
  values: readonly number[],
): bigint | number | null {
  const gains = values.map((value, at) => value - (parties[at]?.noAgreement ?? 0));
  switch (sort) {
    case 'scenario':
      return null;
    case 'nash':
      return gains.some((gain) => gain < 0)
        ? null
        : gains.reduce((product, gain) => product * BigInt(gain), 1n);
    case 'sum':
      return gains.reduce((sum, gain) => sum + gain, 0);
    case 'min':
      return Math.min(...gains);
    default:
      return principalValue(scenario, sort.role, deal);
  }
}

function isHigher(one: bigint | number | null, other: bigint | number | null): boolean {
  if (one === null) return false;
  return other === null || one > other;
}
