import {
  counted,
  type DeskReading,
  evolve,
  type Game,
  initialTable,
  readDesk,
  stillCounting,
  type TableEvent,
  type Vector,
  type WinSets,
} from '@btt/game';
import type { RefereeLine } from '@btt/protocol';
import type { Analysis } from './analysis';

/** The referee's line after every event of a record. */
export interface Series {
  /**
   * As far as is known now, at once; null = same as before. What is not known yet is marked, and counted from now on: whoever asks again
   * later gets more.
   */
  lines(): readonly (RefereeLine | null)[];
  /** What so many events had added to the factions' support. */
  vectorAt(position: number): Vector;
}

const NOTHING: Vector = { adjustments: [], key: '' };

/** Milliseconds of work after which others get their turn. */
const SHARE = 2;

/**
 * Reads a record event by event, as the live line does. Many events change nothing that the referee looks at, and many more leave the
 * win-sets as they are: each vector is counted once.
 */
export async function readSeries(
  analysis: Analysis,
  game: Game,
  table: string,
  events: readonly TableEvent[],
): Promise<Series> {
  /** By event; null = same as before. */
  const readings: (DeskReading | null)[] = [];
  const vectorsAfter: Vector[] = [];
  const vectors = new Map<string, Vector>();
  let state = initialTable(game);
  let newest: DeskReading | null = null;
  let text = '';
  let turn = performance.now();
  for (const event of events) {
    state = evolve(state, event);
    const reading = readDesk(game, state.desk, newest);
    const next = reading === newest ? text : `${reading.vector.key}\n${JSON.stringify(reading.line)}`;
    readings.push(next === text ? null : reading);
    newest = reading;
    text = next;
    vectors.set(reading.vector.key, reading.vector);
    vectorsAfter.push(reading.vector);
    if (performance.now() - turn <= SHARE) continue;
    await new Promise((resume) => setImmediate(resume));
    turn = performance.now();
  }

  /** Null = there will be no counts. */
  const counts = new Map<string, WinSets | null>();
  let counting = false;
  let whole: readonly (RefereeLine | null)[] | null = null;

  function recall(): void {
    for (const [key, vector] of vectors) {
      const known = counts.has(key) ? undefined : analysis.known(game, vector);
      if (known) counts.set(key, known);
    }
  }

  async function count(): Promise<void> {
    for (const [key, vector] of vectors) {
      if (counts.has(key)) continue;
      const subject = `record of ${events.length}`;
      const outcome = await analysis.ask({ table, subject, game, vector }).answer;
      if (outcome.ok) counts.set(key, outcome.counts);
      else if (outcome.code === 'crashed' || outcome.code === 'failed') counts.set(key, null);
      else return;
    }
  }

  function linesNow(): (RefereeLine | null)[] {
    const part = counts.size / Math.max(1, vectors.size);
    return readings.map((reading) => reading && lineOf(reading, counts.get(reading.vector.key), part));
  }

  return {
    vectorAt: (position) => vectorsAfter[Math.min(position, vectorsAfter.length) - 1] ?? NOTHING,
    lines() {
      if (whole) return whole;
      recall();
      const lines = linesNow();
      if (counts.size === vectors.size) whole = lines;
      else if (!counting) {
        counting = true;
        void count().finally(() => {
          counting = false;
        });
      }
      return lines;
    },
  };
}

function lineOf({ line }: DeskReading, counts: WinSets | null | undefined, part: number): RefereeLine {
  if (counts === undefined) return stillCounting(line, part);
  return counts === null ? line : counted(line, counts);
}
