import type { FactionId, Rule, SideId } from '@btt/scenario';
import type { RefereeScenario } from '../model';

/**
 * Coalitions and power by their definitions, going through every coalition. They share no code with what they check, and take time that
 * doubles with every player.
 */

/** Who plays: the factions that the side's rule names, in the order of the scenario. */
export function playersByDefinition(scenario: RefereeScenario, side: SideId): FactionId[] {
  const rule = scenario.sides.find((one) => one.id === side)?.rule;
  return scenario.factions.map(({ id }) => id).filter((id) => rule !== undefined && names(rule, id));
}

function names(rule: Rule, faction: FactionId): boolean {
  return 'rules' in rule
    ? rule.rules.some((part) => names(part, faction))
    : rule.factions.some((id) => id === faction);
}

/** Whether a side ratifies when the coalition votes yes and everybody else no, fiercely. */
export function winsByDefinition(
  scenario: RefereeScenario,
  side: SideId,
  coalition: ReadonlySet<FactionId>,
): boolean {
  const rule = scenario.sides.find((one) => one.id === side)?.rule;
  const weights = new Map(scenario.factions.map(({ id, weight }) => [id, BigInt(weight)]));
  return rule !== undefined && passes(rule, coalition, weights);
}

function passes(
  rule: Rule,
  coalition: ReadonlySet<FactionId>,
  weights: ReadonlyMap<FactionId, bigint>,
): boolean {
  if (rule.kind === 'all') return rule.rules.every((part) => passes(part, coalition, weights));
  if (rule.kind === 'any') return rule.rules.some((part) => passes(part, coalition, weights));
  if (rule.kind === 'k-of')
    return rule.rules.filter((part) => passes(part, coalition, weights)).length >= rule.k;

  const voters = rule.factions.filter((id) => weights.has(id));
  const heads = 'heads' in rule && rule.heads;
  const weigh = (ids: readonly FactionId[]) =>
    ids.reduce((sum, id) => sum + (heads ? 1n : (weights.get(id) ?? 0n)), 0n);
  const ayes = voters.filter((id) => coalition.has(id));
  const yes = weigh(ayes);
  const no = weigh(voters.filter((id) => !coalition.has(id)));
  switch (rule.kind) {
    case 'majority': {
      const present = rule.quorum === undefined || atLeast(yes + no, rule.quorum, yes + no);
      const enough =
        rule.test === 'at-least'
          ? atLeast(yes, rule.fraction, yes + no)
          : !atLeast(
              no,
              {
                numerator: rule.fraction.denominator - rule.fraction.numerator,
                denominator: rule.fraction.denominator,
              },
              yes + no,
            );
      return present && yes > 0n && enough;
    }
    case 'quota':
      return yes > 0n && yes >= BigInt(rule.weight);
    case 'unanimity':
    case 'consent':
      return ayes.length === voters.length;
    case 'no-objection':
      return no < BigInt(rule.weight);
    case 'no-bloc':
      return ayes.length > 0;
    case 'opinion':
      throw new Error('An opinion is not decided by votes.');
  }
}

function atLeast(part: bigint, fraction: { numerator: number; denominator: number }, whole: bigint): boolean {
  return part * BigInt(fraction.denominator) >= BigInt(fraction.numerator) * whole;
}

/** All coalitions of the players, and for each whether it wins. A coalition is a number: player p is in it if bit p is set. */
export function gameByDefinition(scenario: RefereeScenario, side: SideId): boolean[] {
  const players = playersByDefinition(scenario, side);
  return Array.from({ length: 2 ** players.length }, (_, coalition) =>
    winsByDefinition(scenario, side, new Set(membersOf(players, coalition))),
  );
}

export function membersOf(players: readonly FactionId[], coalition: number): FactionId[] {
  return players.filter((_, at) => Math.floor(coalition / 2 ** at) % 2 === 1);
}

/** Winning coalitions that lose without any one of their members. */
export function minimalWinningByDefinition(game: readonly boolean[], players: number): number[] {
  return coalitionsOf(players).filter(
    (coalition) =>
      game[coalition] === true &&
      placesIn(coalition, players).every((player) => game[coalition - 2 ** player] === false),
  );
}

/** Coalitions without which the rest loses, while it would win with any one of their members back. */
export function minimalBlockingByDefinition(game: readonly boolean[], players: number): number[] {
  const everybody = 2 ** players - 1;
  return coalitionsOf(players).filter(
    (coalition) =>
      game[everybody - coalition] === false &&
      placesIn(coalition, players).every((player) => game[everybody - coalition + 2 ** player] === true),
  );
}

/** Swings of a player by the size of the coalition before it joins. */
export function swingsByDefinition(game: readonly boolean[], players: number, player: number): number[] {
  const swings = Array.from({ length: players }, (): number => 0);
  for (const coalition of coalitionsOf(players)) {
    const inside = placesIn(coalition, players);
    if (inside.includes(player) || game[coalition] === true) continue;
    if (game[coalition + 2 ** player] === true) swings[inside.length] = (swings[inside.length] ?? 0) + 1;
  }
  return swings;
}

/** In how many orders of all players each of them is the one whose joining makes the coalition win. */
export function pivotsByDefinition(game: readonly boolean[], players: number): number[] {
  const pivots = Array.from({ length: players }, (): number => 0);
  function join(coalition: number, left: readonly number[]): void {
    for (const player of left) {
      const joined = coalition + 2 ** player;
      const others = left.filter((other) => other !== player);
      if (game[coalition] === false && game[joined] === true)
        pivots[player] = (pivots[player] ?? 0) + ordersOf(others.length);
      else join(joined, others);
    }
  }
  join(
    0,
    Array.from({ length: players }, (_, player) => player),
  );
  return pivots;
}

function ordersOf(players: number): number {
  return players <= 1 ? 1 : players * ordersOf(players - 1);
}

function coalitionsOf(players: number): number[] {
  return Array.from({ length: 2 ** players }, (_, coalition) => coalition);
}

function placesIn(coalition: number, players: number): number[] {
  return Array.from({ length: players }, (_, player) => player).filter(
    (player) => Math.floor(coalition / 2 ** player) % 2 === 1,
  );
}
