import { beforeAll, describe, expect, it } from 'vitest';
import type { Game } from '../../src';
import { readCoalitions } from '../../src/readings/coalitions';
import { act, make, shipped } from '../devices/scenes';
import { bargainingTable } from '../table';
import { storyOf } from './played';

const BLOC = 'south-bloc-1';

describe('the history of a blocking coalition', () => {
  it('[S8] tells when it formed, who broke it, and after what', () => {
    const table = bargainingTable({ luck: 0.99 });
    act(table, 'generals', { type: 'join-bloc', bloc: BLOC });
    act(table, 'old-guard', { type: 'join-bloc', bloc: BLOC });
    table.clock();
    make(table, 'sela', 'ask-pressure');
    make(table, 'mara', 'pressure');
    act(table, 'generals', { type: 'leave-bloc', bloc: BLOC });
    expect(readCoalitions(storyOf(table)).blocs).toMatchObject([
      {
        bloc: BLOC,
        formed: [1],
        broken: [{ round: 2, by: 'generals', after: 'The north presses the generals' }],
        history: [
          { faction: 'generals', did: 'joined', stands: false },
          { faction: 'old-guard', did: 'joined', stands: true },
          { faction: 'generals', did: 'left', stands: false },
        ],
      },
    ]);
  });

  it('[S8] is empty where nobody joined', () => {
    const [bloc] = readCoalitions(storyOf(bargainingTable())).blocs;
    expect(bloc).toMatchObject({ factions: ['generals', 'old-guard'], history: [], formed: [], broken: [] });
  });
});

describe('hands across the table', () => {
  let game: Game;
  beforeAll(async () => {
    game = await shipped('german-reunification');
  });

  it('[S12] tells who held them out, and whether somebody took them', () => {
    const table = bargainingTable({ game, luck: 0.99 });
    make(table, 'expellees', 'invite-veterans');
    make(table, 'bundesbank', 'call-soviet-bankers');
    make(table, 'soviet-public', 'veterans-join');
    const { across } = readCoalitions(storyOf(table));
    expect(across).toMatchObject([
      { by: 'expellees', answer: { by: 'soviet-public', points: 3 } },
      { by: 'bundesbank', answer: null },
    ]);
  });
});
