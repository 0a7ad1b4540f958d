import type { Game } from '@btt/game';
import { type Answer, refuse, type TextFile } from '@btt/protocol';
import type { Library } from './library';
import { OWN, type OwnScenarios } from './own';

/** Every scenario that somebody may read here: those of the installation, and the reader's own. */
export interface Catalogue {
  /** In one of its languages; its own if left out. */
  game(owner: string | null, ref: string, language?: string): Promise<Answer<Opened>>;
  files(owner: string | null, ref: string): Promise<FoundFiles | null>;
}

export interface Opened {
  readonly ok: true;
  readonly game: Game;
  /** In which it can be played, its own first. */
  readonly languages: readonly string[];
  /** null for those of the installation. */
  readonly version: number | null;
}

export interface FoundFiles {
  readonly version: number | null;
  readonly files: readonly TextFile[];
}

export function createCatalogue(library: Library, own: OwnScenarios): Catalogue {
  return {
    async game(owner, ref, language) {
      if (ref.startsWith(OWN))
        return owner === null ? refuse('unknown-scenario') : own.game(owner, ref, language);
      const found = library.find(ref, language);
      return found
        ? { ok: true, game: found.game, languages: found.languages, version: null }
        : refuse('unknown-scenario');
    },
    async files(owner, ref) {
      if (ref.startsWith(OWN)) return owner === null ? null : own.files(owner, ref);
      const found = library.find(ref);
      return found && { version: null, files: found.files };
    },
  };
}
