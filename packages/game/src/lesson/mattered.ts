import type { Desk, HappeningId, LessonView, WhatMattered } from '@btt/protocol';
import type { TableReading } from '../readings';

/** How many of the causes count as the largest. */
const LARGEST = 3;

/** What is told beside a sentence, of the whole and of single sides; the rest is in the record. */
const TOLD: ReadonlySet<string> = new Set(['no-margin', 'turning-point', 'without']);
const TOLD_OF_SIDES: ReadonlySet<string> = new Set(['no-margin', 'turning-point']);

/** What the result of a table is owed to, held against what its people named before they were told. */
export function whatMattered(
  desk: Desk,
  guesses: LessonView['guesses'],
  turning: TableReading['turning'],
): WhatMattered {
  const causes = causesOf(turning);
  const named = Object.values(guesses).filter(
    (guess) => guess.table === desk.table && guess.moves.length > 0,
  );
  const largest = new Set(causes.slice(0, LARGEST).map((cause) => cause.happening));
  const found: [number, number, number, number] = [0, 0, 0, 0];
  const counts = new Map<HappeningId, number>();
  for (const { moves } of named) {
    const hits = moves.filter((move) => largest.has(move)).length;
    found[hits] = (found[hits] ?? 0) + 1;
    for (const move of moves) counts.set(move, (counts.get(move) ?? 0) + 1);
  }
  const words = turning?.words;
  return {
    table: desk.table,
    name: desk.name,
    sentences: words
      ? [words.whole, ...words.sides].map(({ side, sentence, details }) => ({
          side,
          text: sentence,
          details: details
            .filter(({ kind }) => (side === null ? TOLD : TOLD_OF_SIDES).has(kind))
            .map(({ text }) => text),
        }))
      : [],
    causes,
    guesses: [...counts]
      .map(([happening, count]) => {
        const place = causes.findIndex((cause) => cause.happening === happening);
        return {
          happening,
          headline: desk.moves.find((move) => move.id === happening)?.headline ?? '',
          count,
          rank: place < 0 ? null : place + 1,
        };
      })
      .sort((one, other) => other.count - one.count || (one.rank ?? Infinity) - (other.rank ?? Infinity)),
    guessers: named.length,
    found,
  };
}

/**
 * Everything that had a part in the result: first that without which it would have been the other one, then by its share of the whole,
 * then by what it moved on single sides.
 */
function causesOf(turning: TableReading['turning']): WhatMattered['causes'] {
  if (!turning) return [];
  const shareIn = ({ shares }: (typeof turning)['whole'], player: number) =>
    shares.find((share) => share.player === player);
  return turning.players
    .flatMap((player, at) => {
      if (player.kind !== 'cause') return [];
      const whole = shareIn(turning.whole, at);
      const weight = Math.abs(whole?.shapley.value ?? 0);
      const onSides = turning.sides.map((side) => Math.abs(shareIn(side, at)?.shapley.value ?? 0));
      const moved = onSides.reduce((sum, one) => sum + one, 0);
      const { id: happening, name: headline } = player;
      const cause = { happening, headline, weight, decisive: whole?.decisive ?? false };
      return weight + moved === 0 ? [] : [{ cause, moved }];
    })
    .sort(
      (one, other) =>
        Number(other.cause.decisive) - Number(one.cause.decisive) ||
        other.cause.weight - one.cause.weight ||
        other.moved - one.moved,
    )
    .map(({ cause }) => cause);
}
