import { readdirSync } from 'node:fs';
import { createGame } from '@btt/game';
import { loadScenario } from '@btt/scenario/load';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose } from '../src';
import { playOut, type Played } from './class';

const FOLDER = new URL('../../../scenarios/', import.meta.url).pathname;
const SLUGS = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const TABLES = ['a', 'b', 'c'];

async function gameOf(slug: string) {
  const loaded = await loadScenario(`${FOLDER}${slug}`);
  if (!loaded.ok) throw new Error(`${slug} has problems.`);
  return createGame(loaded.scenario, slug);
}

const outcomeOf = ({ state }: Played) => state.desk.outcome?.outcome ?? 'none';

describe.each(SLUGS)('a class of autopilots in %s', (slug) => {
  it('agrees at some table where the sides help each other, and every command that it chose was granted', async () => {
    const game = await gameOf(slug);
    const tables = TABLES.map((seed) => playOut(game, { seed }));
    expect(tables.flatMap((table) => table.refused)).toEqual([]);
    expect(tables.map(outcomeOf)).toContain('ratified');
    for (const { state } of tables) expect(state.desk.phase).toBe('debrief');
  }, 60_000);

  it('is refused, or signs nothing, where nobody does anything for those behind the tables', async () => {
    const game = await gameOf(slug);
    const { state, refused } = playOut(game, { seed: 'a', helpless: true });
    expect(refused).toEqual([]);
    expect(['refused', 'no-agreement']).toContain(state.desk.outcome?.outcome);
  }, 60_000);
});

describe('an autopilot', () => {
  it('does the same again for the same seed, and something else for another', async () => {
    const game = await gameOf('barricade');
    const acts = (seed: string) => playOut(game, { seed }).acts;
    expect(acts('one')).toEqual(acts('one'));
    expect(acts('one')).not.toEqual(acts('two'));
  });

  it('wishes what follows from its seed and from what its seat was told, and leaves that as it was', async () => {
    const game = await gameOf('barricade');
    const { seats } = playOut(game, { seed: 'one' });
    fc.assert(
      fc.property(fc.constantFrom(...seats), fc.string(), (seat, seed) => {
        const copy = structuredClone(seat);
        expect(choose(copy.seat, { seed, elapsed: copy.elapsed })).toEqual(
          choose(seat.seat, { seed, elapsed: seat.elapsed }),
        );
        expect(copy).toEqual(seat);
      }),
    );
  });
});
