import type { Outcome } from '@btt/protocol';
import { resolve } from '../table/resolve';
import { type Story, tellStory } from './story';
import { countsOf, isAcross, modelVerdict } from './votes';

/** How the sides stand to an agreement. */
export interface Standing {
  readonly passes: boolean;
  readonly sides: readonly {
    readonly side: string;
    readonly passes: boolean;
    readonly yes: number;
    readonly no: number;
    /** Points to spare; null where no change of support would turn it. */
    readonly margin: number | null;
  }[];
}

export interface WithoutHelpReading {
  /** As it was shown at the table, by the votes that counted. */
  readonly recorded: { readonly passes: boolean; readonly sides: Readonly<Record<string, boolean>> };
  /** The same agreement and the same record, by the model. */
  readonly withHelp: Standing;
  /** Effects removed: everything that one side did to the factions of another. All else stays as it was. */
  readonly effectsRemoved: Standing & { readonly effects: number; readonly points: number };
  /**
   * Causes removed: the record is played again without the moves, drafts and promises that reached across the table. What depended on them
   * is gone, too, so that the talks may have ended otherwise; people’s words and votes are as they were.
   */
  readonly causesRemoved: {
    readonly causes: number;
    readonly outcome: Outcome | null;
    /** null where no agreement was voted on. */
    readonly standing: Standing | null;
  };
}

/** Ratification with and without help: the last count of the record. null where nothing was voted on. */
export function readWithoutHelp(story: Story): WithoutHelpReading | null {
  const count = countsOf(story).at(-1);
  if (!count) return null;
  const across = count.standing.filter(isAcross);
  return {
    recorded: {
      passes: count.passed,
      sides: Object.fromEntries(count.sides.map(({ side, passed }) => [side, passed])),
    },
    withHelp: standingOf(modelVerdict(story.game, count)),
    effectsRemoved: {
      ...standingOf(modelVerdict(story.game, count, isAcross)),
      effects: across.length,
      points: across.reduce((sum, effect) => sum + effect.points, 0),
    },
    causesRemoved: withoutCauses(story),
  };
}

function withoutCauses(story: Story): WithoutHelpReading['causesRemoved'] {
  const reaching = new Set(
    story.effects
      .filter(isAcross)
      .flatMap(({ origin }) => (origin.move === null ? [origin.happening] : [origin.move])),
  );
  const steps = new Set(
    story.facts.flatMap(({ fact, step, event }) => {
      // A proposal that pressed somebody stays: without it there would be no draft to vote on.
      if (event.cause.as !== 'seat' || event.type === 'propose') return [];
      const made =
        fact.type === 'move'
          ? fact.made.id
          : fact.type === 'speech-drafted' || fact.type === 'plan-offered'
            ? fact.id
            : null;
      return made !== null && reaching.has(made) ? [step] : [];
    }),
  );
  const causes = story.record.filter((_, step) => !steps.has(step));
  const { events, state } = resolve(story.game, causes);
  const moments = new Map(causes.map(({ event, at }) => [event.id, at]));
  const again = tellStory(
    story.game,
    events.map((event) => ({ event, at: moments.get(event.id) ?? 0 })),
  );
  const count = countsOf(again).at(-1);
  return {
    causes: steps.size,
    outcome: state.desk.outcome?.outcome ?? null,
    standing: count ? standingOf(modelVerdict(story.game, count)) : null,
  };
}

function standingOf({ passes, sides }: ReturnType<typeof modelVerdict>): Standing {
  return {
    passes,
    sides: sides.map(({ side, passes: own, yes, no, margin }) => ({ side, passes: own, yes, no, margin })),
  };
}
