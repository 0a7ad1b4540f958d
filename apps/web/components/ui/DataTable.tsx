import type { ReactNode } from 'react';

export interface Column {
  readonly key: string;
  readonly name: ReactNode;
  /** Numbers stand right. */
  readonly number?: boolean;
}

export interface Row {
  readonly key: string;
  /** By column; the first one names the row. */
  readonly cells: readonly ReactNode[];
}

interface Props {
  /** What the table is, for those who cannot see where it stands. */
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Said instead of a table without rows. */
  readonly empty?: string;
}

/** Figures in rows. On a narrow screen it scrolls sideways by itself, also by keyboard. */
export function DataTable({ label, columns, rows, empty }: Props) {
  if (rows.length === 0 && empty !== undefined) return <p className="text-sm text-muted">{empty}</p>;
  return (
    <div role="region" aria-label={label} tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b border-line-strong align-bottom">
            {columns.map(({ key, name, number }) => (
              <th
                key={key}
                scope="col"
                className={`px-2 py-1 font-normal text-muted ${number ? 'text-end' : 'text-start'}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} className="border-t border-line align-top">
              {columns.map((column, at) => {
                const place = `px-2 py-1.5 ${column.number ? 'text-end tabular-nums' : 'text-start'}`;
                return at === 0 ? (
                  <th key={column.key} scope="row" className={`${place} min-w-36 font-semibold`}>
                    {cells[at]}
                  </th>
                ) : (
                  <td key={column.key} className={place}>
                    {cells[at]}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
