import { join } from 'node:path';
import { type Peer, type Seat, SPEAKERS, TABLE, inTurns, upTo } from './peer';
import { startProcess } from './process';
import { openWire } from './wire';

/** What each command costs the real server, which the floor writes and sends as well. */
export interface Sizes {
  readonly rowBytes: number;
  readonly frameBytes: number;
}

/** The bare server. */
export async function startFloor(folder: string, { rowBytes, frameBytes }: Sizes): Promise<Peer> {
  const args = [join(folder, 'floor.log'), String(rowBytes), String(frameBytes)];
  const server = await startProcess(new URL('floor-server.ts', import.meta.url), { args });
  return {
    name: 'bare socket.io, synced',
    server,
    repeats: false,
    open: (seats, firstTable = 0) =>
      inTurns(upTo(seats), 50, async (at): Promise<Seat> => {
        const wire = await openWire(server.url, '', at);
        const table = firstTable + Math.floor(at / TABLE);
        await wire.ask('sit', `table-${table}`);
        const say = async (words: string): Promise<void> => {
          await wire.ask('say', { table: `table-${table}`, words });
        };
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
