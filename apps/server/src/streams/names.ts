/** Names of streams. What belongs to a session names it. */
export const sessionStream = (id: string): string => `session/${id}`;
export const lessonStream = (session: string): string => `lesson/${session}`;

const TABLE = 'table/';
export const tableStream = (id: string): string => `${TABLE}${id}`;
export const tableOfStream = (stream: string): string => stream.slice(TABLE.length);

/** The session that a table belongs to is part of its id. */
export const tableId = (session: string, number: number): string => `${session}-${number}`;
export const sessionOfTable = (table: string): string => table.slice(0, table.lastIndexOf('-'));

/** What the streams of a session's tables begin with. */
export const tablesOfSession = (session: string): string => tableStream(`${session}-`);

export function sessionOfStream(stream: string): string {
  const id = stream.slice(stream.indexOf('/') + 1);
  return stream.startsWith(TABLE) ? sessionOfTable(id) : id;
}
