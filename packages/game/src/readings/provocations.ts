import type { MoveMade } from '@btt/protocol';
import type { Story } from './story';

/** How somebody answered a hard statement. */
export interface ProvocationAnswer {
  readonly happening: string;
  readonly headline: string;
  readonly side: string | null;
  readonly role: string;
  /** A question is no answer: it asks what is meant. */
  readonly inquiry: boolean;
  /** The side knew how the statement was meant when it answered. */
  readonly knew: boolean;
  /** Points among the factions of the side that had provoked, and among the answerer’s own. */
  readonly abroad: number;
  readonly home: number;
  /** See {@link readProvocations}; null for a question, and where nothing hidden was to be read. */
  readonly right: boolean | null;
}

export interface ProvocationReading {
  readonly happening: string;
  readonly headline: string;
  readonly side: string | null;
  readonly role: string;
  readonly round: number;
  readonly secrets: readonly { readonly key: string; readonly value: string; readonly label: string }[];
  readonly answers: readonly ProvocationAnswer[];
  /** Sides that were expected to answer and did not. */
  readonly unanswered: readonly string[];
}

/**
 * Hard statements, what was hidden behind them, and how they were answered. Against a statement that was performed, an answer is right when it
 * does no harm to those behind the speaker; against one that was meant, when it does not reward them.
 */
export function readProvocations(story: Story): ProvocationReading[] {
  const { moves, secrets } = story.end;
  return moves
    .filter((made) => made.expects.length > 0)
    .map((made) => {
      const hidden = Object.entries(secrets[made.id] ?? {}).map(([key, secret]) => ({ key, ...secret }));
      const manner = hidden.find(({ value }) => value === 'performed' || value === 'meant')?.value ?? null;
      const answers = moves.filter((one) => one.answers === made.id);
      return {
        happening: made.id,
        headline: made.headline,
        side: made.side,
        role: made.role,
        round: made.round,
        secrets: hidden,
        answers: answers.map((answer) => answerOf(story, made, answer, manner)),
        unanswered: made.expects.filter(
          (side) => !answers.some((answer) => answer.side === side && !isInquiry(answer)),
        ),
      };
    });
}

function answerOf(
  story: Story,
  provocation: MoveMade,
  answer: MoveMade,
  manner: string | null,
): ProvocationAnswer {
  const felt = story.effects.filter((effect) => effect.origin.happening === answer.id);
  const sum = (side: string | null) =>
    felt.filter((effect) => effect.side === side).reduce((total, effect) => total + effect.points, 0);
  const abroad = sum(provocation.side);
  const { id: happening, headline, side, role } = answer;
  return {
    happening,
    headline,
    side,
    role,
    inquiry: isInquiry(answer),
    knew: knewBefore(story, provocation, answer),
    abroad,
    home: sum(answer.side),
    right: isInquiry(answer) || manner === null ? null : manner === 'performed' ? abroad >= 0 : abroad <= 0,
  };
}

function isInquiry(made: MoveMade): boolean {
  return made.tags.includes('inquiry');
}

/** Whether the answerer had been told what was hidden before answering. */
function knewBefore(story: Story, provocation: MoveMade, answer: MoveMade): boolean {
  for (const { fact, to } of story.facts) {
    if (fact.type === 'move' && fact.made.id === answer.id) return false;
    if (
      fact.type === 'move-secret' &&
      fact.of === provocation.id &&
      typeof to !== 'string' &&
      to.includes(answer.role)
    )
      return true;
  }
  return false;
}
