import { sql, type Transaction } from 'kysely';
import type { AppendOutcome, PreparedAppend } from '../check';
import type { StoredEvent } from '../port';
import { insertCommands, insertEvents, move } from './statements';
import type { Tables } from './tables';

export function toEvent(row: Tables['events']): StoredEvent {
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
export async function appendWithin(db: Transaction<Tables>, request: PreparedAppend): Promise<AppendOutcome> {
  const { stream, actor, commandId, expected } = request;
  const repeated = await commandEvents(db, stream, actor, commandId);
  if (repeated.length > 0) return { kind: 'repeated', events: repeated };

  const before = await db
    .selectFrom('streams')
    .select(['version', 'at'])
    .where('stream', '=', stream)
    .executeTakeFirst();
  const at = Math.max(request.at, before?.at ?? 0);
  const version = expected + request.events.length;
  if (!(await move(db, { stream, expected, version, at, deadline: request.deadline }))) {
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
  await insertCommands(db, [request]);
  await insertEvents(db, [{ request, at }]);
  return { kind: 'appended', at };
}

/** Appends to one stream: after the first that is not appended all others meet a conflict. */
async function appendInOrder(
  db: Transaction<Tables>,
  requests: readonly PreparedAppend[],
): Promise<AppendOutcome[]> {
  const outcomes: AppendOutcome[] = [];
  let upset: { readonly version: number } | null = null;
  for (const request of requests) {
    const outcome: AppendOutcome = upset
      ? { kind: 'conflict', version: upset.version }
      : await appendWithin(db, request);
    if (outcome.kind === 'repeated') upset = { version: outcome.events.at(-1)?.version ?? 0 };
    if (outcome.kind === 'conflict') upset = outcome;
    outcomes.push(outcome);
  }
  return outcomes;
}

/**
 * The same so that a failure leaves nothing of it, and everything else in the transaction alone. Throws when the transaction itself is
 * over: a full disk or a lost connection ends it, and then there is no savepoint to go back to.
 */
export async function appendInSavepoint(
  db: Transaction<Tables>,
  requests: readonly PreparedAppend[],
): Promise<{ readonly outcomes: readonly AppendOutcome[] } | { readonly error: unknown }> {
  await sql`savepoint one`.execute(db);
  try {
    const outcomes = await appendInOrder(db, requests);
    await sql`release savepoint one`.execute(db);
    return { outcomes };
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
