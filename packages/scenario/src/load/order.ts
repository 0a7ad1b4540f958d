import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The lines of a library's `order.txt` that are not comments; none where there is no such file. */
export async function readOrder(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, 'order.txt'), 'utf8').catch((thrown: unknown) => {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return '';
    throw thrown;
  });
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
