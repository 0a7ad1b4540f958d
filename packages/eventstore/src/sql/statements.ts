import type { Transaction } from 'kysely';
import type { PreparedAppend } from '../check';
import { type Pieces, whole } from './pieces';
import type { Tables } from './tables';

/** Words as JSON: databases do not take every character that somebody can send, such as NUL. */
const toText = (body: string): string => JSON.stringify(body);
export const fromText = (text: string): string => String(JSON.parse(text));

/** From one version of a stream to a later one. */
export interface Step {
  readonly stream: string;
  /** 0 = the stream must not exist. */
  readonly expected: number;
  readonly version: number;
  /** Of the newest event. */
  readonly at: number;
  /** Left out: stays as it is. */
  readonly deadline?: number | null | undefined;
}

/** Compare and swap. False when the stream has another version, or a newer moment: then nothing has been changed. */
export async function move(db: Transaction<Tables>, step: Step): Promise<boolean> {
  const { stream, expected, version, at, deadline } = step;
  if (expected === 0) {
    const done = await db
      .insertInto('streams')
      .values({ stream, version, at, deadline: deadline ?? null })
      .onConflict((conflict) => conflict.column('stream').doNothing())
      .executeTakeFirst();
    return Number(done.numInsertedOrUpdatedRows ?? 0) === 1;
  }
  const done = await db
    .updateTable('streams')
    .set({ version, at, ...(deadline === undefined ? {} : { deadline }) })
    .where('stream', '=', stream)
    .where('version', '=', expected)
    .where('at', '<=', at)
    .executeTakeFirst();
  return Number(done.numUpdatedRows) === 1;
}

/** Notes who wished what. False when one of them was noted before. */
export async function insertCommands(
  db: Transaction<Tables>,
  requests: readonly PreparedAppend[],
  pieces: Pieces = whole,
): Promise<boolean> {
  const rows = requests.map(({ stream, actor, commandId, expected, events }) => ({
    stream,
    actor,
    command_id: commandId,
    first: expected + 1,
    last: expected + events.length,
  }));
  let noted = 0;
  for (const piece of pieces(rows)) {
    const done = await db
      .insertInto('commands')
      .values(piece)
      .onConflict((conflict) => conflict.columns(['stream', 'actor', 'command_id']).doNothing())
      .executeTakeFirst();
    noted += Number(done.numInsertedOrUpdatedRows ?? 0);
  }
  return noted === requests.length;
}

export interface Written {
  readonly request: PreparedAppend;
  readonly at: number;
}

/** What has been written at streams that were moved on, and the words that go with it. */
export async function insertEvents(
  db: Transaction<Tables>,
  written: readonly Written[],
  pieces: Pieces = whole,
): Promise<void> {
  const events = written.flatMap(({ request, at }) =>
    request.events.map(({ type, json }, i) => ({
      stream: request.stream,
      version: request.expected + i + 1,
      at,
      actor: request.actor,
      command_id: request.commandId,
      type,
      payload: json,
    })),
  );
  for (const piece of pieces(events)) await db.insertInto('events').values(piece).execute();
  // Of words that come twice under an id, the last ones stay.
  const words = new Map(
    written.flatMap(({ request: { stream, words = [] } }) =>
      words.map(({ id, body }) => [id, { id, stream, body: toText(body) }] as const),
    ),
  );
  for (const piece of pieces([...words.values()]))
    await db
      .insertInto('words')
      .values(piece)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((row) => ({ body: row.ref('excluded.body') })),
      )
      .execute();
}
