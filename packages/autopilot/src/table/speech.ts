import type { SeatCommand } from '@btt/protocol';
import type { Player } from '../seat/seat';

/** The speech with which the head of a side takes the agreement home: as many attacks foreseen as it may, each with one of its answers. */
export function giveSpeech(player: Player): SeatCommand | null {
  const { desk, own, role, dice } = player;
  if (!role.initials || role.side === null || desk.deal === null || own.speech === null) return null;
  if (desk.speeches[role.side] !== undefined) return null;
  const foreseen = own.criticisms
    .filter((criticism) => criticism.answers.length > 0)
    .toSorted((a, b) => dice(`attack ${a.id}`) - dice(`attack ${b.id}`))
    .slice(0, own.speech.max);
  if (foreseen.length === 0) return null;
  const answers = foreseen.flatMap(({ id, answers: cards }) => {
    const card = cards[Math.floor(dice(`answer ${id}`) * cards.length)];
    return card ? [{ criticism: id, answer: card.id }] : [];
  });
  return { type: 'give-speech', answers };
}
