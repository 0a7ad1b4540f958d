import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { machine, table } from './measure';

type Rows = readonly (readonly string[])[];

interface Bench {
  /** The head of the table; null where the first row is the head. */
  readonly head: readonly string[] | null;
  /** Each is measured in a process of its own. */
  readonly parts: readonly (() => Promise<Rows>)[];
}

// npm run bench -- referee
const BENCHES: Readonly<Record<string, Bench>> = {
  referee: {
    head: ['what', 'milliseconds', 'times as fast', 'peak memory of the process'],
    parts: [
      async () => (await import('./referee')).benchFlagship(),
      async () => (await import('./additive')).benchAdditive(9, 8, false),
      async () => (await import('./additive')).benchAdditive(9, 10, true),
      async () => (await import('./fronts')).benchFronts(),
      async () => (await import('./power')).benchPower(),
      async () => (await import('./attribution')).benchAttribution(),
    ],
  },
  debrief: {
    head: null,
    parts: [async () => (await import('./debrief')).benchDebrief()],
  },
  loop: {
    head: null,
    parts: [async () => (await import('./loop')).benchLoop()],
  },
};

/** What a process of its own sends back. */
interface Measured {
  readonly rows: Rows;
  readonly megabytes: number;
}

const [wanted = '', part] = process.argv.slice(2);
const bench = BENCHES[wanted];
if (!bench) {
  console.error(`Which one? npm run bench -- ${Object.keys(BENCHES).join(' | ')}`);
  process.exit(2);
}
if (part === undefined) await runAll(wanted, bench);
else await runPart(bench, Number(part));

/** Prints what could be measured, and ends badly if a part failed. */
async function runAll(name: string, { head, parts }: Bench): Promise<void> {
  const rows: (readonly string[])[] = head ? [head] : [];
  for (const at of parts.keys()) {
    const measured = await inProcess(name, at);
    if (measured === null) process.exitCode = 1;
    else rows.push(...measured.rows.map((row) => (head ? [...row, `${measured.megabytes} MB`] : row)));
  }
  const text = `${name} · ${new Date().toISOString().slice(0, 10)} · ${machine()}\n\n${table(rows)}\n`;
  console.log(text);
  if (process.exitCode !== 1) writeFileSync(new URL(`results/${name}.txt`, import.meta.url), text);
}

/** Null if the part failed; it has said why. */
function inProcess(name: string, part: number): Promise<Measured | null> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(import.meta.url), [name, String(part)]);
    child.on('message', (measured: Measured) => resolve(measured));
    child.on('exit', () => resolve(null));
  });
}

async function runPart({ parts }: Bench, part: number): Promise<void> {
  const rows = (await parts[part]?.()) ?? [];
  const megabytes = Math.ceil(process.resourceUsage().maxRSS / 1024);
  process.send?.({ rows, megabytes } satisfies Measured);
}
