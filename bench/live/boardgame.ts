import { type Peer, type Seat, SPEAKERS, TABLE, inTurns, upTo } from './peer';
import { startProcess } from './process';
import { openWire } from './wire';

/** A move as its clients send it. */
function move(words: string, playerID: string): unknown {
  return { type: 'MAKE_MOVE', payload: { type: 'say', args: [words], playerID } };
}

/** boardgame.io. It keeps matches in memory: nothing is written to disk. */
export async function startBoardgame(): Promise<Peer> {
  const server = await startProcess(new URL('boardgame-server.ts', import.meta.url), {});
  return {
    name: 'boardgame.io, in memory',
    server,
    repeats: true,
    open: (seats, firstTable = 0) =>
      // The first of a match makes it: tables one after the other.
      inTurns(upTo(seats), 1, async (at): Promise<Seat> => {
        const wire = await openWire(server.url, 'talk', at);
        const table = firstTable + Math.floor(at / TABLE);
        const match = `match-${table}`;
        const player = String(at % TABLE);
        const synced = new Promise<void>((resolve) => {
          wire.hear((text) => {
            if (text.includes('["sync"')) resolve();
          });
        });
        wire.tell('sync', match, player, undefined, Math.min(TABLE, seats));
        await synced;
        const say = async (words: string): Promise<void> =>
          wire.tell('update', move(words, player), 0, match, player);
        return {
          table,
          speaks: at % TABLE < SPEAKERS,
          hear: wire.hear,
          send: say,
          mutter: say,
          close: wire.close,
        };
      }),
    stop: () => server.stop(),
  };
}
