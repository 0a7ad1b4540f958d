import type { FactionId, SideId } from '@btt/scenario';
import type { RefereeScenario } from '../model';
import { type Diagram, diagramOf, dualOf, nodesBelow } from './diagram';
import { wins } from './formula';
import { type NotAVotingGame, type SimpleGame, simpleGame } from './game';
import { type MinimalCoalitions, minimalCoalitions } from './minimal';

/** Who can carry a side's ratification, and who can stop it. All lists follow the order of the factions in the scenario. */
export type Coalitions =
  | ({
      readonly kind: 'exact';
      /**
       * Coalitions that win and would lose without any one of their members, the smallest first. One empty coalition: the rule
       * passes whatever happens. None: it never passes.
       */
      readonly minimalWinning: readonly (readonly FactionId[])[];
      /** Coalitions without which the others cannot win, and no member of which could be spared for that. */
      readonly minimalBlocking: readonly (readonly FactionId[])[];
      /** Players who make no difference in any coalition, and factions of the side that the rule does not name. */
      readonly dummies: readonly FactionId[];
    } & Leading)
  /** More coalitions than asked for, or a rule too involved to be laid out. What is not known is null. */
  | ({
      readonly kind: 'too-large';
      readonly minimalWinning: bigint | null;
      readonly minimalBlocking: bigint | null;
      readonly dummies: readonly FactionId[] | null;
    } & Leading)
  | NotAVotingGame;

interface Leading {
  /** The factions that the rule names, of whatever side. */
  readonly players: readonly FactionId[];
  /** Each of them alone blocks a rule that could pass. */
  readonly vetoPlayers: readonly FactionId[];
  /** A coalition wins if and only if the dictator is in it: at most one. */
  readonly dictators: readonly FactionId[];
}

export interface CoalitionOptions {
  /** Most coalitions in either list; 10,000 unless said otherwise. */
  readonly limit?: number;
  /** Most nodes of a diagram; 500,000 unless said otherwise. */
  readonly nodes?: number;
}

/** With some 200 bytes a node while a diagram is built this stays well below 256 MB, and within a few seconds. */
const MOST_NODES = 500_000;

/**
 * The minimal winning and minimal blocking coalitions of a side's rule, exactly. Counts of yes and no only: supports, thresholds and red lines
 * play no part, and those outside a coalition vote no with all their fury. Where there are more than `limit`, they are counted and not listed.
 */
export function coalitions(
  scenario: RefereeScenario,
  side: SideId,
  { limit = 10_000, nodes = MOST_NODES }: CoalitionOptions = {},
): Coalitions {
  const game = simpleGame(scenario, side);
  if (game.kind === 'not-a-voting-game') return game;
  const leading = leadingPlayers(game);
  const diagram = diagramOf(game.formula, game.players.length, nodes);
  if (!diagram)
    return { kind: 'too-large', ...leading, minimalWinning: null, minimalBlocking: null, dummies: null };
  const dummies = inScenarioOrder(scenario, [...powerless(game, diagram), ...game.bystanders]);
  const winning = minimalCoalitions(diagram, nodes);
  const dual = dualOf(diagram);
  const blocking = dual && minimalCoalitions(dual, nodes);
  const few = (found: MinimalCoalitions | null): found is MinimalCoalitions =>
    found !== null && found.count <= BigInt(limit);
  if (!few(winning) || !few(blocking))
    return {
      kind: 'too-large',
      ...leading,
      minimalWinning: winning?.count ?? null,
      minimalBlocking: blocking?.count ?? null,
      dummies,
    };
  const named = (found: MinimalCoalitions) =>
    found.list().map((members) => members.flatMap((player) => game.players[player] ?? []));
  return {
    kind: 'exact',
    ...leading,
    minimalWinning: named(winning),
    minimalBlocking: named(blocking),
    dummies,
  };
}

function leadingPlayers({ players, formula }: SimpleGame): Leading {
  const possible = wins(formula, () => true);
  const vetoPlayers = players.filter((_, player) => possible && !wins(formula, (other) => other !== player));
  const dictators = vetoPlayers.filter((id) => wins(formula, (other) => players[other] === id));
  return { players, vetoPlayers, dictators };
}

/** Players whom no node asks about. */
function powerless({ players }: SimpleGame, { nodes, root, order }: Diagram): FactionId[] {
  const asked = new Set<number>();
  for (const node of nodesBelow(nodes, root)) asked.add(order[nodes.level(node)] ?? 0);
  return players.filter((_, player) => !asked.has(player));
}

export function inScenarioOrder(scenario: RefereeScenario, ids: readonly FactionId[]): FactionId[] {
  const wanted = new Set(ids);
  return scenario.factions.filter(({ id }) => wanted.has(id)).map(({ id }) => id);
}
