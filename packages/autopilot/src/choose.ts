import type { Desk, SeatCommand } from '@btt/protocol';
import { answerConsent, factionBargains, factionPrepares, factionRatifies } from './faction/faction';
import { chooseAnswer } from './moves/choose-move';
import { diceFrom } from './seat/dice';
import { type Player, type Seat, termsOf } from './seat/seat';
import { dealOf, spaceOf } from './seat/space';
import { headBargains, help } from './table/negotiator';
import { drawMap } from './table/maps';
import { readTable } from './table/reading';
import { giveSpeech } from './table/speech';

export interface Circumstance {
  /** The same seed and the same view give the same command. */
  readonly seed: string;
  /** Share of the phase or round that has passed, 0 to 1. The caller's clock says it. */
  readonly elapsed: number;
}

/** What the seat does next; null = it waits for the others. A pure function of what the seat was told. */
export function choose(seat: Seat, circumstance: Circumstance): SeatCommand | null {
  const player = playerOf(seat, circumstance);
  if (!player || seat.desk.paused !== null) return null;
  switch (seat.desk.phase) {
    case 'briefing':
      return prepare(player);
    case 'bargaining':
      return bargain(player);
    case 'ratification':
      return ratify(player);
    case 'lobby':
    case 'count':
    case 'debrief':
      return null;
  }
}

function prepare(player: Player): SeatCommand | null {
  if (!player.desk.ready.includes(player.role.id)) return { type: 'ready' };
  return player.role.kind === 'faction' ? factionPrepares(player) : null;
}

function bargain(player: Player): SeatCommand | null {
  switch (player.role.kind) {
    case 'faction':
      return chooseAnswer(player) ?? factionBargains(player);
    case 'negotiator':
      return (
        chooseAnswer(player) ??
        answerConsent(player) ??
        (player.role.initials ? headBargains(player) : assist(player))
      );
    case 'aide':
      return chooseAnswer(player) ?? answerConsent(player) ?? assist(player);
    case 'press':
      return null;
  }
}

function assist(player: Player): SeatCommand | null {
  const reading = readTable(player);
  return help(player, reading, dealOf(player.space, termsOf(player.desk.text))) ?? drawMap(player, reading);
}

function ratify(player: Player): SeatCommand | null {
  return player.role.kind === 'faction' ? factionRatifies(player) : giveSpeech(player);
}

function playerOf({ desk, notes, brief }: Seat, { seed, elapsed }: Circumstance): Player | null {
  const { own, public: scenario } = brief;
  const role = own && scenario.roles.find((one) => one.id === own.role);
  if (!own || !role) return null;
  return {
    desk,
    notes,
    scenario,
    own,
    role,
    sides: scenario.sides.map((side) => side.id),
    issues: scenario.issues.map((issue) => issue.id),
    space: spaceOf(scenario),
    time: timeOf(desk, elapsed),
    dice: diceFrom(`${seed} ${role.id}`),
  };
}

function timeOf(desk: Desk, elapsed: number): number {
  if (desk.phase === 'ratification') return elapsed;
  if (desk.phase !== 'bargaining') return 0;
  if (desk.returned > 0) return 0.8 + 0.2 * elapsed;
  const rounds = Math.max(1, desk.settings?.rounds.length ?? 1);
  return Math.min(1, (desk.round - 1 + elapsed) / rounds);
}
