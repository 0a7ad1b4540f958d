import type { EventStore, Words } from '@btt/eventstore';
import {
  briefFor,
  type Chance,
  chanceFrom,
  decide,
  epochOf,
  evolve,
  type Game,
  initialTable,
  nextDeadline,
  type TableCommand,
  type TableEvent,
  type TableState,
  visible,
} from '@btt/game';
import { type Brief, type Refusal, refuse, type Viewer } from '@btt/protocol';
import { createFeed, type Feed } from '../feeds/feed';
import { LIMITS } from '../limits/limits';
import type { Deriver } from '../sessions/secrets';
import { tableStream } from '../streams/names';
import { openStream, type Recorded, type Settled, type Stream } from '../streams/stream';

/** A table in memory. */
export interface Table {
  readonly id: string;
  readonly stream: Stream<TableState, TableEvent>;
  readonly feed: Feed;
  /** Grants a wish. Draws keep their luck when the wish is sent or decided again. */
  submit(
    actor: string,
    commandId: string,
    command: TableCommand,
    /** Version that the table must have; refused `conflict` when it has another one. */
    onVersion?: number,
  ): Promise<Settled | Refusal>;
}

export interface TableOptions {
  readonly store: EventStore;
  readonly deriver: Deriver;
  readonly game: Game;
  readonly id: string;
  readonly told: (fresh: readonly Recorded<TableEvent>[], words: readonly Words[]) => void;
}

export async function openTable({ store, deriver, game, id, told }: TableOptions): Promise<Table> {
  const logic = { initial: initialTable(game), evolve, told, deadline: nextDeadline };
  const stream = await openStream<TableState, TableEvent>(store, tableStream(id), logic);
  const feed = createFeed<TableEvent>({
    id,
    log: stream.log,
    visible: (event, viewer) => visible(event.parts, viewer),
    brief: briefs(game),
  });
  return {
    id,
    stream,
    feed,
    submit(actor, commandId, wished, onVersion) {
      // Ids of happenings and of words are told to many: neither may be worked out, or tell how many others there are.
      const root = deriver.secret('happenings', id, actor, commandId);
      const { command, words } = withoutWords(
        wished,
        () => `w-${deriver.secret('words', id, actor, commandId)}`,
      );
      return stream.submit({
        actor,
        commandId,
        onVersion,
        decide(state, at) {
          if (command.as === 'seat' && state.version >= LIMITS.events) return refuse('used-up');
          const chance = luck(() => deriver.entropy(id, actor, commandId));
          const decision = decide(game, state, command, { id: root, at, chance });
          return decision.ok ? { ...decision, words } : decision;
        },
      });
    },
  };
}

/** The luck of one decision, worked out when something is drawn at all. */
function luck(entropy: () => readonly number[]): Chance {
  let chance: Chance | undefined;
  return (key, odds) => {
    chance ??= chanceFrom(entropy());
    return chance(key, odds);
  };
}

const briefsKept = new WeakMap<Game, Map<string, Brief>>();

/** What the scenario says to each kind of viewer, worked out once for all tables that play it. */
function briefs(game: Game): (viewer: Viewer) => Brief {
  const known = briefsKept.get(game) ?? new Map<string, Brief>();
  briefsKept.set(game, known);
  return (viewer) => {
    const brief = known.get(epochOf(viewer)) ?? briefFor(game, viewer);
    known.set(epochOf(viewer), brief);
    return brief;
  };
}

/** Free text goes beside the facts: the command keeps its id only. */
function withoutWords(
  command: TableCommand,
  newId: () => string,
): { readonly command: TableCommand; readonly words: readonly Words[] } {
  if (command.as === 'system' || !('words' in command.command) || command.command.words === undefined)
    return { command, words: [] };
  const id = newId();
  const words = [{ id, body: command.command.words }];
  return command.as === 'seat'
    ? { command: { ...command, command: { ...command.command, words: id } }, words }
    : { command: { ...command, command: { ...command.command, words: id } }, words };
}
