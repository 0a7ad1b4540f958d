// The least that a server can do: one write to disk that is synced, then one frame to everybody at the table.
//   floor-server.ts <file> <bytes of a row> <bytes of a frame>
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { Server } from 'socket.io';

const [path = '', rowBytes = '0', frameBytes = '0'] = process.argv.slice(2);
// As the server that it is held against (`apps/server/src/memory.ts`).
for (const flag of ['--heap-growing-percent=100', '--no-memory-reducer']) setFlagsFromString(flag);
const file = await open(path, 'a');
const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false });

let waiting: { readonly row: string; readonly written: () => void }[] = [];
let writing = false;

/** Commands that come while a sync is under way share the next one. */
async function write(): Promise<void> {
  if (writing) return;
  writing = true;
  await new Promise((turnEnds) => setImmediate(turnEnds));
  while (waiting.length > 0) {
    const group = waiting;
    waiting = [];
    await file.write(group.map(({ row }) => row).join(''));
    await file.datasync();
    for (const { written } of group) written();
  }
  writing = false;
}

io.on('connection', (socket) => {
  socket.on('sit', async (table: string, acknowledge: () => void) => {
    await socket.join(table);
    acknowledge();
  });
  socket.on('say', ({ table, words }: { table: string; words: string }, acknowledge: (ok: true) => void) => {
    const frame = { words, rest: '' };
    const bytes = Buffer.byteLength(`42${JSON.stringify(['frame', frame])}`);
    frame.rest = '-'.repeat(Math.max(0, Number(frameBytes) - bytes));
    waiting.push({
      row: words.padEnd(Number(rowBytes)),
      written() {
        io.local.to(table).emit('frame', frame);
        acknowledge(true);
      },
    });
    void write();
  });
});

http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('There is no port.');
  console.log(`http://127.0.0.1:${address.port}`);
});
process.on('SIGINT', () => process.exit(0));
