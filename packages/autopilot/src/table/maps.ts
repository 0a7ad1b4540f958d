import type { SeatCommand } from '@btt/protocol';
import { factionsAbroad, type Player } from '../seat/seat';
import { type Deal, dealOf } from '../seat/space';
import { termsOf } from '../seat/seat';
import type { Reading } from './reading';

/** A stance of 1 is a yes that is near: about so many points of support. */
const POINTS = 3;

/** Notes what it makes of a faction of the other sides, when that has changed: for itself, and for the debrief. */
export function drawMap(player: Player, reading: Reading): SeatCommand | null {
  const { desk, role, space, own } = player;
  if (own.points === null || desk.round === 0) return null;
  const deal: Deal = dealOf(space, termsOf(desk.text));
  const drawn = desk.politics.maps[role.id] ?? {};
  for (const { id, weight } of factionsAbroad(player)) {
    const felt = reading.stance(id, deal);
    const before = drawn[id];
    const vote = felt >= 1 ? 'yes' : felt <= -1 ? 'no' : 'abstain';
    if (before && (before.vote === vote || reading.confidence(id) < (before.confidence ?? 0) + 20)) continue;
    const concern = reading.concern(id);
    return {
      type: 'map',
      about: id,
      stance: Math.round(POINTS * Math.max(-3, Math.min(3, felt))),
      influence: Math.max(0, Math.min(100, weight ?? 0)),
      vote,
      confidence: reading.confidence(id),
      ...(concern === null ? {} : { concern }),
    };
  }
  return null;
}
