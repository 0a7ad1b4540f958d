// Loaded into a server before its own code: answers its parent's questions about what the process uses.
import { openSync, readSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** The measure's own part of every turn. */
const TURN = 1;

const clock = coreClock();
let turn = performance.now();
let waitedBefore = clock();
let held = 0;
let delayed = 0;

setInterval(() => {
  const now = performance.now();
  const waited = clock();
  delayed = Math.max(delayed, now - turn);
  held = Math.max(held, now - turn - (waited - waitedBefore));
  turn = now;
  waitedBefore = waited;
}, TURN).unref();

/**
 * Tells for how many milliseconds so far the thread of the event loop was ready to run while others had all the cores. Linux keeps count of it
 * (the second number of `schedstat`); elsewhere it is none, and all of a delay counts as the server's.
 */
function coreClock() {
  const text = Buffer.alloc(100);
  try {
    const file = openSync('/proc/self/schedstat', 'r');
    return () =>
      Number(text.toString('latin1', 0, readSync(file, text, 0, text.length, 0)).split(' ')[1]) / 1e6;
  } catch {
    return () => 0;
  }
}

/** Some of what is let go of is freed one turn later, by the collection that follows. */
async function collect() {
  for (let time = 0; time < 4; time++) {
    globalThis.gc?.();
    await wait(20);
  }
}

/** @param {unknown} question */
async function answer(question) {
  if (question === 'collect') await collect();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({ cpu: (user + system) / 1000, held, delayed, rss, heap: heapUsed + external });
  held = 0;
  delayed = 0;
}

process.on('message', (question) => void answer(question));

// Nobody is left to ask: a bench that was broken off leaves no servers behind.
process.on('disconnect', () => process.exit(0));
