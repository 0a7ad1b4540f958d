import { fileURLToPath } from 'node:url';
import { listScenarios, loadScenario } from '@btt/scenario/load';
import type { Action, Move, Scenario } from '@btt/scenario';
import { describe, expect, it } from 'vitest';

const LIBRARY = fileURLToPath(new URL('../../../../scenarios', import.meta.url));

const library: Scenario[] = [];
for (const { folder } of await listScenarios(LIBRARY)) {
  const loaded = await loadScenario(folder);
  if (loaded.ok) library.push(loaded.scenario);
}

type Draw = Extract<Action, { kind: 'draw' }>;

function actionsOf(move: Move): Action[] {
  const items = move.pick?.items.flatMap((item) => item.do) ?? [];
  return [...move.cases.flatMap((one) => one.do), ...move.always, ...items, ...move.leaked];
}

function drawsOf(move: Move): Draw[] {
  return actionsOf(move).flatMap((one) => (one.kind === 'draw' ? [one] : []));
}

/** Statements to a part of the world: one’s own people, as a rule. */
function domesticLines({ moves }: Scenario): Move[] {
  return moves.filter((move) => move.kind === 'statement' && move.audience.kind !== 'everyone');
}

const share = ({ odds }: Draw) => odds.numerator / odds.denominator;

/** The last year that is named in a scenario’s period; null for what happens nowhere in particular. */
function yearOf({ period }: Scenario): number | null {
  const years = [...period.matchAll(/\b(1[89]|20)\d\d\b/g)].map(([year]) => Number(year));
  return years.length === 0 ? null : Math.max(...years);
}

describe.each(library.map((scenario) => [scenario.id, scenario] as const))('%s', (_id, scenario) => {
  it('says of every move what is known of it and what it risks', () => {
    expect(
      scenario.moves.filter((move) => move.known === '' || move.risk === '').map(({ id }) => id),
    ).toEqual([]);
  });

  it('has no move that is a label: each does something, invites something, or is a note to oneself for the debrief', () => {
    const noted = ({ words, audience }: Move) =>
      words && audience.kind === 'roles' && audience.roles.length === 1;
    const idle = scenario.moves.filter(
      (move) => actionsOf(move).length === 0 && move.invites.length === 0 && !noted(move),
    );
    expect(idle.map(({ id }) => id)).toEqual([]);
  });

  it('[H2] lets every line for domestic consumption be heard abroad by odds, where it is disclosed', () => {
    const safe = domesticLines(scenario).filter(
      (move) =>
        !drawsOf(move).some(
          ({ hit }) => hit.some((one) => one.kind === 'disclose') && hit.some((one) => one.kind === 'effect'),
        ),
    );
    expect(safe.map(({ id }) => id)).toEqual([]);
  });

  it('gives every faction moves of its own, beside what all factions may do', () => {
    const few = scenario.factions.filter(
      ({ id }) => scenario.moves.filter((move) => move.by.includes(id)).length < 2,
    );
    expect(few.map(({ id }) => id)).toEqual([]);
  });
});

describe('the library', () => {
  it('[H2, H3] makes it likelier with the years that a domestic line is heard abroad', () => {
    const odds = library.flatMap((scenario) => {
      const year = yearOf(scenario);
      const heard = domesticLines(scenario).flatMap((move) => drawsOf(move).map(share));
      if (year === null || heard.length === 0) return [];
      return [{ year, middle: heard.reduce((sum, one) => sum + one, 0) / heard.length }];
    });
    const inOrder = odds.toSorted((one, other) => one.year - other.year);
    expect(inOrder.length).toBeGreaterThanOrEqual(5);
    for (const { year, middle } of inOrder)
      for (const earlier of inOrder.filter((one) => one.year < year))
        expect([year, middle >= earlier.middle]).toEqual([year, true]);
    expect(inOrder[0]?.middle).toBeLessThan(1 / 3);
    expect(inOrder.at(-1)?.middle).toBeGreaterThan(0.8);
  });
});
