import { z } from 'zod';
import { LARGEST_SCENARIO } from '../compile/compile';
import type { ScenarioFile } from '../compile/texts';

/** What a scenario in one file calls itself. */
const BUNDLE = 'behind-the-table/scenario';
const VERSION = 1;

/** More files than any scenario has roles. */
const MOST_FILES = 1000;
const LONGEST_PATH = 120;

/** `scenario.yaml`, `teaching.md`, `roles/<id>.md`, `debrief/<name>.md`, each also with a language before its ending. Leads nowhere else. */
const PATH =
  /^(?:(?:roles|debrief)\/)?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)?\.(?:md|yaml)$/;

const bundle = z.strictObject({
  format: z.literal(BUNDLE),
  version: z.literal(VERSION),
  files: z.array(z.strictObject({ path: z.string(), text: z.string() })),
});

/** Why files are not taken for a scenario's. The codes are stable. */
export type NotFiles = 'too-large' | 'too-many' | 'bad-path' | 'twice' | 'no-scenario';

export type NotABundle = 'not-json' | 'not-a-bundle' | 'unknown-version' | NotFiles;

export type Unpacked =
  | { readonly ok: true; readonly files: readonly ScenarioFile[] }
  | { readonly ok: false; readonly code: NotABundle };

/** A scenario as one file: JSON that holds the text of every file, for keeping and handing on. */
export function packScenario(files: readonly ScenarioFile[]): string {
  const inOrder = [...files].sort((one, other) => (one.path < other.path ? -1 : 1));
  const plain = inOrder.map(({ path, text }) => ({ path, text }));
  return `${JSON.stringify({ format: BUNDLE, version: VERSION, files: plain }, null, 2)}\n`;
}

/** Reads what {@link packScenario} wrote. Whether the files make a sound scenario is another question. Never throws. */
export function unpackScenario(text: string): Unpacked {
  // A character of a text takes at most six in JSON.
  if (text.length > 6 * LARGEST_SCENARIO + MOST_FILES * (LONGEST_PATH + 100))
    return { ok: false, code: 'too-large' };
  const value = parse(text.replace(/^\uFEFF/, ''));
  return value === undefined ? { ok: false, code: 'not-json' } : unpackValue(value);
}

/** The same of JSON that has been read already. */
export function unpackValue(value: unknown): Unpacked {
  const read = bundle.safeParse(value);
  if (!read.success) return { ok: false, code: isLater(value) ? 'unknown-version' : 'not-a-bundle' };
  const code = whyNotFiles(read.data.files);
  return code === null ? { ok: true, files: read.data.files } : { ok: false, code };
}

/** What keeps files from being a scenario's: their size, their number or their names. Null = nothing. */
export function whyNotFiles(files: readonly ScenarioFile[]): NotFiles | null {
  if (files.length > MOST_FILES) return 'too-many';
  if (files.reduce((sum, file) => sum + file.text.length, 0) > LARGEST_SCENARIO) return 'too-large';
  if (files.some(({ path }) => path.length > LONGEST_PATH || !PATH.test(path))) return 'bad-path';
  if (new Set(files.map(({ path }) => path)).size < files.length) return 'twice';
  return files.some(({ path }) => path === 'scenario.yaml') ? null : 'no-scenario';
}

function isLater(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === BUNDLE &&
    'version' in value &&
    value.version !== VERSION
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
