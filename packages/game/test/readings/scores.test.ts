import fc from 'fast-check';
import { scenarioOf } from '@btt/scenario/test-support';
import { describe, expect, it } from 'vitest';
import { createGame } from '../../src';
import { readScores } from '../../src/readings/scores';
import { jointScore } from '../../src/readings/scores/outcome';
import { factionScore, principalScore } from '../../src/readings/scores/seats';
import { makeYardstick } from '../../src/readings/scores/yardstick';
import { act, factsOf, make } from '../devices/scenes';
import { bargainingTable, HISTORIC, RIVER, type TestTable } from '../table';
import { stories, storyOf, toTheVote } from './played';

const YARDSTICK = makeYardstick(RIVER);
const scoresOf = (table: TestTable) => readScores(storyOf(table), YARDSTICK);
const seat = (table: TestTable, role: string) => scoresOf(table).seats.find((one) => one.role === role);

/** A table that ratifies the historic terms with the historic help. */
function ratified(): TestTable {
  const table = bargainingTable({ luck: 0.99, ballot: 'model' });
  make(table, 'mara', 'quiet-order');
  make(table, 'sela', 'ask-pressure');
  make(table, 'mara', 'pressure');
  toTheVote(table);
  return table;
}

describe('what a seat scores', () => {
  it('is three lines from 0 to 100, never added up, for every seat of any record', () => {
    fc.assert(
      fc.property(stories, ({ story }) => {
        for (const { own, side, table } of readScores(story, YARDSTICK).seats)
          for (const line of [own, side, table])
            if (line !== null) expect(line >= 0 && line <= 100).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('[S15] gives a negotiator the deal on one line and the standing at home on another', () => {
    const table = ratified();
    const mara = seat(table, 'mara');
    const value = 30 + 20 + 15;
    const best = YARDSTICK.best.mara ?? 0;
    expect(mara?.own).toBeCloseTo((100 * (value - 20)) / (best - 20));
    const supports = RIVER.referee.support(
      HISTORIC,
      table.desk().effects.map(({ faction, points, deal }) => ({ faction, points, deal })),
    );
    const mean = supports
      .filter((one) => one.side === 'north')
      .reduce((sum, one) => sum + (one.weight * Math.max(-5, Math.min(5, one.support))) / 100, 0);
    expect(mara?.side).toBeCloseTo(10 * (mean + 5));
    expect(seat(table, 'sela')?.side).not.toBe(mara?.side);
  });

  it('[S18] gives nothing for kindness: without a ratified agreement all help is worth nothing to a negotiator', () => {
    const table = bargainingTable({ luck: 0.99 });
    make(table, 'sela', 'ask-pressure');
    make(table, 'mara', 'pressure');
    make(table, 'mara', 'sharing-line');
    act(table, 'mara', { type: 'walk-away' });
    expect(seat(table, 'mara')).toMatchObject({ own: 0, table: 0 });
    expect(seat(table, 'mara')?.beside.help).toMatchObject({ given: 2 });
  });

  it('[S18] takes a refusal and no agreement for the same', () => {
    const refused = bargainingTable({ luck: 0.99, ballot: 'model' });
    make(refused, 'fishers', 'lobby');
    toTheVote(refused);
    refused.host({ type: 'finish' });
    expect(refused.desk().outcome?.outcome).toBe('refused');
    const walked = bargainingTable({ luck: 0.99, ballot: 'model' });
    act(walked, 'mara', { type: 'walk-away' });
    const lines = (table: TestTable) =>
      scoresOf(table)
        .seats.filter((one) => one.kind !== 'aide')
        .map(({ role, own, side, table: joint }) => ({ role, own, side, joint }));
    expect(lines(refused)).toEqual(lines(walked));
  });

  it('never gives a negotiator less for a ratified agreement that is worth more to its principal', () => {
    const role = RIVER.index.role('mara');
    if (!role) throw new Error('Mara leads for the north.');
    const deals = RIVER.scenario.issues.reduce<Record<string, string>[]>(
      (all, { id, options }) => all.flatMap((deal) => options.map((one) => ({ ...deal, [id]: one.id }))),
      [{}],
    );
    const points = (deal: Record<string, string>) =>
      RIVER.scenario.issues.reduce(
        (sum, { id }) => sum + (RIVER.index.principal('mara')?.points[id]?.[deal[id] ?? ''] ?? 0),
        deal.dam === 'built' && deal.fund === 'none' ? 5 : 0,
      );
    for (const one of deals)
      for (const other of deals)
        if (points(one) >= points(other))
          expect(principalScore(RIVER, role, one, YARDSTICK)).toBeGreaterThanOrEqual(
            principalScore(RIVER, role, other, YARDSTICK) ?? 0,
          );
  });

  it('gives a faction 0 for its worst deal, 100 for its best, and its place between them for no agreement', () => {
    const farmers = RIVER.index.faction('farmers');
    if (!farmers) throw new Error('The farmers live in the north.');
    const worst = { water: 'free', dam: 'built', fund: 'large' };
    const best = { water: 'upstream', dam: 'built', fund: 'none' };
    expect(factionScore(RIVER, farmers, worst, YARDSTICK)).toBe(0);
    expect(factionScore(RIVER, farmers, best, YARDSTICK)).toBe(100);
    expect(factionScore(RIVER, farmers, null, YARDSTICK)).toBeCloseTo(50);
  });

  it('gives the joint line 100 on the front, 0 without an agreement, and no more for a deal that is worse for everybody', () => {
    const { joint } = YARDSTICK;
    if (!joint) throw new Error('The river has a front.');
    expect(jointScore(RIVER, null, YARDSTICK)).toBe(0);
    const scenario = RIVER.scenario;
    const deals = scenario.issues.reduce<Record<string, string>[]>(
      (all, { id, options }) => all.flatMap((deal) => options.map((one) => ({ ...deal, [id]: one.id }))),
      [{}],
    );
    const scored = deals.map((deal) => ({
      score: jointScore(RIVER, deal, YARDSTICK) ?? 0,
      gains: joint.parties.map(({ role }) =>
        scenario.issues.reduce(
          (sum, { id }) => sum + (RIVER.index.principal(role)?.points[id]?.[deal[id] ?? ''] ?? 0),
          role === 'mara' && deal.dam === 'built' && deal.fund === 'none' ? 5 : 0,
        ),
      ),
    }));
    expect(scored.some(({ score }) => score === 100)).toBe(true);
    for (const one of scored)
      for (const other of scored)
        if (one.gains.every((gain, at) => gain >= (other.gains[at] ?? 0)))
          expect(one.score).toBeGreaterThanOrEqual(other.score - 1e-9);
  });

  it('gives an aide the help that turned out to help, and takes it back where it hurt', () => {
    const helpful = bargainingTable({ luck: 0.99 });
    make(helpful, 'nora', 'help-speech', { picked: ['gave-away', 'sold-out'] });
    const idle = bargainingTable({ luck: 0.99 });
    expect(seat(helpful, 'nora')?.own).toBeGreaterThan(seat(idle, 'nora')?.own ?? 100);
    expect(seat(idle, 'nora')?.own).toBe(0);
    const invited = bargainingTable({ luck: 0.99 });
    make(invited, 'sofia', 'ask-pressure');
    make(invited, 'mara', 'pressure');
    expect(seat(invited, 'sofia')?.own).toBeGreaterThan(0);
  });

  it('counts promises that an aide signed for, kept and broken', () => {
    const table = bargainingTable({ luck: 0.99 });
    const promises = [{ side: 'north', kind: 'avoid' as const, what: 'boast', until: 1 }];
    act(table, 'nora', { type: 'offer-plan', to: 'sela', promises });
    act(table, 'sela', {
      type: 'answer-plan',
      plan: factsOf(table, 'plan-offered')[0]?.id ?? '',
      accept: true,
    });
    table.clock();
    expect(seat(table, 'nora')?.own).toBeGreaterThan(0);
    expect(seat(table, 'nora')?.beside.promises).toEqual({ kept: 1, due: 1 });
  });

  it('gives the press what it foresaw: all for certainty that was right, nothing for knowing nothing', () => {
    const table = bargainingTable({ luck: 0.99, ballot: 'model' });
    make(table, 'mara', 'quiet-order');
    make(table, 'sela', 'ask-pressure');
    make(table, 'mara', 'pressure');
    const forecast = (confidence: number) => {
      for (const { id } of RIVER.scenario.factions) {
        const vote = id === 'old-guard' || id === 'border-guard' ? 'abstain' : 'yes';
        table.seat('wire', { type: 'map', about: id, vote, confidence });
      }
    };
    forecast(100);
    toTheVote(table);
    const right = table.desk().results.at(-1)?.votes ?? {};
    const hits = RIVER.scenario.factions.filter(
      ({ id }) => right[id] === (id === 'old-guard' || id === 'border-guard' ? 'abstain' : 'yes'),
    ).length;
    // Brier's score of somebody certain is 0 or 2, and that of somebody who knows nothing two thirds.
    const mean = (2 * (6 - hits)) / 6;
    expect(seat(table, 'wire')?.own).toBeCloseTo(Math.max(0, 100 * (1 - mean / (2 / 3))));
    expect(seat(table, 'wire')?.side).toBeNull();
  });

  it('has nothing to measure by where no deal can be ratified, and says why', () => {
    const game = createGame(
      scenarioOf(`format: 1
id: no-way
title: No way
sides:
  a: {name: A, rule: {consent-of: [x]}}
  b: {name: B, rule: {consent-of: [y]}}
factions:
  x: {side: a, weight: 1, start: -9, yes: 1, no: 0}
  y: {side: b, weight: 1, start: -9, yes: 1, no: 0}
issues:
  only:
    name: Only
    options:
      this: {label: This, points: {x: 1}}
      that: {label: That, points: {y: 1}}
`),
      'no-way',
    );
    expect(makeYardstick(game)).toMatchObject({ joint: null });
  });

  it('shows beside the lines how true to its role a faction voted', () => {
    const table = bargainingTable({ luck: 0.99, ballot: 'bounded' });
    toTheVote(table);
    act(table, 'generals', { type: 'vote', vote: 'yes' });
    table.clock();
    expect(seat(table, 'generals')?.beside.fidelity).not.toBeNull();
    expect(seat(table, 'farmers')?.beside.fidelity).toBeNull();
    expect(seat(table, 'mara')?.beside.fidelity).toBeNull();
  });
});
