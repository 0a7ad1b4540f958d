import fc from 'fast-check';
import { type Story, tellStory } from '../../src/readings/story';
import { grant, type Wish, wishes } from '../random-play';
import { agree, bargainingTable, HISTORIC, type TestTable } from '../table';

export const anyLuck = fc.double({ min: 0, max: 1, noNaN: true });

export function storyOf(table: TestTable): Story {
  return tellStory(table.game, table.events);
}

/** A table where these things happened. */
function played(luck: number, list: readonly Wish[], ballot: 'model' | 'bounded' = 'bounded'): TestTable {
  const table = bargainingTable({ luck, ballot });
  for (const one of list) grant(table, one);
  return table;
}

/** On to a vote on the historic terms, if the table still bargains. Model ballots are counted at once. */
export function toTheVote(table: TestTable): void {
  table.host({ type: 'resume' });
  for (let left = 3; left > 0 && table.desk().round < 3; left--) table.clock();
  agree(table, HISTORIC);
  table.seat('mara', { type: 'initial' });
  table.seat('sela', { type: 'initial' });
}

/** Stories of random play that goes on to a vote where it can. */
export const stories: fc.Arbitrary<{ readonly table: TestTable; readonly story: Story }> = fc
  .tuple(anyLuck, wishes, fc.constantFrom('model' as const, 'bounded' as const))
  .map(([luck, list, ballot]) => {
    const table = played(luck, list, ballot);
    toTheVote(table);
    if (table.desk().phase === 'ratification') table.clock();
    return { table, story: storyOf(table) };
  });
