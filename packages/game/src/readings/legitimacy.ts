import { type Story, toldOf } from './story';

/** What a class makes of one move: would one defend it in public? */
export interface LegitimacyReading {
  readonly happening: string;
  readonly move: string;
  readonly headline: string;
  readonly side: string | null;
  readonly role: string;
  readonly yes: number;
  readonly no: number;
  /** Share of those who would, 0 to 1; null where nobody has said. */
  readonly share: number | null;
  /** It had been kept from somebody, or misled somebody, and came out. */
  readonly exposed: boolean;
}

/** The moves of a table, those first that the fewest would defend; what nobody has judged comes last, as it was played. */
export function readLegitimacy(story: Story): LegitimacyReading[] {
  const { judgements } = story.end.politics;
  const exposed = new Set(toldOf(story, 'disclosed').map(({ fact }) => fact.made.id));
  const moves = story.end.moves.map(({ id, move, headline, side, role }) => {
    const said = Object.values(judgements[id] ?? {});
    const yes = said.filter(Boolean).length;
    return {
      move,
      headline,
      side,
      role,
      yes,
      happening: id,
      no: said.length - yes,
      share: said.length === 0 ? null : yes / said.length,
      exposed: exposed.has(id),
    };
  });
  return moves.toSorted((a, b) => (a.share ?? 2) - (b.share ?? 2) || b.no - a.no);
}
