import { type Faction, type FactionId, matchesTests, type PartialDeal, type SideId } from '@btt/scenario';
import type { Adjustment, RefereeScenario, Vote } from '../model';

/** What a support is made of, in points. */
export interface SupportParts {
  /** Stance before any option or adjustment. */
  readonly start: number;
  readonly options: number;
  readonly interactions: number;
  readonly adjustments: number;
}

export interface FactionSupport {
  readonly faction: FactionId;
  readonly side: SideId;
  readonly weight: number;
  /** The sum of the parts, not clamped to the scale on which it is shown. */
  readonly support: number;
  readonly parts: SupportParts;
  /** Support minus the threshold for yes: 0 or more is enough. */
  readonly margin: number;
  /** Texts of the red lines that the deal crosses. One is enough for a no. */
  readonly redLines: readonly string[];
  /** How the faction votes by the model. */
  readonly vote: Vote;
  /** It votes no, and its support is at or below the level of fierce opposition. */
  readonly fierce: boolean;
}

/** Support of every faction for a deal, in the scenario's order. Issues still open contribute nothing and match no test. */
export function support(
  scenario: RefereeScenario,
  deal: PartialDeal,
  adjustments: readonly Adjustment[],
): FactionSupport[] {
  return scenario.factions.map((faction) => supportOf(scenario, faction, deal, adjustments));
}

function supportOf(
  scenario: RefereeScenario,
  faction: Faction,
  deal: PartialDeal,
  adjustments: readonly Adjustment[],
): FactionSupport {
  const parts: SupportParts = {
    start: faction.start,
    options: pointsOfOptions(faction.points, deal),
    interactions: pointsOfInteractions(scenario, faction.id, deal),
    adjustments: adjustments.reduce(
      (sum, one) => (one.faction === faction.id && matchesTests(deal, one.deal) ? sum + one.points : sum),
      0,
    ),
  };
  const sum = parts.start + parts.options + parts.interactions + parts.adjustments;
  const redLines = faction.redLines.filter((line) => matchesTests(deal, line.deal)).map((line) => line.text);
  const vote = modelVote(faction, sum, redLines.length > 0);
  return {
    faction: faction.id,
    side: faction.side,
    weight: faction.weight,
    support: sum,
    parts,
    margin: sum - faction.yes,
    redLines,
    vote,
    fierce: isFierce(faction, sum, vote),
  };
}

/** Points that the chosen options give by a table of issue and option. */
export function pointsOfOptions(points: Faction['points'], deal: PartialDeal): number {
  let sum = 0;
  for (const [issue, options] of Object.entries(points)) {
    const option = deal[issue];
    if (option !== null && option !== undefined) sum += options[option] ?? 0;
  }
  return sum;
}

/** Points of a faction or principal for combinations of options. */
export function pointsOfInteractions(scenario: RefereeScenario, of: string, deal: PartialDeal): number {
  return scenario.interactions.reduce(
    (sum, one) => (one.of === of && matchesTests(deal, one.deal) ? sum + one.points : sum),
    0,
  );
}

/** How a faction votes by its support: a crossed red line is a no, whatever the support. */
export function modelVote(faction: Pick<Faction, 'yes' | 'no'>, sum: number, redLineCrossed: boolean): Vote {
  if (redLineCrossed) return 'no';
  if (sum >= faction.yes) return 'yes';
  return sum <= faction.no ? 'no' : 'abstain';
}

/** Fierce opposition: the vote is no, and the support is at or below the faction's level for it. */
export function isFierce(faction: Pick<Faction, 'fierce'>, sum: number, vote: Vote): boolean {
  return vote === 'no' && sum <= faction.fierce;
}

/** Model votes by faction. */
export function modelVotes(
  scenario: RefereeScenario,
  deal: PartialDeal,
  adjustments: readonly Adjustment[],
): Readonly<Record<FactionId, Vote>> {
  return Object.fromEntries(support(scenario, deal, adjustments).map((one) => [one.faction, one.vote]));
}
