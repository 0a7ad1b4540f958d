import { drawFrom, randomFrom } from './chance';
import { playClass } from './play';
import { virtualTime } from './time';

// npm run simulate -- [classes] [first seed]: plays classes on three nodes through troubles that follow from a seed.
const [many = '1000', first = '1'] = process.argv.slice(2);
const [classes, from] = [Number(many), Number(first)];
if (!Number.isSafeInteger(classes) || classes < 1 || !Number.isSafeInteger(from)) {
  console.error('npm run simulate -- [classes] [first seed]');
  process.exit(2);
}

const began = performance.now();
const realNow = performance.now.bind(performance);
const time = virtualTime(Date.UTC(2026, 0, 5));
const sums = { events: 0, acknowledged: 0, refused: 0, crashes: 0, failed: 0 };
let digest = '';
for (let seed = from; seed < from + classes; seed++) {
  const random = randomFrom(seed);
  drawFrom(random);
  const outcome = await playClass(time, random);
  digest = outcome.digest;
  for (const key of ['events', 'acknowledged', 'refused', 'crashes'] as const) sums[key] += outcome[key];
  if (outcome.faults.length === 0) continue;
  sums.failed += 1;
  console.log(`seed ${seed} (npm run simulate -- 1 ${seed}):`);
  for (const fault of outcome.faults) console.log(`  ${fault}`);
}
const seconds = Math.round((realNow() - began) / 1000);
console.log(
  `${classes} classes on three nodes in ${seconds} s: ${sums.crashes} nodes killed, ${sums.events} events, ` +
    `${sums.acknowledged} lines acknowledged, ${sums.refused} wishes refused; ${sums.failed} classes with faults`,
);
console.log(`digest of the last class: ${digest}`);
process.exit(sums.failed > 0 ? 1 : 0);
