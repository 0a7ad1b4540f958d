import { type Trouble, TROUBLES, troubleNodes } from './nodes';

// npm run nodes -- [times]: troubles three nodes on one PostgreSQL server, again and again. Needs a build (`npm run build`).
const [times = '60'] = process.argv.slice(2);
const count = Number(times);
if (!Number.isSafeInteger(count) || count < 1) {
  console.error('npm run nodes -- [times]');
  process.exit(2);
}
const troubles = Array.from(
  { length: count },
  (): Trouble => TROUBLES[Math.floor(Math.random() * TROUBLES.length)] ?? TROUBLES[0],
);
const report = await troubleNodes({ troubles, random: Math.random });
const counts = TROUBLES.map((what) => `${what} ${troubles.filter((one) => one === what).length} times`);
console.log(
  `${counts.join(', ')}, ${report.noticesLost} notices lost; ${report.acknowledged} lines acknowledged, ${report.underWay} under way at a trouble; ` +
    `everybody answered again after ${Math.round(report.back.median)} ms (longest ${Math.round(report.back.longest)} ms), ` +
    `the same view everywhere ${Math.round(report.settled)} ms after the last line; ${report.faults.length} faults`,
);
for (const fault of report.faults) console.log(`  ${fault}`);
if (report.faults.length > 0) process.exitCode = 1;
