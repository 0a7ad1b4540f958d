import type { Faction, Interaction, Issue, OptionTest, Rule, Side } from '@btt/scenario';
import type { RefereeScenario } from '../src';

/** What a test says about a faction; the rest is ordinary. */
export type FactionSketch = Partial<Faction> & Pick<Faction, 'id' | 'side'>;

export interface GameSketch {
  readonly sides: Readonly<Record<string, Rule>>;
  readonly factions: readonly FactionSketch[];
  /** Options of each issue. */
  readonly issues: Readonly<Record<string, readonly string[]>>;
  readonly incompatible?: readonly (readonly OptionTest[])[];
  readonly interactions?: readonly Interaction[];
  readonly principals?: RefereeScenario['principals'];
  readonly names?: Readonly<Record<string, string>>;
}

/** A small game for the referee: sides with rules, factions, issues. Places are the sides' ids with a capital. */
export function game(sketch: GameSketch): RefereeScenario {
  return {
    language: 'en',
    sides: Object.entries(sketch.sides).map(([id, rule]) => side(id, rule)),
    roles: Object.entries(sketch.names ?? {}).map(([id, name]) => ({
      id,
      name,
      kind: 'faction',
      side: null,
      short: name,
      office: '',
      initials: false,
      order: 1,
      capacity: 1,
      card: null,
      stake: null,
      briefing: '',
    })),
    factions: sketch.factions.map(faction),
    principals: sketch.principals ?? [],
    issues: Object.entries(sketch.issues).map(([id, options]) => issue(id, options)),
    incompatible: sketch.incompatible ?? [],
    interactions: sketch.interactions ?? [],
  };
}

function side(id: string, rule: Rule): Side {
  const place = id.charAt(0).toUpperCase() + id.slice(1);
  return { id, name: place, short: place, place, colour: 'blue', rule, ruleText: '' };
}

function faction(sketch: FactionSketch): Faction {
  return {
    weight: 1,
    start: 0,
    yes: 1,
    no: -1,
    fierce: -3,
    judgement: 1,
    reputation: 'undecided',
    points: {},
    redLines: [],
    noAgreement: 0,
    resists: [],
    ...sketch,
  };
}

function issue(id: string, options: readonly string[]): Issue {
  return {
    id,
    name: id,
    short: id,
    question: '',
    options: options.map((option) => ({ id: option, label: option, short: option, note: '' })),
  };
}

export const half: Rule & { kind: 'majority' } = {
  kind: 'majority',
  test: 'more-than',
  fraction: { numerator: 1, denominator: 2 },
  of: 'cast',
  heads: false,
  factions: [],
};
