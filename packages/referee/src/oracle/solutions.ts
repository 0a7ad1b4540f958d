import type { Deal, RoleId } from '@btt/scenario';
import type { RefereeScenario } from '../model';

/**
 * Fronts and solutions by their definitions, comparing every deal with every other. They share no code with what they check.
 */

/** What a deal is worth to a party: its points for the options, and for the interactions whose tests the deal passes. */
export function valueByDefinition(scenario: RefereeScenario, party: RoleId, deal: Deal): bigint {
  let sum = 0n;
  const { points } = sheet(scenario, party);
  for (const issue of scenario.issues) sum += BigInt(points[issue.id]?.[deal[issue.id] ?? ''] ?? 0);
  for (const one of scenario.interactions) {
    const passes = one.deal.every((test) => test.options.some((option) => deal[test.issue] === option));
    if (one.of === party && passes) sum += BigInt(one.points);
  }
  return sum;
}

function sheet(scenario: RefereeScenario, party: RoleId) {
  const found =
    scenario.principals.find((one) => one.role === party) ??
    scenario.factions.find((one) => one.id === party);
  if (!found) throw new Error(`${party} has no points.`);
  return found;
}

/** What each party gains over no agreement. */
export function gainsByDefinition(
  scenario: RefereeScenario,
  parties: readonly RoleId[],
  deal: Deal,
): bigint[] {
  return parties.map(
    (party) => valueByDefinition(scenario, party, deal) - BigInt(sheet(scenario, party).noAgreement),
  );
}

/** Somebody gets more and nobody less. */
function dominates(one: readonly bigint[], other: readonly bigint[]): boolean {
  return (
    one.every((gain, at) => gain >= (other[at] ?? 0n)) && one.some((gain, at) => gain > (other[at] ?? 0n))
  );
}

export interface Rated {
  readonly deal: Deal;
  readonly gains: readonly bigint[];
}

/** The deals that no other deal dominates. */
export function frontByDefinition(deals: readonly Rated[]): Rated[] {
  return deals.filter((one) => !deals.some((other) => dominates(other.gains, one.gains)));
}

/** The deals in which nobody loses. */
export function rationalByDefinition(deals: readonly Rated[]): Rated[] {
  return deals.filter((one) => one.gains.every((gain) => gain >= 0n));
}

/** All deals for which no other one is better, for a comparison that is positive if the first is better. */
function best(deals: readonly Rated[], compare: (one: Rated, other: Rated) => bigint): Rated[] {
  return deals.filter((one) => deals.every((other) => compare(one, other) >= 0n));
}

const product = (gains: readonly bigint[]) => gains.reduce((all, gain) => all * gain, 1n);
const sum = (gains: readonly bigint[]) => gains.reduce((all, gain) => all + gain, 0n);
const least = (gains: readonly bigint[]) => gains.reduce((one, other) => (one < other ? one : other));

export function nashByDefinition(deals: readonly Rated[]): Rated[] {
  return best(rationalByDefinition(deals), (one, other) => product(one.gains) - product(other.gains));
}

export function egalitarianByDefinition(deals: readonly Rated[]): Rated[] {
  return best(deals, (one, other) => least(one.gains) - least(other.gains));
}

export function utilitarianByDefinition(deals: readonly Rated[]): Rated[] {
  return best(deals, (one, other) => sum(one.gains) - sum(other.gains));
}

/** Shares of the ideal gains, sorted, compared from the least share up. Who cannot gain is left out. */
export function kalaiSmorodinskyByDefinition(deals: readonly Rated[]): Rated[] {
  const rational = rationalByDefinition(deals);
  const ideals = (rational[0]?.gains ?? []).map((_, party) =>
    rational.reduce((ideal, { gains }) => ((gains[party] ?? 0n) > ideal ? (gains[party] ?? 0n) : ideal), 0n),
  );
  // All shares get the product of all ideals as their denominator, and so become whole numbers.
  const whole = product(ideals.filter((ideal) => ideal > 0n));
  const shares = ({ gains }: Rated) =>
    gains
      .flatMap((gain, party) => ((ideals[party] ?? 0n) > 0n ? [(gain * whole) / (ideals[party] ?? 1n)] : []))
      .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return best(rational, (one, other) => {
    const others = shares(other);
    return (
      shares(one)
        .map((share, at) => share - (others[at] ?? 0n))
        .find((difference) => difference !== 0n) ?? 0n
    );
  });
}
