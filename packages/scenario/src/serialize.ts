import { USUAL_POLITICS } from './compile/politics';
import type { RawMapping } from './format/upcast';
import type { Scenario } from './model';
import { isMapping } from './problems/schema';

/** Version of the compiled form, which is stored with every session: it changes with the model, not with the author's format. */
export const COMPILED = 4;

/** The compiled scenario as canonical JSON: keys sorted, so that equal scenarios give equal texts. */
export function serializeScenario(scenario: Scenario): string {
  return JSON.stringify(sorted({ compiled: COMPILED, scenario }));
}

export type Revived =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly code: 'not-json' | 'unknown-version' | 'not-a-scenario' };

/** Reads what {@link serializeScenario} wrote. Never throws. */
export function reviveScenario(text: string): Revived {
  const stored = parse(text);
  if (stored === undefined) return { ok: false, code: 'not-json' };
  if (!isMapping(stored) || typeof stored['compiled'] !== 'number')
    return { ok: false, code: 'not-a-scenario' };
  const scenario = upcast(stored['compiled'], stored['scenario']);
  if (scenario === undefined) return { ok: false, code: 'unknown-version' };
  return isScenario(scenario) ? { ok: true, scenario } : { ok: false, code: 'not-a-scenario' };
}

/** What was stored under version n as it would have been stored under version n + 1. Sessions of older releases stay readable. */
const UPCASTERS: Readonly<Record<number, (scenario: RawMapping) => RawMapping>> = {
  1: withPolitics,
  2: (scenario) => ({ ...scenario, teaching: '' }),
  3: (scenario) => ({ ...scenario, balance: each(scenario['balance'], withEvents) }),
};

function upcast(version: number, scenario: unknown): unknown {
  if (version === COMPILED) return scenario ?? null;
  const step = UPCASTERS[version];
  return step && isMapping(scenario) ? upcast(version + 1, step(scenario)) : undefined;
}

/** Version 4 knows uninvited moves and events in the rows of the balance. */
function withEvents(row: RawMapping): RawMapping {
  return { ...row, uninvited: [], events: [] };
}

function each(list: unknown, change: (one: RawMapping) => RawMapping): unknown {
  return Array.isArray(list) ? list.map((one) => (isMapping(one) ? change(one) : one)) : list;
}

/** Version 2 knows a balance, politics, consent, leaks, pressure on the bound, and what cannot be bought. */
function withPolitics(scenario: RawMapping): RawMapping {
  const obliged = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(obliged);
    if (!isMapping(value)) return value;
    const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, obliged(one)]));
    return value['kind'] === 'oblige' ? { ...inner, pressed: [] } : inner;
  };
  const moves = each(scenario['moves'], (move) => ({
    ...move,
    consent: null,
    leaked: [],
    pick: isMapping(move['pick'])
      ? { ...move['pick'], items: each(move['pick']['items'], (item) => ({ ...item, do: [] })) }
      : null,
  }));
  return {
    ...scenario,
    balance: [],
    politics: USUAL_POLITICS,
    factions: each(scenario['factions'], (faction) => ({ ...faction, resists: [] })),
    channels: each(scenario['channels'], (channel) => ({ ...channel, leak: null })),
    moves: obliged(moves),
    triggers: obliged(scenario['triggers']),
  };
}

const TEXTS = ['id', 'title', 'language', 'tagline', 'summary', 'period', 'licence', 'teaching'] as const;
const MAPPINGS = ['players', 'table', 'scale', 'debrief', 'politics'] as const;
const LISTS = [
  'minutes',
  'devices',
  'sources',
  'incompatible',
  'interactions',
  'rumours',
  'sides',
  'roles',
  'factions',
  'principals',
  'issues',
  'channels',
  'moves',
  'triggers',
  'criticisms',
  'balance',
] as const;

/** A store returns what was put into it; this tells apart something else altogether, not every tampering. */
function isScenario(value: unknown): value is Scenario {
  return (
    isMapping(value) &&
    value['format'] === 1 &&
    TEXTS.every((key) => typeof value[key] === 'string') &&
    MAPPINGS.every((key) => isMapping(value[key])) &&
    LISTS.every((key) => Array.isArray(value[key])) &&
    (value['speech'] === null || isMapping(value['speech'])) &&
    (value['historic'] === null || isMapping(value['historic']))
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isMapping(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
