import type { Transaction } from 'kysely';
import type { PreparedAppend } from '../check';
import type { Pieces } from './pieces';
import { insertCommands, insertEvents, move, type Step, type Written } from './statements';
import type { Tables } from './tables';

/** Rows of one statement: databases bound its parameters. */
export const MOST_ROWS = 2_000;

/**
 * Appends all of them with a few statements, those to one stream one after the other. Returns their moments, or null when something stands
 * in the way of one of them: then the caller takes the transaction back, and they are looked at one by one.
 */
export async function appendTogether(
  db: Transaction<Tables>,
  group: readonly PreparedAppend[],
  pieces: Pieces,
): Promise<readonly number[] | null> {
  const steps = new Map<string, Step>();
  const written: Written[] = [];
  for (const request of group) {
    const { stream, expected } = request;
    const before = steps.get(stream);
    if (before && before.version !== expected) return null;
    const at = Math.max(request.at, before?.at ?? 0);
    const { deadline = before?.deadline } = request;
    const version = expected + request.events.length;
    steps.set(stream, { stream, expected: before?.expected ?? expected, version, at, deadline });
    written.push({ request, at });
  }
  if (rowsOf(group) > MOST_ROWS) return null;
  for (const step of steps.values()) if (!(await move(db, step))) return null;
  if (!(await insertCommands(db, group, pieces))) return null;
  await insertEvents(db, written, pieces);
  return written.map(({ at }) => at);
}

export function rowsOf(group: readonly PreparedAppend[]): number {
  return group.reduce((sum, { events, words = [] }) => sum + events.length + words.length, 0);
}
