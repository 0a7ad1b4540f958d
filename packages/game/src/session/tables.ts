import { type Refusal, refuse, type SessionCommand, type SessionPart, type SessionView } from '@btt/protocol';
import type { Game } from '../game';
import { undoPoint } from './undo';

const MOST_TABLES = 64;

export type TablesWish =
  | (Extract<SessionCommand, { type: 'add-table' }> & { readonly newTable?: string })
  | Extract<SessionCommand, { type: 'change-table' | 'remove-table' }>;

/** Which tables there are, and which roles each of them fills. */
export function decideTables(game: Game, view: SessionView, wish: TablesWish): SessionPart[] | Refusal {
  switch (wish.type) {
    case 'add-table': {
      if (view.tables.length >= MOST_TABLES) return refuse('session-full');
      if (wish.newTable === undefined) return refuse('unknown-table');
      const roles = rolesInUse(game, wish.roles ?? null);
      if (roles === 'unknown') return refuse('unknown-role');
      const name = wish.name ?? `Table ${view.tablesMade + 1}`;
      return [
        {
          to: 'everyone',
          fact: { type: 'table-added', table: wish.newTable, name, ...(roles ? { roles } : {}) },
        },
      ];
    }
    case 'change-table': {
      const table = view.tables.find((one) => one.table === wish.table);
      if (!table) return refuse('unknown-table');
      const roles = wish.roles === undefined ? table.roles : rolesInUse(game, wish.roles);
      if (roles === 'unknown') return refuse('unknown-role');
      const name = wish.name ?? table.name;
      if (name === table.name && String(roles) === String(table.roles)) return refuse('nothing-to-do');
      return [
        undoPoint(view, wish.type, [], [wish.table]),
        { to: 'everyone', fact: { type: 'table-changed', table: wish.table, name, roles } },
      ];
    }
    case 'remove-table': {
      if (!view.tables.some((one) => one.table === wish.table)) return refuse('unknown-table');
      if (view.tables.length === 1) return refuse('last-table');
      const there = view.people.filter((one) => one.seat?.table === wish.table || one.watches === wish.table);
      return [
        undoPoint(
          view,
          wish.type,
          there.map((one) => one.person),
          [wish.table],
        ),
        { to: 'everyone', fact: { type: 'table-removed', table: wish.table } },
      ];
    }
  }
}

/** In the scenario's order, with the heads of all sides: without them nothing can be signed. Null = all. */
function rolesInUse(game: Game, wished: readonly string[] | null): readonly string[] | null | 'unknown' {
  if (wished === null) return null;
  if (wished.some((id) => !game.scenario.roles.some((role) => role.id === id))) return 'unknown';
  const inOrder = [...game.scenario.roles].sort((a, b) => a.order - b.order);
  const roles = inOrder.filter((role) => role.initials || wished.includes(role.id)).map((role) => role.id);
  return roles.length === inOrder.length ? null : roles;
}
