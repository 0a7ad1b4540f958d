import type { EventStore } from '@btt/eventstore';
import { card, createGame, type Game } from '@btt/game';
import type { ScenarioCard } from '@btt/protocol';
import { printProblems, reviveScenario, type Scenario, serializeScenario } from '@btt/scenario';
import { listScenarios, loadScenario } from '@btt/scenario/load';

/** The scenarios of this installation, and every scenario that a session has pinned. */
export interface Library {
  readonly cards: readonly ScenarioCard[];
  /** What is wrong with folders that could not be read. */
  readonly problems: readonly string[];
  /** A shipped scenario by its id, pinned in the store under its content hash. */
  pin(id: string): Promise<Game | null>;
  /** The game of a pinned scenario. */
  game(hash: string): Promise<Game | null>;
}

/** Compiled games kept at most. */
const KEPT = 32;

export async function openLibrary(folder: string, store: EventStore): Promise<Library> {
  const shipped = new Map<string, { readonly scenario: Scenario; readonly hash: string }>();
  const problems: string[] = [];
  for (const one of await listScenarios(folder)) {
    const loaded = await loadScenario(one.folder);
    if (loaded.ok) shipped.set(loaded.scenario.id, { scenario: loaded.scenario, hash: loaded.hash });
    else problems.push(`${one.slug}:\n${printProblems(loaded.problems)}`);
  }
  return createLibrary([...shipped.values()], store, problems);
}

export function createLibrary(
  shipped: readonly { readonly scenario: Scenario; readonly hash: string }[],
  store: EventStore,
  problems: readonly string[] = [],
): Library {
  const games = new Map<string, Game>();
  function keep(game: Game): Game {
    games.set(game.hash, game);
    const oldest = games.keys().next();
    if (games.size > KEPT && !oldest.done) games.delete(oldest.value);
    return game;
  }
  return {
    cards: shipped.map((one) => card(one.scenario)),
    problems,
    async pin(id) {
      const found = shipped.find((one) => one.scenario.id === id);
      if (!found) return null;
      await store.putDocument(found.hash, serializeScenario(found.scenario));
      return games.get(found.hash) ?? keep(createGame(found.scenario, found.hash));
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
