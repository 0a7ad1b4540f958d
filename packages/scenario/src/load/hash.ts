import { createHash } from 'node:crypto';
import type { ScenarioFile } from '../compile/texts';
import { canonicalText } from '../source/text';

/**
 * SHA-256, in hexadecimal, of a scenario's files: the name under which a session pins it. The same on every machine, whatever
 * the order of the files and their line ends. In another language than its own it has another name.
 */
export function contentHash(files: readonly ScenarioFile[], language?: string): string {
  const hash = createHash('sha256').update('scenario 1\n');
  for (const file of files.toSorted((one, other) => (one.path < other.path ? -1 : 1))) {
    const text = Buffer.from(canonicalText(file.text), 'utf8');
    hash.update(`${file.path}\n${text.length}\n`).update(text);
  }
  if (language !== undefined) hash.update(`in ${language}\n`);
  return hash.digest('hex');
}
