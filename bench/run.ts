import { writeFileSync } from 'node:fs';
import { machine } from './measure';
import { benchReferee } from './referee';

// npm run bench -- referee
const BENCHES: Readonly<Record<string, () => Promise<string>>> = { referee: benchReferee };

const wanted = process.argv[2] ?? '';
const bench = BENCHES[wanted];
if (!bench) {
  console.error(`Which one? npm run bench -- ${Object.keys(BENCHES).join(' | ')}`);
  process.exit(2);
}
const text = `${wanted} · ${new Date().toISOString().slice(0, 10)} · ${machine()}\n\n${await bench()}\n`;
console.log(text);
writeFileSync(new URL(`results/${wanted}.txt`, import.meta.url), text);
