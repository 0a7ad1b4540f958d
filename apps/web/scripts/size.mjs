// The budget of the join page: a phone on a slow school network must be in the lobby in seconds. Run after a build.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OUT = fileURLToPath(new URL('../out/', import.meta.url));
const KILOBYTE = 1024;
/** Brotli-compressed JavaScript that a page loads before it is alive, in kilobytes. */
const BUDGETS = { join: 135, index: 130 };

let over = 0;
for (const [page, budget] of Object.entries(BUDGETS)) {
  const html = readFileSync(`${OUT}${page}.html`, 'utf8');
  const scripts = [...html.matchAll(/<script([^>]*)\ssrc="(\/_next\/[^"]+\.js)"([^>]*)>/g)]
    .filter(([tag]) => !/nomodule/i.test(tag))
    .map(([, , source = '']) => source);
  const bytes = [...new Set(scripts)].map((source) =>
    existsSync(`${OUT}${source}.br`) ? statSync(`${OUT}${source}.br`).size : statSync(`${OUT}${source}`).size,
  );
  const size = bytes.reduce((sum, one) => sum + one, 0) / KILOBYTE;
  const fits = size <= budget;
  if (!fits) over += 1;
  console.log(`${fits ? '✓' : '✗'} ${page}: ${size.toFixed(1)} KB of ${budget} KB`);
}
process.exit(over > 0 ? 1 : 0);
