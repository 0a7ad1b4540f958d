// boardgame.io as its documentation sets it up: its own server, matches in memory. Everybody may say something at any time.
import type { Game } from 'boardgame.io';
import { Server } from 'boardgame.io/server';

interface Talk {
  readonly said: string[];
}

const game: Game<Talk> = {
  name: 'talk',
  setup: () => ({ said: [] }),
  turn: { activePlayers: { all: 'talking' }, stages: { talking: {} } },
  moves: {
    say: {
      move: ({ G }, words: string) => {
        G.said.push(words);
      },
      ignoreStaleStateID: true,
    },
  },
  disableUndo: true,
};

const server = Server({ games: [game], origins: [] });
const { appServer } = await server.run(0);
const address = appServer.address();
if (address === null || typeof address === 'string') throw new Error('There is no port.');
console.log(`http://127.0.0.1:${address.port}`);
process.on('SIGINT', () => process.exit(0));
