import { counted, type Game, stillCounting, tryOut } from '@btt/game';
import type { Finding, Terms, Trial } from '@btt/protocol';
import type { Analysis } from '../analysis/analysis';
import { createMemory } from '../analysis/memory';
import type { Bench } from '../workbench/bench';

export interface Asked<R> {
  readonly answer: Promise<R>;
  cancel(): void;
}

/** What a scenario's reader wants to know: whether it can be played, and what would come of a deal. */
export interface Trials {
  /** null = no answer. What was found is remembered. */
  check(reader: string, game: Game, progress: (part: number) => void): Asked<readonly Finding[] | null>;
  /** Tells the verdict at once, and again with the win-sets as they are counted. Resolves when no more comes. */
  tryOut(
    reader: string,
    game: Game,
    deal: Terms,
    moves: readonly string[],
    tell: (trial: Trial) => void,
  ): Asked<void>;
}

/** Checks remembered. */
const REMEMBERED = 64;

export function createTrials(analysis: Analysis, checks: Bench): Trials {
  const found = createMemory<readonly Finding[]>(REMEMBERED);
  let questions = 0;

  return {
    check(reader, game, progress) {
      const known = found.get(game.hash);
      if (known) return { answer: Promise.resolve(known), cancel: () => undefined };
      const asking = { owner: reader, subject: `check ${++questions}`, progress };
      const asked = checks.ask({ kind: 'check', scenario: game.scenario }, asking);
      const answer = asked.answer.then((outcome) => {
        if (!outcome.ok) return null;
        found.set(game.hash, outcome.result);
        return outcome.result;
      });
      return { answer, cancel: asked.cancel };
    },

    tryOut(reader, game, deal, moves, tell) {
      const { trial, vector } = tryOut(game, deal, moves);
      const told = (line: Trial['line']) => tell({ ...trial, line });
      const known = analysis.known(game, vector);
      if (known) {
        told(counted(trial.line, known));
        return { answer: Promise.resolve(), cancel: () => undefined };
      }
      told(stillCounting(trial.line, 0));
      const asked = analysis.ask({
        table: `trial of ${reader}`,
        subject: String(++questions),
        game,
        vector,
        progress: (part) => told(stillCounting(trial.line, part)),
      });
      const answer = asked.answer.then((outcome) =>
        told(outcome.ok ? counted(trial.line, outcome.counts) : trial.line),
      );
      return { answer, cancel: asked.cancel };
    },
  };
}
