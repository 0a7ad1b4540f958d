import { fileURLToPath } from 'node:url';
import { listScenarios, loadScenario } from '@btt/scenario/load';
import fc from 'fast-check';
import { createGame, type Game } from '../src';
import { wishesAt } from './random-wishes';
import { look, type Looked, type Play, playsOf } from './secrecy';
import { lookAtSession, type SessionPlay, sessionPlays } from './session-secrecy';

// npm run secrecy -- [commands] [seed] [scenario]: random commands in all scenarios in turn, or in one, until so many have been wished, looked at
// through every pair of eyes: at tables, in sessions, and in the lessons of their debriefs.
const [many = '100000', seeded, only] = process.argv.slice(2);
const commands = Number(many);
const seed = seeded === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(seeded);
if (!Number.isSafeInteger(commands) || commands < 1 || !Number.isSafeInteger(seed)) {
  console.error('npm run secrecy -- [commands] [seed] [scenario]');
  process.exit(2);
}

const SCENARIOS = fileURLToPath(new URL('../../../scenarios', import.meta.url));
/** Plays in one scenario before it is the turn of the next. */
const TABLES_AT_ONCE = 3;
const SESSIONS_AT_ONCE = 1;

interface Kind<P> {
  readonly plays: fc.Arbitrary<P>;
  readonly atOnce: number;
  readonly lookAt: (play: P) => Looked;
}

const sums = { plays: 0, accepted: 0, refused: 0, looks: 0 };
const played = (): number => sums.accepted + sums.refused;

/** Plays a few times, and stops everything at a leak. */
function playSome<P>(scenario: string, turn: number, { plays, atOnce, lookAt }: Kind<P>): void {
  const property = fc.property(plays, (play) => {
    const { leaks, accepted, refused, looks } = lookAt(play);
    sums.plays += 1;
    sums.accepted += accepted;
    sums.refused += refused;
    sums.looks += looks;
    return leaks.length === 0;
  });
  const result = fc.check(property, { numRuns: atOnce, seed: seed + turn });
  const [smallest] = result.counterexample ?? [];
  if (!smallest) return;
  console.log(`A leak. Again with: npm run secrecy -- ${commands} ${seed + turn} ${scenario}`);
  console.log(JSON.stringify(smallest, null, 1));
  for (const leak of lookAt(smallest).leaks) console.log(`  ${leak}`);
  process.exit(1);
}

async function gameIn(folder: string): Promise<Game> {
  const loaded = await loadScenario(folder);
  if (!loaded.ok) throw new Error(`This scenario cannot be read: ${folder}`);
  return createGame(loaded.scenario, loaded.hash);
}

function roundIn(slug: string, game: Game): (turn: number) => void {
  const tables = {
    plays: playsOf(wishesAt(game).wishes),
    atOnce: TABLES_AT_ONCE,
    lookAt: (play: Play) => look(game, play),
  };
  const sessions = {
    plays: sessionPlays(game),
    atOnce: SESSIONS_AT_ONCE,
    lookAt: (play: SessionPlay) => lookAtSession(game, play),
  };
  return (turn) => {
    playSome(slug, turn, tables);
    playSome(slug, turn, sessions);
  };
}

const chosen = (await listScenarios(SCENARIOS)).filter(({ slug }) => only === undefined || slug === only);
if (chosen.length === 0) {
  console.error(`There is no scenario ${only}.`);
  process.exit(2);
}
const rounds = new Map<string, (turn: number) => void>();
for (let turn = 0; played() < commands; turn++) {
  const { slug, folder } = chosen[turn % chosen.length] ?? { slug: '', folder: '' };
  const round = rounds.get(slug) ?? roundIn(slug, await gameIn(folder));
  rounds.set(slug, round);
  round(turn);
}
console.log(
  `seed ${seed}, ${rounds.size} scenarios: ${played()} commands in ${sums.plays} plays (${sums.accepted} accepted, ${sums.refused} refused), ` +
    `${sums.looks} looks at events, 0 leaks`,
);
