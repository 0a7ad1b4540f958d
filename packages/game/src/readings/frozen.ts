import { isFrozen, openInvitation } from '@btt/protocol';
import type { Condition } from '@btt/scenario';
import { type Story, type Told, toldOf } from './story';

/** A proposal that put before a side what it could not accept. */
export interface Press {
  readonly obligation: string;
  /** Who pressed, and who was pressed. */
  readonly by: string;
  readonly role: string;
  readonly side: string;
  readonly issue: string;
  readonly option: string;
  readonly round: number;
  /** Points by pressing, over all factions, of the whole proposal. */
  readonly points: number;
}

/** A move that another side could have asked for, made without being asked. */
export interface UninvitedPressure {
  readonly happening: string;
  readonly move: string;
  readonly headline: string;
  readonly side: string | null;
  readonly round: number;
  readonly points: number;
}

export interface FrozenReading {
  readonly presses: readonly Press[];
  /** Proposals that each side wasted on what was frozen. */
  readonly wasted: readonly { readonly side: string; readonly proposals: number; readonly points: number }[];
  readonly uninvited: readonly UninvitedPressure[];
  /** Events that answered initials: suspicion of a deal that came too quickly. */
  readonly suspicion: readonly {
    readonly trigger: string;
    readonly headline: string;
    readonly round: number;
    readonly points: number;
  }[];
}

/** Time and support lost on what could not move, on pressure that nobody had asked for, and on haste. */
export function readFrozen(story: Story): FrozenReading {
  const presses = pressesOf(story);
  return {
    presses: presses.map(({ press }) => press),
    wasted: story.game.sides.map((side) => {
      const steps = new Set(presses.filter(({ press }) => press.by === side).map(({ step }) => step));
      return { side, proposals: steps.size, points: pointsOfPressing(story, steps) };
    }),
    uninvited: uninvitedOf(story),
    suspicion: suspicionOf(story),
  };
}

function pressesOf(story: Story): { readonly press: Press; readonly step: number }[] {
  return toldOf(story, 'proposed').flatMap(({ fact, before, step }) =>
    Object.entries(fact.terms).flatMap(([issue, option]) =>
      Object.entries(before.obligations).flatMap(([obligation, bound]) => {
        const { side } = bound;
        const alone = { ...before, obligations: { [obligation]: bound } };
        if (side === null || side === fact.side || !isFrozen(alone, side, issue, option)) return [];
        const press = {
          obligation,
          side,
          issue,
          option,
          by: fact.side,
          role: fact.role,
          round: before.round,
          points: pointsOfPressing(story, new Set([step])),
        };
        return [{ press, step }];
      }),
    ),
  );
}

function pointsOfPressing(story: Story, steps: ReadonlySet<number>): number {
  return story.effects
    .filter((effect) => effect.origin.kind === 'pressing' && steps.has(effect.step))
    .reduce((sum, effect) => sum + effect.points, 0);
}

function uninvitedOf(story: Story): UninvitedPressure[] {
  const { scenario, sides } = story.game;
  return toldOf(story, 'move').flatMap(({ fact: { made }, before }) => {
    const askable = scenario.moves.some((one) => one.invites.includes(made.move));
    const asked = sides.some((side) => openInvitation(before, made.move, side) !== null);
    if (!askable || asked) return [];
    const { id: happening, move, headline, side, round } = made;
    const points = pointsOf(story, happening, (effect) => effect.side !== side);
    return [{ happening, move, headline, side, round, points }];
  });
}

function suspicionOf(story: Story): FrozenReading['suspicion'] {
  return toldOf(story, 'event').flatMap(
    ({ fact, before }: Told<Extract<Told['fact'], { type: 'event' }>>) => {
      const at = story.game.index.trigger(fact.trigger)?.at;
      if (at?.kind !== 'when' || !asksForInitials(at.when)) return [];
      const points = pointsOf(story, fact.id);
      return [{ trigger: fact.trigger, headline: fact.headline, round: before.round, points }];
    },
  );
}

function asksForInitials(condition: Condition): boolean {
  if (condition.kind === 'initialled') return true;
  return (condition.kind === 'all' || condition.kind === 'any') && condition.of.some(asksForInitials);
}

function pointsOf(
  story: Story,
  happening: string,
  counts: (effect: Story['effects'][number]) => boolean = () => true,
): number {
  return story.effects
    .filter((effect) => effect.origin.happening === happening && counts(effect))
    .reduce((sum, effect) => sum + effect.points, 0);
}
