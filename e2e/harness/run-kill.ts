import { startPostgres } from '@btt/eventstore/test-support';
import { type KillReport, killAgainAndAgain } from './kill';

// npm run kill -- [times] [sqlite | postgres]: kills a server under load, again and again. Needs a build (`npm run build`).
const [times = '200', only] = process.argv.slice(2);
const kills = Number(times);
if (
  !Number.isSafeInteger(kills) ||
  kills < 1 ||
  (only !== undefined && only !== 'sqlite' && only !== 'postgres')
) {
  console.error('npm run kill -- [times] [sqlite | postgres]');
  process.exit(2);
}

function tell(database: string, { faults, back, ...counts }: KillReport): void {
  console.log(
    `${database}: killed ${counts.kills} times, ${counts.acknowledged} lines acknowledged, ${counts.underWay} under way at a kill; ` +
      `everybody back after ${Math.round(back.median)} ms (longest ${Math.round(back.longest)} ms); ${faults.length} faults`,
  );
  for (const fault of faults) console.log(`  ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

if (only !== 'postgres') tell('SQLite', await killAgainAndAgain({ kills, random: Math.random }));
if (only !== 'sqlite') {
  const postgres = await startPostgres();
  try {
    const settings = { DATABASE_URL: postgres.url };
    tell('PostgreSQL', await killAgainAndAgain({ kills, random: Math.random, settings }));
  } finally {
    await postgres.stop();
  }
}
