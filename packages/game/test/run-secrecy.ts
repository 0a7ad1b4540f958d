import fc from 'fast-check';
import { look, plays } from './secrecy';

// npm run secrecy -- [commands] [seed]: random commands until so many have been wished, looked at through every pair of eyes.
const [many = '100000', seeded] = process.argv.slice(2);
const commands = Number(many);
const seed = seeded === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(seeded);
if (!Number.isSafeInteger(commands) || commands < 1 || !Number.isSafeInteger(seed)) {
  console.error('npm run secrecy -- [commands] [seed]');
  process.exit(2);
}

const sums = { tables: 0, accepted: 0, refused: 0, looks: 0 };
const TABLES_AT_ONCE = 100;
for (let batch = 0; sums.accepted + sums.refused < commands; batch++) {
  const result = fc.check(
    fc.property(plays, (play) => {
      const { leaks, accepted, refused, looks } = look(play);
      sums.tables += 1;
      sums.accepted += accepted;
      sums.refused += refused;
      sums.looks += looks;
      return leaks.length === 0;
    }),
    { numRuns: TABLES_AT_ONCE, seed: seed + batch },
  );
  const [smallest] = result.counterexample ?? [];
  if (!smallest) continue;
  console.log(`A leak. Again with: npm run secrecy -- ${commands} ${seed + batch}`);
  console.log(JSON.stringify(smallest, null, 1));
  for (const leak of look(smallest).leaks) console.log(`  ${leak}`);
  process.exit(1);
}
console.log(
  `seed ${seed}: ${sums.accepted + sums.refused} commands at ${sums.tables} tables (${sums.accepted} accepted, ${sums.refused} refused), ` +
    `${sums.looks} looks at events, 0 leaks`,
);
