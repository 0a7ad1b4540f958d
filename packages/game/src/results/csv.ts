import type { Results } from './results';

type Cell = string | number | boolean | null;

const COLUMNS = [
  'table',
  'table_name',
  'outcome',
  'joint_value',
  'side',
  'side_passed',
  'side_margin',
  'help_given',
  'help_received',
  'price_at_home',
  'role',
  'kind',
  'person',
  'name',
  'score_own',
  'score_side',
  'score_table',
  'fidelity',
  'vote',
  'moves',
  'guess',
] as const;

/** One line for each person, and one for each seat that nobody held. With names the column `name` is filled. */
export function resultsCsv(results: Results): string {
  const rows = results.tables.flatMap((table) =>
    table.seats.flatMap((seat): Cell[][] => {
      const side = table.sides.find((one) => one.side === seat.side);
      const before: Cell[] = [
        table.table,
        table.name,
        table.outcome,
        rounded(table.joint),
        seat.side,
        side?.count?.passed ?? null,
        side?.margin ?? null,
        side?.given ?? null,
        side?.received ?? null,
        side?.price ?? null,
        seat.role,
        seat.kind,
      ];
      const { own, side: ofSide, table: ofTable } = seat.scores;
      const scores: Cell[] = [rounded(own), rounded(ofSide), rounded(ofTable), seat.fidelity];
      const people = seat.people.length > 0 ? seat.people : [null];
      return people.map((person) => [
        ...before,
        person?.number ?? null,
        person?.name ?? null,
        ...scores,
        person?.vote ?? null,
        seat.moves.length,
        person?.guess.join('; ') ?? null,
      ]);
    }),
  );
  return `${[[...COLUMNS], ...rows].map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(100 * value) / 100;

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function cellOf(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const plain = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
