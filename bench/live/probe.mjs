// Loaded into a server before its own code: answers its parent's questions about what the process uses.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

/** Some of what is let go of is freed one turn later, by the collection that follows. */
async function collect() {
  for (let turn = 0; turn < 4; turn++) {
    globalThis.gc?.();
    await wait(20);
  }
}

/** @param {unknown} question */
async function answer(question) {
  if (question === 'collect') await collect();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({
    cpu: (user + system) / 1000,
    longest: delay.max / 1e6,
    late: delay.percentile(99.9) / 1e6,
    rss,
    heap: heapUsed + external,
  });
  delay.reset();
}

process.on('message', (question) => void answer(question));

// Nobody is left to ask: a bench that was broken off leaves no servers behind.
process.on('disconnect', () => process.exit(0));
