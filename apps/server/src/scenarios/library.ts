import type { EventStore } from '@btt/eventstore';
import { card, createGame, type Game } from '@btt/game';
import type { ScenarioCard } from '@btt/protocol';
import {
  compileScenario,
  languagesOf,
  printProblems,
  reviveScenario,
  type Scenario,
  type ScenarioFile,
  serializeScenario,
} from '@btt/scenario';
import { contentHash, listScenarios, loadScenario } from '@btt/scenario/load';

/** The scenarios of this installation, and every scenario that a session has pinned. */
export interface Library {
  readonly cards: readonly ScenarioCard[];
  /** What is wrong with folders that could not be read. */
  readonly problems: readonly string[];
  /** A shipped scenario by its id, in one of its languages; its own if left out. */
  find(id: string, language?: string): Shipped | null;
  /** The same, or a game made elsewhere, pinned in the store under its content hash for the sessions that play it. */
  pin(scenario: string | Game): Promise<Game | null>;
  /** The game of a pinned scenario. */
  game(hash: string): Promise<Game | null>;
}

export interface Shipped {
  readonly game: Game;
  readonly languages: readonly string[];
  readonly files: readonly ScenarioFile[];
}

/** A scenario as it was read from its folder. */
export interface Loaded {
  readonly scenario: Scenario;
  readonly hash: string;
  readonly files?: readonly ScenarioFile[];
  readonly translations?: readonly Translation[];
}

/** The same scenario in another language, with the hash under which a session pins that. */
export interface Translation {
  readonly scenario: Scenario;
  readonly hash: string;
}

/** Compiled games kept at most. */
const KEPT = 32;

const languagesIn = ({ scenario, translations = [] }: Loaded): readonly string[] => [
  scenario.language,
  ...translations.map((one) => one.scenario.language),
];

export async function openLibrary(folder: string, store: EventStore): Promise<Library> {
  const shipped = new Map<string, Loaded>();
  const problems: string[] = [];
  for (const one of await listScenarios(folder)) {
    const loaded = await loadScenario(one.folder);
    if (!loaded.ok) {
      problems.push(`${one.slug}:\n${printProblems(loaded.problems)}`);
      continue;
    }
    const translations: Translation[] = [];
    for (const language of languagesOf(loaded.files).slice(1)) {
      const compiled = compileScenario(loaded.files, { language });
      if (compiled.ok)
        translations.push({ scenario: compiled.scenario, hash: contentHash(loaded.files, language) });
      else problems.push(`${one.slug}:\n${printProblems(compiled.problems)}`);
    }
    shipped.set(loaded.scenario.id, { ...loaded, translations });
  }
  return createLibrary([...shipped.values()], store, problems);
}

export function createLibrary(
  shipped: readonly Loaded[],
  store: EventStore,
  problems: readonly string[] = [],
): Library {
  const games = new Map<string, Game>();
  function keep(game: Game): Game {
    games.delete(game.hash);
    games.set(game.hash, game);
    const oldest = games.keys().next();
    if (games.size > KEPT && !oldest.done) games.delete(oldest.value);
    return game;
  }
  function find(id: string, language?: string): Shipped | null {
    const found = shipped.find((one) => one.scenario.id === id);
    if (!found) return null;
    const { files = [], translations = [] } = found;
    const spoken = language ?? found.scenario.language;
    const wanted = [found, ...translations].find((one) => one.scenario.language === spoken);
    if (!wanted) return null;
    const { scenario, hash } = wanted;
    return {
      game: games.get(hash) ?? keep(createGame(scenario, hash)),
      languages: languagesIn(found),
      files,
    };
  }
  return {
    cards: shipped.map((one) => card(one.scenario, languagesIn(one))),
    problems,
    find,
    async pin(scenario) {
      const game = typeof scenario === 'string' ? find(scenario)?.game : scenario;
      if (!game) return null;
      await store.putDocument(game.hash, serializeScenario(game.scenario));
      return keep(game);
    },
    async game(hash) {
      const kept = games.get(hash);
      if (kept) return kept;
      const document = await store.getDocument(hash);
      const revived = document === undefined ? null : reviveScenario(document);
      return revived?.ok ? keep(createGame(revived.scenario, hash)) : null;
    },
  };
}
