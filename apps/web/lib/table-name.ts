'use client';
import { useLive } from './live';

/** What a table is called now: its host may have renamed it. Empty = there is none such. */
export function useTableName(table: string | null | undefined): string {
  return useLive((state) => state.session.tables.find((one) => one.table === table)?.name) ?? '';
}
