import type { Chronicle } from '../chronicle';

/** The last bargaining round there will be, unless the agreement comes back to the table. */
export function lastRound(chronicle: Chronicle): number {
  const desk = chronicle.desk();
  return desk.returned > 0 ? desk.round : (desk.settings?.rounds.length ?? 0);
}

/**
 * Rounds that an event takes away are passed over when the current one ends. Where no more are to come, each takes half of the time that is
 * left of the current one: late trouble is trouble all the same, and yet leaves a chance.
 */
export function loseRounds(chronicle: Chronicle, rounds: number): void {
  const { round, roundsLost, deadline, paused } = chronicle.desk();
  const toCome = Math.max(0, lastRound(chronicle) - round - roundsLost);
  const share = 2 ** Math.max(0, rounds - toCome);
  const lost = rounds === 1 ? 'One round is lost' : `${rounds} rounds are lost`;
  chronicle.tell('everyone', { type: 'rounds-lost', rounds });
  chronicle.tell('everyone', {
    type: 'told',
    id: chronicle.nextId(),
    text: share === 1 ? `${lost}.` : `${lost}. There are not so many to come: the clock of this one is cut.`,
    cause: null,
  });
  if (share === 1) return;
  const now = chronicle.context.at;
  if (deadline !== null)
    chronicle.tell('everyone', {
      type: 'clock',
      deadline: now + Math.round(Math.max(0, deadline - now) / share),
      paused: null,
    });
  else if (paused !== null)
    chronicle.tell('everyone', { type: 'clock', deadline: null, paused: Math.round(paused / share) });
}
