import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { machine, table } from './measure';

type Rows = readonly (readonly string[])[];

interface Bench {
  /** The head of the table of all parts; null where each part is a table of its own, whose first row is its head. */
  readonly head: readonly string[] | null;
  /** By name. Each is measured in a process of its own. */
  readonly parts: Readonly<Record<string, () => Promise<Rows>>>;
}

// npm run bench -- referee
const BENCHES: Readonly<Record<string, Bench>> = {
  referee: {
    head: ['what', 'milliseconds', 'times as fast', 'peak memory of the process'],
    parts: {
      flagship: async () => (await import('./referee')).benchFlagship(),
      additive: async () => (await import('./additive')).benchAdditive(9, 8, false),
      'additive-large': async () => (await import('./additive')).benchAdditive(9, 10, true),
      fronts: async () => (await import('./fronts')).benchFronts(),
      power: async () => (await import('./power')).benchPower(),
      attribution: async () => (await import('./attribution')).benchAttribution(),
    },
  },
  debrief: {
    head: null,
    parts: { debrief: async () => (await import('./debrief')).benchDebrief() },
  },
  loop: {
    head: null,
    parts: { loop: async () => (await import('./loop')).benchLoop() },
  },
  live: {
    head: null,
    parts: {
      10: async () => (await import('./live/sizes')).benchSize(10),
      100: async () => (await import('./live/sizes')).benchSize(100),
      500: async () => (await import('./live/sizes')).benchSize(500),
      2000: async () => (await import('./live/sizes')).benchSize(2_000),
      long: async () => (await import('./live/long')).benchLong(),
      storm: async () => (await import('./live/storm')).benchStorm(),
      soak: async () => (await import('./live/soak')).benchSoak(),
    },
  },
  page: {
    head: null,
    parts: { join: async () => (await import('./page')).benchPage() },
  },
};

/** What a process of its own sends back. */
interface Measured {
  readonly rows: Rows;
  readonly megabytes: number;
}

/** Says that this process is one of a part. */
const ALONE = '--alone';

const [wanted = '', part, alone] = process.argv.slice(2);
const bench = BENCHES[wanted];
if (!bench || (part !== undefined && !Object.hasOwn(bench.parts, part))) {
  const known = Object.keys(bench?.parts ?? BENCHES).join(' | ');
  console.error(`Which one? npm run bench -- ${bench ? `${wanted} ` : ''}${known}`);
  process.exit(2);
}
if (part !== undefined && alone === ALONE) await runPart(bench, part);
else await runAll(wanted, bench, part);

/** Prints what could be measured, and ends badly if a part failed. What was measured as a whole is kept. */
async function runAll(name: string, { head, parts }: Bench, only: string | undefined): Promise<void> {
  const tables: Rows[] = [];
  for (const part of only === undefined ? Object.keys(parts) : [only]) {
    const measured = await inProcess(name, part);
    if (measured === null) process.exitCode = 1;
    else if (head) tables.push(measured.rows.map((row) => [...row, `${measured.megabytes} MB`]));
    else tables.push(measured.rows);
  }
  const shown = head ? table([head, ...tables.flat()]) : tables.map(table).join('\n\n');
  const text = `${name} · ${new Date().toISOString().slice(0, 10)} · ${machine()}\n\n${shown}\n`;
  console.log(text);
  if (process.exitCode !== 1 && only === undefined)
    writeFileSync(new URL(`results/${name}.txt`, import.meta.url), text);
}

/** Null if the part failed; it has said why. */
function inProcess(name: string, part: string): Promise<Measured | null> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(import.meta.url), [name, part, ALONE]);
    child.on('message', (measured: Measured) => resolve(measured));
    child.on('exit', () => resolve(null));
  });
}

async function runPart({ parts }: Bench, part: string): Promise<void> {
  const rows = (await parts[part]?.()) ?? [];
  const megabytes = Math.ceil(process.resourceUsage().maxRSS / 1024);
  process.send?.({ rows, megabytes } satisfies Measured);
}
