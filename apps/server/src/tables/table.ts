import type { EventStore, Words } from '@btt/eventstore';
import {
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
import type { Fact, HostCommand, Refusal, SeatCommand, Viewer } from '@btt/protocol';
import { newEntropy, newToken } from '../sessions/secrets';
import { createNumbering, type Numbering } from '../streams/numbering';
import { openStream, type Settled, type Stream, type Told } from '../streams/stream';

/** A table in memory. */
export interface Table {
  readonly id: string;
  readonly stream: Stream<TableState, TableEvent>;
  /** The entries of one kind of viewer. */
  numbering(viewer: Viewer): Numbering<Fact>;
  /** Grants a wish; draws keep their luck when the decision is made again. */
  submit(actor: string, commandId: string, command: TableCommand): Promise<Settled | Refusal>;
}

const tableStream = (id: string) => `table/${id}`;
/** The session that a table belongs to is part of its id. */
export const sessionOfTable = (table: string) => table.slice(0, table.lastIndexOf('-'));

export async function openTable(
  store: EventStore,
  game: Game,
  id: string,
  told: Told<TableEvent>,
  failed: (error: unknown) => void,
): Promise<Table> {
  const logic = { initial: initialTable(game), evolve };
  const stream = await openStream<TableState, TableEvent>(store, tableStream(id), logic, told, failed);
  const numberings = new Map<string, Numbering<Fact>>();
  return {
    id,
    stream,
    numbering(viewer) {
      const key = epochOf(viewer);
      const known =
        numberings.get(key) ??
        createNumbering<TableEvent, Fact>(stream.log, (event) => visible(event.parts, viewer));
      numberings.set(key, known);
      return known;
    },
    submit(actor, commandId, wished) {
      const id = newToken();
      const entropy = newEntropy();
      const { command, words } = withoutWords(wished, `w-${newToken()}`);
      return stream.submit({
        actor,
        commandId,
        decide(state, at) {
          const decision = decide(game, state, command, { id, at, chance: chanceFrom(entropy) });
          if (!decision.ok) return decision;
          const deadline = nextDeadline(evolve(state, decision.event));
          return { ok: true, events: [decision.event], words, deadline };
        },
      });
    },
  };
}

/** Free text goes beside the facts: the command keeps its id only. */
function withoutWords(
  command: TableCommand,
  id: string,
): { readonly command: TableCommand; readonly words: readonly Words[] } {
  if (command.as === 'system') return { command, words: [] };
  const wish: SeatCommand | HostCommand = command.command;
  if (!('words' in wish) || wish.words === undefined) return { command, words: [] };
  const replaced = { ...command, command: { ...wish, words: id } } as TableCommand;
  return { command: replaced, words: [{ id, body: wish.words }] };
}
