import type { ListWanted } from '@btt/referee';
import type { Deal, PartialDeal, Scenario } from '@btt/scenario';

/** What was asked for, with every name found in the scenario. */
export interface Wishes {
  readonly deal: PartialDeal | null;
  readonly measures: readonly string[];
  readonly parties: readonly string[] | null;
  readonly list: ListWanted | null;
  readonly most: number;
}

type Given = Readonly<
  Partial<Record<'deal' | 'measures' | 'principals' | 'list' | 'sort' | 'limit' | 'most', string | undefined>>
>;

export type Read =
  | { readonly ok: true; readonly wishes: Wishes }
  | { readonly ok: false; readonly message: string };

/** Somebody asked for what is not there: told in a sentence, not as a crash. */
class Unusable extends Error {}

/** Combinations gone through unless more are asked for. */
const MOST = 2_000_000_000;

export function readWishes(scenario: Scenario, given: Given): Read {
  try {
    return {
      ok: true,
      wishes: {
        deal: given.deal === undefined ? null : dealOf(scenario, given.deal),
        measures: names(given.measures).map((id) =>
          known(
            id,
            'move',
            scenario.moves.map((one) => one.id),
          ),
        ),
        parties:
          given.principals === undefined ? null : names(given.principals).map((id) => party(scenario, id)),
        list: given.list === undefined ? null : listOf(scenario, given),
        most: given.most === undefined ? MOST : whole(given.most, '--most'),
      },
    };
  } catch (thrown) {
    if (thrown instanceof Unusable) return { ok: false, message: thrown.message };
    throw thrown;
  }
}

function dealOf(scenario: Scenario, text: string): Deal {
  const entries = names(text).map((pair) => {
    const [issue = '', option = ''] = pair.split('=');
    known(
      issue,
      'issue',
      scenario.issues.map((one) => one.id),
    );
    const options = scenario.issues.find((one) => one.id === issue)?.options.map((one) => one.id) ?? [];
    return [issue, known(option, `option of \`${issue}\``, options)] as const;
  });
  return Object.fromEntries(entries);
}

function listOf(scenario: Scenario, given: Given): ListWanted {
  const { list = 'joint', sort = 'scenario', limit = '20' } = given;
  const sides = scenario.sides.map((side) => side.id);
  const of =
    list === 'joint' || list === 'all' ? list : { side: known(list, 'list', ['joint', 'all', ...sides]) };
  return { of, sort: sortOf(scenario, sort), most: whole(limit, '--limit') };
}

function sortOf(scenario: Scenario, sort: string): ListWanted['sort'] {
  switch (sort) {
    case 'nash':
    case 'sum':
    case 'min':
    case 'scenario':
      return sort;
    default:
      return { role: party(scenario, sort) };
  }
}

function party(scenario: Scenario, id: string): string {
  const scored = [...scenario.principals.map((one) => one.role), ...scenario.factions.map((one) => one.id)];
  return known(id, 'negotiator or faction with points', scored);
}

function known(id: string, kind: string, all: readonly string[]): string {
  if (all.includes(id)) return id;
  const some = all
    .slice(0, 12)
    .map((one) => `\`${one}\``)
    .join(', ');
  throw new Unusable(`unknown ${kind} \`${id}\`; known: ${some}${all.length > 12 ? ', …' : ''}`);
}

function whole(text: string, option: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new Unusable(`${option} must be a whole number, not \`${text}\``);
}

function names(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
