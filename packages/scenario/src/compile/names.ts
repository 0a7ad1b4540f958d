import type { RoleKind } from '../model';
import { isMapping } from '../problems/schema';

/**
 * Every name a scenario declares, read from the written form before it is validated: a definition with a mistake in it is
 * still a definition, and references to it are not reported as unknown.
 */
export interface Names {
  readonly sides: ReadonlySet<string>;
  readonly roles: ReadonlyMap<string, NamedRole>;
  readonly issues: ReadonlyMap<string, ReadonlySet<string>>;
  readonly moves: ReadonlySet<string>;
  readonly triggers: ReadonlySet<string>;
  readonly criticisms: ReadonlySet<string>;
  readonly obligations: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
}

export interface NamedRole {
  /** null where the author's word for it is not understood. */
  readonly kind: RoleKind | null;
  readonly side: string | null;
  /** Initials and presents for its side. */
  readonly head: boolean;
}

export function namesOf(raw: unknown): Names {
  const moves = entries(raw, 'moves');
  return {
    sides: new Set(keys(raw, 'sides')),
    roles: rolesIn(raw),
    issues: new Map(entries(raw, 'issues').map(([id, issue]) => [id, new Set(keys(issue, 'options'))])),
    moves: new Set(moves.map(([id]) => id)),
    triggers: new Set(keys(raw, 'triggers')),
    criticisms: new Set(keys(raw, 'criticisms')),
    obligations: new Set(obligationsIn(raw)),
    tags: new Set(moves.flatMap(([, move]) => texts(get(move, 'tags')))),
  };
}

function rolesIn(raw: unknown): Map<string, NamedRole> {
  const roles = new Map<string, NamedRole>();
  for (const [id, role] of entries(raw, 'roles')) {
    const kind = get(role, 'kind');
    roles.set(id, {
      kind: kind === 'negotiator' || kind === 'aide' || kind === 'press' ? kind : null,
      side: text(get(role, 'side')),
      head: get(role, 'initials') === true,
    });
  }
  for (const [id, faction] of entries(raw, 'factions')) {
    if (!roles.has(id)) roles.set(id, { kind: 'faction', side: text(get(faction, 'side')), head: false });
  }
  return withOnlyNegotiatorsAsHeads(roles);
}

/** A side's only negotiator is its head without being told so. */
function withOnlyNegotiatorsAsHeads(roles: Map<string, NamedRole>): Map<string, NamedRole> {
  const all = [...roles.values()];
  const hasHead = new Set(all.filter((role) => role.head).map((role) => role.side));
  const negotiators = (side: string | null) =>
    all.filter((role) => role.kind === 'negotiator' && role.side === side).length;
  return new Map(
    [...roles].map(([id, role]) => {
      const only = role.kind === 'negotiator' && !hasHead.has(role.side) && negotiators(role.side) === 1;
      return [id, only ? { ...role, head: true } : role];
    }),
  );
}

function obligationsIn(raw: unknown): string[] {
  if (Array.isArray(raw)) return raw.flatMap(obligationsIn);
  if (!isMapping(raw)) return [];
  const own = text(raw['oblige']);
  return [...(own === null ? [] : [own]), ...Object.values(raw).flatMap(obligationsIn)];
}

function get(raw: unknown, key: string): unknown {
  return isMapping(raw) ? raw[key] : undefined;
}

function entries(raw: unknown, key: string): [string, unknown][] {
  const mapping = get(raw, key);
  return isMapping(mapping) ? Object.entries(mapping) : [];
}

function keys(raw: unknown, key: string): string[] {
  return entries(raw, key).map(([id]) => id);
}

function text(raw: unknown): string | null {
  return typeof raw === 'string' ? raw : null;
}

function texts(raw: unknown): string[] {
  return Array.isArray(raw) ? raw.filter((one) => typeof one === 'string') : [];
}
