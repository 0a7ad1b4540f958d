import type { SideId } from '@btt/scenario';
import { coalitions } from '../coalitions/coalitions';
import { power } from '../coalitions/power';
import type { RefereeScenario } from '../model';
import type { SideReport } from './model';
import { countText, shareOf } from './plain';

/** The rule of a side as a voting game. Bodies whose orders are too many get the Banzhaf index alone. */
export function sidePower(scenario: RefereeScenario, side: SideId): Pick<SideReport, 'coalitions' | 'power'> {
  return { coalitions: coalitionsOf(scenario, side), power: powerOf(scenario, side) };
}

function coalitionsOf(scenario: RefereeScenario, side: SideId): SideReport['coalitions'] {
  const found = coalitions(scenario, side);
  switch (found.kind) {
    case 'exact': {
      const { minimalWinning, minimalBlocking, vetoPlayers, dictators, dummies } = found;
      return { kind: 'exact', minimalWinning, minimalBlocking, vetoPlayers, dictators, dummies };
    }
    case 'too-large':
      return {
        kind: 'too-large',
        reason: 'There are too many coalitions to be listed.',
        minimalWinning: found.minimalWinning === null ? null : countText(found.minimalWinning),
        minimalBlocking: found.minimalBlocking === null ? null : countText(found.minimalBlocking),
      };
    case 'not-a-voting-game':
      return { kind: found.kind, reason: OPINION, minimalWinning: null, minimalBlocking: null };
  }
}

function powerOf(scenario: RefereeScenario, side: SideId): SideReport['power'] {
  const whole = power(scenario, side);
  const found = whole.kind === 'too-large' ? power(scenario, side, { shapleyShubik: false }) : whole;
  switch (found.kind) {
    case 'exact':
      return {
        kind: 'exact',
        players: found.players.map((one) => ({
          faction: one.faction,
          swings: countText(one.swings),
          banzhaf: shareOf(one.banzhaf),
          banzhafShare: shareOf(one.banzhafShare),
          shapleyShubik: one.shapleyShubik && shareOf(one.shapleyShubik),
        })),
      };
    case 'too-large':
      return { kind: found.kind, reason: `The table for these weights would have ${found.states} places.` };
    case 'not-a-voting-game':
      return { kind: found.kind, reason: OPINION };
  }
}

const OPINION = 'The rule asks how much support there is, which votes do not tell.';
