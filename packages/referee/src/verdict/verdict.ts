import type { FactionId, PartialDeal, Rule, Side, SideId } from '@btt/scenario';
import type { Adjustment, Ballots, RefereeScenario, Vote } from '../model';
import { type Elector, type Electors, type Margin, marginOf, modelStandings } from '../rules/margin';
import { factionsNamed } from '../rules/named';
import { count, type Standing, type Standings, type Tally, tally } from '../rules/tally';
import { type FactionSupport, isFierce, support } from '../support/support';
import { type Ballot, type Fidelity, settleBallot } from './ballots';
import { blocsHolding, pivotalFactions } from './pivots';

export interface FactionVerdict extends FactionSupport {
  /** The vote that counted; `vote` is the model's. */
  readonly counted: Vote;
  readonly present: boolean;
  /** What a person cast and how true to role it was; null where nobody cast a vote. */
  readonly ballot: Fidelity | null;
}

export type SideVerdict = Margin & {
  readonly side: SideId;
  /** By the votes that counted. */
  readonly passes: boolean;
  /** By model votes. The margin is the model's, too. */
  readonly modelPasses: boolean;
  /** Weights of the side's factions, and of those of other sides that its rule names. */
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** Factions that alone could have turned the result: by a fierce no where it passed, by a yes where it failed. */
  readonly pivotal: readonly FactionId[];
  /** Blocking coalitions named by the rule whose members are all fiercely opposed. */
  readonly blocs: readonly (readonly FactionId[])[];
  readonly tally: Tally;
};

export interface Verdict {
  /** Every issue has an option. */
  readonly complete: boolean;
  /** Every side ratifies. */
  readonly passes: boolean;
  readonly sides: readonly SideVerdict[];
  readonly factions: readonly FactionVerdict[];
  /** The votes that counted. */
  readonly votes: Readonly<Record<FactionId, Vote>>;
  /** Factions whose cast vote their constituency overruled. */
  readonly overruled: readonly FactionId[];
}

const BY_THE_MODEL: Ballots = { mode: 'model', cast: {} };

/** What every faction and side makes of a deal, or of a draft whose open issues contribute nothing. */
export function verdict(
  scenario: RefereeScenario,
  deal: PartialDeal,
  adjustments: readonly Adjustment[],
  ballots: Ballots = BY_THE_MODEL,
): Verdict {
  const supports = support(scenario, deal, adjustments);
  const settled = scenario.factions.flatMap((faction, at) => {
    const own = supports[at];
    return own ? [{ elector: { faction, support: own }, ballot: settleBallot(faction, own, ballots) }] : [];
  });
  const electors: Electors = new Map(settled.map(({ elector }) => [elector.support.faction, elector]));
  const standings: Standings = new Map(
    settled.map(({ elector, ballot }) => [elector.support.faction, countedStanding(elector, ballot)]),
  );
  const sides = scenario.sides.map((side) => sideVerdict(scenario, side, electors, standings));
  return {
    complete: scenario.issues.every((issue) => issue.options.some((option) => option.id === deal[issue.id])),
    passes: sides.every((side) => side.passes),
    sides,
    factions: settled.map(({ elector, ballot }) => ({
      ...elector.support,
      counted: ballot.vote,
      present: ballot.present,
      ballot: ballot.fidelity,
    })),
    votes: Object.fromEntries(settled.map(({ elector, ballot }) => [elector.support.faction, ballot.vote])),
    overruled: settled.flatMap(({ elector, ballot }) =>
      ballot.fidelity?.overruled ? [elector.support.faction] : [],
    ),
  };
}

function countedStanding({ faction, support: own }: Elector, ballot: Ballot): Standing {
  return {
    weight: own.weight,
    support: own.support,
    vote: ballot.vote,
    fierce: isFierce(faction, own.support, ballot.vote),
    present: ballot.present,
  };
}

function sideVerdict(
  scenario: RefereeScenario,
  side: Side,
  electors: Electors,
  standings: Standings,
): SideVerdict {
  const result = tally(side.rule, standings);
  const { yes, no, abstain } = count(electorate(scenario, side.id, side.rule), standings, false);
  return {
    ...marginOf(side.rule, electors),
    side: side.id,
    passes: result.passes,
    modelPasses: tally(side.rule, modelStandings(electors, 0)).passes,
    yes,
    no,
    abstain,
    pivotal: pivotalFactions(side.rule, standings),
    blocs: blocsHolding(result),
    tally: result,
  };
}

function electorate(scenario: RefereeScenario, side: SideId, rule: Rule): FactionId[] {
  const own = scenario.factions.filter((faction) => faction.side === side).map((faction) => faction.id);
  return [...new Set([...own, ...factionsNamed(rule)])];
}
