import { sql, type Transaction } from 'kysely';
import type { PreparedAppend } from '../check';
import type { AppendResult, StoredEvent } from '../port';
import type { Tables } from './tables';

type Row = Tables['events'];

export function toEvent(row: Row): StoredEvent {
  return {
    stream: row.stream,
    version: row.version,
    at: row.at,
    actor: row.actor,
    commandId: row.command_id,
    type: row.type,
    payload: JSON.parse(row.payload),
  };
}

/** Words as JSON: databases do not take every character that somebody can send, such as NUL. */
const toText = (body: string): string => JSON.stringify(body);
export const fromText = (text: string): string => String(JSON.parse(text));

/** Events of a command that was accepted before. */
export async function commandEvents(
  db: Transaction<Tables>,
  stream: string,
  actor: string,
  commandId: string,
): Promise<StoredEvent[]> {
  const command = await db
    .selectFrom('commands')
    .selectAll()
    .where('stream', '=', stream)
    .where('actor', '=', actor)
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  if (!command) return [];
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('stream', '=', stream)
    .where('version', '>=', command.first)
    .where('version', '<=', command.last)
    .orderBy('version')
    .execute();
  return rows.map(toEvent);
}

/** Compare-and-swap on (stream, version), and what goes with it, inside a transaction that the caller commits. */
export async function appendWithin(db: Transaction<Tables>, request: PreparedAppend): Promise<AppendResult> {
  const { stream, actor, commandId, expected } = request;
  const repeated = await commandEvents(db, stream, actor, commandId);
  if (repeated.length > 0) return { kind: 'repeated', events: repeated };

  const last = expected + request.events.length;
  const before = await db
    .selectFrom('streams')
    .select(['version', 'at'])
    .where('stream', '=', stream)
    .executeTakeFirst();
  const at = Math.max(request.at, before?.at ?? 0);
  const swapped = expected === 0 ? await create(db, request, last, at) : await advance(db, request, last, at);
  if (!swapped) {
    // Another server may have written this very command after we looked for it.
    const meanwhile = await commandEvents(db, stream, actor, commandId);
    if (meanwhile.length > 0) return { kind: 'repeated', events: meanwhile };
    const now = await db
      .selectFrom('streams')
      .select('version')
      .where('stream', '=', stream)
      .executeTakeFirst();
    return { kind: 'conflict', version: now?.version ?? 0 };
  }
  const rows = request.events.map(
    (event, i): Row => ({
      stream,
      version: expected + i + 1,
      at,
      actor,
      command_id: commandId,
      type: event.type,
      payload: event.json,
    }),
  );
  await db.insertInto('events').values(rows).execute();
  await db
    .insertInto('commands')
    .values({ stream, actor, command_id: commandId, first: expected + 1, last })
    .execute();
  for (const one of request.words ?? []) {
    await db
      .insertInto('words')
      .values({ id: one.id, stream, body: toText(one.body) })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ body: toText(one.body) }))
      .execute();
  }
  return { kind: 'appended', events: rows.map(toEvent) };
}

async function create(
  db: Transaction<Tables>,
  request: PreparedAppend,
  version: number,
  at: number,
): Promise<boolean> {
  const done = await db
    .insertInto('streams')
    .values({ stream: request.stream, version, at, deadline: request.deadline ?? null })
    .onConflict((conflict) => conflict.column('stream').doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows ?? 0) === 1;
}

async function advance(
  db: Transaction<Tables>,
  request: PreparedAppend,
  version: number,
  at: number,
): Promise<boolean> {
  const done = await db
    .updateTable('streams')
    .set({ version, at, ...(request.deadline === undefined ? {} : { deadline: request.deadline }) })
    .where('stream', '=', request.stream)
    .where('version', '=', request.expected)
    .executeTakeFirst();
  return Number(done.numUpdatedRows) === 1;
}

/**
 * Runs one append so that its failure leaves the others of the same transaction alone. Throws when the transaction itself is
 * over: a full disk or a lost connection ends it, and then there is no savepoint to go back to.
 */
export async function appendInSavepoint(
  db: Transaction<Tables>,
  request: PreparedAppend,
): Promise<{ readonly result: AppendResult } | { readonly error: unknown }> {
  await sql`savepoint one`.execute(db);
  try {
    const result = await appendWithin(db, request);
    await sql`release savepoint one`.execute(db);
    return { result };
  } catch (error) {
    if (!(await wentBack(db))) throw error;
    return { error };
  }
}

async function wentBack(db: Transaction<Tables>): Promise<boolean> {
  try {
    await sql`rollback to savepoint one`.execute(db);
    await sql`release savepoint one`.execute(db);
    return true;
  } catch {
    return false;
  }
}
