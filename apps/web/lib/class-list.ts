import type { PublicRole } from '@btt/protocol';

/** One line of a class list, read. */
interface ListedPerson {
  readonly nickname: string;
  readonly table?: string;
  readonly role?: string;
  readonly group?: string;
}

export interface ClassList {
  readonly people: readonly ListedPerson[];
  /** Lines that could not be read as they stand, by number from 1. */
  readonly problems: readonly {
    readonly line: number;
    readonly what: 'name' | 'twice' | 'table' | 'role';
    readonly text: string;
  }[];
}

interface Known {
  readonly tables: readonly { readonly table: string; readonly name: string }[];
  readonly roles: readonly Pick<PublicRole, 'id' | 'name' | 'short'>[];
}

const LONGEST_NAME = 24;
type Column = 'name' | 'table' | 'role' | 'group';
const COLUMNS: Readonly<Record<string, Column>> = {
  name: 'name',
  nickname: 'name',
  student: 'name',
  table: 'table',
  role: 'role',
  seat: 'role',
  group: 'group',
  team: 'group',
};
const IN_ORDER: readonly Column[] = ['name', 'table', 'role', 'group'];

/**
 * Reads a class list as it is pasted from a spreadsheet or a CSV file: a name a line, and if wanted a table (its name or number), a
 * role (its name) and a group after it. Columns are parted by tabs, semicolons or commas; a first line that names them may put
 * them in another order.
 */
export function readClassList(text: string, { tables, roles }: Known): ClassList {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const separator = separatorOf(first);
  const heads = cells(first, separator).map((cell) => COLUMNS[cell.toLowerCase()]);
  const headed = heads[0] !== undefined && heads.includes('name');
  const order = headed ? heads : IN_ORDER;
  const people: ListedPerson[] = [];
  const problems: ClassList['problems'][number][] = [];
  const names = new Set<string>();
  lines.forEach((line, at) => {
    if (line.trim() === '' || (headed && line === first)) return;
    const found = new Map(cells(line, separator).map((cell, i) => [order[i], cell] as const));
    const problem = (what: ClassList['problems'][number]['what'], of: string) =>
      problems.push({ line: at + 1, what, text: of });
    const nickname = (found.get('name') ?? '').replace(/\s+/g, ' ').trim();
    if (nickname === '' || nickname.length > LONGEST_NAME) return void problem('name', nickname);
    if (names.has(plain(nickname))) return void problem('twice', nickname);
    names.add(plain(nickname));
    const table = pick(found.get('table'), tables, (one, i) => [one.table, one.name, String(i + 1)])?.table;
    const role = pick(found.get('role'), roles, (one) => [one.id, one.name, one.short])?.id;
    if (found.get('table') && table === undefined) problem('table', found.get('table') ?? '');
    if (found.get('role') && role === undefined) problem('role', found.get('role') ?? '');
    const group = groupOf(found.get('group') ?? '');
    people.push({
      nickname,
      ...(table === undefined ? {} : { table }),
      ...(role === undefined ? {} : { role }),
      ...(group === '' ? {} : { group }),
    });
  });
  return { people, problems };
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** A group as the session keeps it: plain letters, digits and dashes. */
export function groupOf(text: string): string {
  return plain(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, LONGEST_NAME);
}

function pick<T>(
  wanted: string | undefined,
  among: readonly T[],
  names: (one: T, at: number) => readonly string[],
): T | undefined {
  if (!wanted) return undefined;
  return among.find((one, i) => names(one, i).some((name) => plain(name) === plain(wanted)));
}

/** The separator that a line uses outside quotes; tabs before semicolons before commas. */
function separatorOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  return ['\t', ';', ','].find((one) => bare.includes(one)) ?? ',';
}

/** Cells of a line; in quotes a separator is text and `""` a quotation mark. */
function cells(line: string, separator: string): string[] {
  const found: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? '';
    if (sign === '"' && quoted && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (sign === separator && !quoted) {
      found.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  return [...found, cell.trim()];
}
