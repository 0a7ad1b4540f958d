import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { run } from '../src/run';
import { analysisOutput, type AnalysisOutput } from '../src/schema';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const HARBOUR = 'apps/cli/test/games/harbour.yaml';

async function scenario(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    resolve: (path) => resolve(ROOT, path),
    progress: null,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

async function analysed(...args: string[]): Promise<AnalysisOutput> {
  const { code, out } = await scenario('analyse', ...args, '--json');
  expect(code).toBe(0);
  return analysisOutput.parse(JSON.parse(out));
}

async function file(text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'scenario-')), 'game.yaml');
  await writeFile(path, text);
  return path;
}

it('checks a scenario and ends well when its balance comes out', async () => {
  const { code, out } = await scenario('check', 'scenarios/german-reunification');
  expect(code).toBe(0);
  expect(out).toContain('joint win-set of 694 deals');
});

it('tells a balance that does not come out, and ends with 1', async () => {
  const path = await file(`format: 1
id: game
title: Game
sides: {one: {rule: unanimity}}
factions: {all: {side: one}}
issues: {toll: {options: {low: {points: {all: -1}}, high: {}}}}
balance: [{name: low toll, deal: {toll: low}, expect: {one: {passes: true}}}]
`);
  const { code, out } = await scenario('check', path);
  expect(code).toBe(1);
  expect(out).toContain('FAIL low toll: one refuses 0 to 1, expected: ratifies any to any');
});

it('tells what is wrong in a file with its line, column and field', async () => {
  const path = await file('format: 1\nid: game\ntitle: Game\nsides: {one: {rule: sometimes}}\nissues: {}\n');
  const { code, err } = await scenario('check', path);
  expect(code).toBe(1);
  expect(err).toMatch(/game\.yaml:4:\d+ sides\.one\.rule: /);
  expect((await scenario('analyse', path)).code).toBe(2);
});

it.each([
  [[], 'npm run scenario -- check PATH'],
  [['cheque', 'x'], 'There is no command `cheque`.'],
  [['check'], 'Which scenario?'],
  [['check', 'nowhere'], 'nowhere: there is no such file or folder'],
  [['analyse'], 'Which scenario?'],
  [['analyse', HARBOUR, '--loud'], "Unknown option '--loud'"],
  [
    ['analyse', HARBOUR, '--deal', 'trade=free'],
    'unknown option of `trade` `free`; known: `dirty`, `mixed`, `clean`',
  ],
  [['analyse', HARBOUR, '--measures', 'smile'], 'unknown move `smile`'],
  [['analyse', HARBOUR, '--principals', 'nobody'], 'unknown negotiator or faction with points `nobody`'],
  [['analyse', HARBOUR, '--list', 'some'], 'unknown list `some`; known: `joint`, `all`, `region`'],
  [['analyse', HARBOUR, '--list', 'all', '--limit', 'few'], '--limit must be a whole number, not `few`'],
] as const)('ends with 2 and a sentence for %j', async (args, sentence) => {
  const { code, err } = await scenario(...args);
  expect(code).toBe(2);
  expect(err).toContain(sentence);
  expect(err).not.toMatch(/\n\s+at /);
});

it('analyses a game of six parties that was made for a course, with two vetoes', async () => {
  const found = await analysed(HARBOUR, '--list', 'joint', '--sort', 'sum', '--limit', '3');
  expect([found.deals, found.joint?.count, found.unanimous?.count]).toEqual(HARBOUR_COUNTS);
  const [side] = found.sides;
  expect(side?.coalitions).toMatchObject({ kind: 'exact', vetoPlayers: ['builder', 'ministry'] });
  expect(side?.coalitions.kind === 'exact' && side.coalitions.minimalWinning).toHaveLength(4);
  expect(found.principals.parties).toHaveLength(6);
  expect(found.list?.deals).toHaveLength(3);
  const values = found.list?.deals.map((one) => Number(one.value)) ?? [];
  expect(values).toEqual(values.toSorted((a, b) => b - a));
});

/** Deals, those that five of six with both vetoes accept, and those that all accept: counted by hand of a plain program, see below. */
const HARBOUR_COUNTS = await plainCounts();

async function plainCounts(): Promise<number[]> {
  const { loadScenario } = await import('@btt/scenario/load');
  const loaded = await loadScenario(resolve(ROOT, HARBOUR));
  if (!loaded.ok) throw new Error('the harbour does not load');
  const { factions, issues } = loaded.scenario;
  let sums = [factions.map(() => 0)];
  for (const issue of issues)
    sums = sums.flatMap((sum) =>
      issue.options.map((option) =>
        sum.map((one, at) => one + (factions[at]?.points[issue.id]?.[option.id] ?? 0)),
      ),
    );
  const yes = sums.map((sum) => factions.filter((one, at) => (sum[at] ?? 0) >= one.yes).map((one) => one.id));
  const five = yes.filter((all) => all.length >= 5 && all.includes('builder') && all.includes('ministry'));
  return [sums.length, five.length, yes.filter((all) => all.length === 6).length];
}

it('judges one deal in words and numbers', async () => {
  const deal = 'trade=mixed,nature=kept,jobs=half,loan=two,compensation=some';
  const found = await analysed(HARBOUR, '--deal', deal);
  expect(found.deal).toMatchObject({ complete: true });
  expect(found.deal?.factions.find((one) => one.faction === 'builder')?.support).toBe(8 + 7 + 8 + 29 + 15);
  const { out } = await scenario('analyse', HARBOUR, '--deal', deal);
  expect(out).toContain(`The deal: ${found.deal?.sentence}`);
});

it('knows the measures of a scenario', async () => {
  const { out: without } = await scenario('analyse', 'scenarios/german-reunification', '--json');
  expect(analysisOutput.parse(JSON.parse(without)).joint?.count).toBe(0);
  const help =
    'no-gloating,nine-assurances,calm-answer,leaders-only-text,advance-draft,early-guarantee,quiet-futility';
  const more = 'secretary-general-to-moscow,ease-blockade,praise-us-presence,early-warning';
  const found = await analysed('scenarios/german-reunification', '--measures', `${help},${more}`);
  expect([found.joint?.count, found.measures.length]).toEqual([694, 11]);
}, 60_000);

it('goes through a two-party utility file of a hundred thousand deals', async () => {
  const issues = Array.from({ length: 5 }, (_, issue) => {
    const options = Array.from(
      { length: 10 },
      (_, at) => `o${at}: {points: {buyer: ${at * (issue + 1)}, seller: ${(9 - at) * (6 - issue)}}}`,
    );
    return `  i${issue}: {options: {${options.join(', ')}}}`;
  });
  const path = await file(`format: 1
id: game
title: Utilities
sides: {a: {rule: unanimity}, b: {rule: unanimity}}
factions: {buyer: {side: a, yes: 60, no-agreement: 60}, seller: {side: b, yes: 60, no-agreement: 60}}
issues:
${issues.join('\n')}
`);
  const found = await analysed(path, '--list', 'joint', '--sort', 'nash', '--limit', '1');
  expect(found.deals).toBe(100_000);
  const solutions = found.principals.all.solutions;
  expect(solutions.kind === 'exact' && solutions.nash.kind === 'found' && solutions.nash.objective).toBe(
    String(found.list?.deals[0]?.value),
  );
}, 60_000);

it('weighs a body of 190 members', async () => {
  const members = Array.from(
    { length: 190 },
    (_, at) => `  m${at}: {side: fund, weight: ${1 + ((at * 37) % 53)}}`,
  );
  const path = await file(`format: 1
id: game
title: A fund
sides: {fund: {rule: {at-least: 85%, of: all}}}
factions:
${members.join('\n')}
issues: {loan: {options: {given: {}, refused: {}}}}
`);
  const { power } = (await analysed(path)).sides[0] ?? { power: null };
  if (power?.kind !== 'exact') throw new Error('the power was not found');
  expect(power.players).toHaveLength(190);
  const total = power.players.reduce((sum, one) => sum + one.banzhafShare.decimal, 0);
  expect(total).toBeCloseTo(1, 12);
}, 60_000);
