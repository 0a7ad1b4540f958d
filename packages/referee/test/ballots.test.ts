import type { Rule } from '@btt/scenario';
import { describe, expect, it } from 'vitest';
import { type Ballots, verdict } from '../src';
import { game, half } from './games';

const blocOfAB: Rule = { kind: 'no-bloc', factions: ['a', 'b'] };

/** Faction a leans no by its support of −1 and may judge within two points of its threshold; b is far off; c has a red line. */
const scenario = game({
  sides: { home: { kind: 'all', rules: [{ ...half, factions: ['a', 'b', 'c'] }, blocOfAB] } },
  factions: [
    { id: 'a', side: 'home', start: -1, judgement: 2 },
    { id: 'b', side: 'home', start: -4, judgement: 2 },
    {
      id: 'c',
      side: 'home',
      start: 1,
      judgement: 2,
      redLines: [{ deal: [{ issue: 'bases', options: ['stay'] }], text: 'No bases' }],
    },
  ],
  issues: { bases: ['go', 'stay'] },
});

const cast = (mode: Ballots['mode'], votes: Ballots['cast']) =>
  verdict(scenario, { bases: 'go' }, [], { mode, cast: votes });
const ballotOf = (found: ReturnType<typeof verdict>, faction: string) =>
  found.factions.find((one) => one.faction === faction);

describe('ballots', () => {
  it('free votes count as cast', () => {
    const found = cast('free', { a: 'yes', b: 'yes' });
    expect(found.votes).toEqual({ a: 'yes', b: 'yes', c: 'yes' });
    expect(found.overruled).toEqual([]);
    expect(found.passes).toBe(true);
    expect(found.sides[0]).toMatchObject({ passes: true, modelPasses: false });
  });

  it('bounded votes count inside the room for judgement and are overruled outside', () => {
    const found = cast('bounded', { a: 'yes', b: 'yes' });
    expect(found.votes).toEqual({ a: 'yes', b: 'no', c: 'yes' });
    expect(found.overruled).toEqual(['b']);
    expect(ballotOf(found, 'a')?.ballot).toEqual({
      cast: 'yes',
      model: 'no',
      overruled: false,
      fidelity: 'judgement',
      distance: 2,
    });
    expect(ballotOf(found, 'b')?.ballot).toEqual({
      cast: 'yes',
      model: 'no',
      overruled: true,
      fidelity: 'against-role',
      distance: 5,
    });
  });

  it('a bounded vote for a deal that crosses a red line is overruled, however close the margin', () => {
    const ballots: Ballots = { mode: 'bounded', cast: { c: 'yes' } };
    const found = verdict(scenario, { bases: 'stay' }, [], ballots);
    expect(found.votes.c).toBe('no');
    expect(found.overruled).toEqual(['c']);
    expect(ballotOf(found, 'c')?.ballot).toMatchObject({ fidelity: 'against-role', distance: null });
  });

  it('a vote outside the room for judgement that agrees with the model is not overruled', () => {
    const found = cast('bounded', { b: 'no' });
    expect(found.overruled).toEqual([]);
    expect(ballotOf(found, 'b')?.ballot).toMatchObject({
      overruled: false,
      fidelity: 'true-to-role',
      distance: 0,
    });
  });

  it('model ballots ignore what was cast, and factions without a ballot vote by the model', () => {
    expect(cast('model', { a: 'yes' }).votes.a).toBe('no');
    expect(cast('free', {}).votes).toEqual({ a: 'no', b: 'no', c: 'yes' });
    expect(ballotOf(cast('free', {}), 'a')?.ballot).toBeNull();
  });

  it('under free ballots a faction is fierce only if it voted no', () => {
    const angry = [{ faction: 'a', points: -5, deal: [] }];
    const both = verdict(scenario, { bases: 'go' }, angry, { mode: 'free', cast: { a: 'no', b: 'no' } });
    expect(both.sides[0]?.blocs).toEqual([['a', 'b']]);
    const one = verdict(scenario, { bases: 'go' }, angry, { mode: 'free', cast: { a: 'no', b: 'abstain' } });
    expect(one.sides[0]?.blocs).toEqual([]);
  });

  it('somebody absent counts neither as a vote nor for a quorum', () => {
    const withQuorum = game({
      sides: { home: { ...half, factions: ['a', 'b', 'c'], quorum: { numerator: 1, denominator: 2 } } },
      factions: ['a', 'b', 'c'].map((id) => ({ id, side: 'home', start: 2 })),
      issues: { bases: ['go', 'stay'] },
    });
    const count = (votes: Ballots['cast']) =>
      verdict(withQuorum, { bases: 'go' }, [], { mode: 'free', cast: votes }).passes;
    expect(count({ a: 'yes', b: 'abstain', c: 'absent' })).toBe(true);
    expect(count({ a: 'yes', b: 'absent', c: 'absent' })).toBe(false);
  });

  it('an opinion asks the support, not the ballots', () => {
    const polled = game({
      sides: { home: { kind: 'opinion', level: { numerator: 1, denominator: 1 }, factions: ['a'] } },
      factions: [{ id: 'a', side: 'home', start: 2 }],
      issues: { bases: ['go', 'stay'] },
    });
    expect(verdict(polled, { bases: 'go' }, [], { mode: 'free', cast: { a: 'no' } }).passes).toBe(true);
  });
});

describe('who was pivotal', () => {
  const chamber = (starts: Readonly<Record<string, number>>, rule: Rule) =>
    game({
      sides: { home: rule },
      factions: Object.entries(starts).map(([id, start]) => ({ id, side: 'home', start })),
      issues: { bases: ['go', 'stay'] },
    });

  it('in a failed vote: whoever alone could have saved it', () => {
    const found = verdict(
      chamber({ a: 2, b: -2, c: 0 }, { ...half, factions: ['a', 'b', 'c'] }),
      { bases: 'go' },
      [],
    );
    expect(found.sides[0]).toMatchObject({ passes: false, pivotal: ['b', 'c'] });
  });

  it('in a vote that passed: whoever alone could have sunk it', () => {
    const rule: Rule = { kind: 'all', rules: [{ ...half, factions: ['a', 'b', 'c', 'd'] }, blocOfAB] };
    const found = verdict(chamber({ a: -4, b: 0, c: 2, d: 2 }, rule), { bases: 'go' }, []);
    expect(found.sides[0]).toMatchObject({ passes: true, pivotal: ['b', 'c', 'd'] });
  });
});

describe('a draft with open issues', () => {
  it('has support from its settled issues only, and conditions on open ones do not hold', () => {
    const two = game({
      sides: { home: { ...half, factions: ['a'] } },
      factions: [
        {
          id: 'a',
          side: 'home',
          points: { bases: { go: 2 }, money: { much: 4 } },
          redLines: [{ deal: [{ issue: 'money', options: ['none', 'much'] }], text: 'Nothing' }],
        },
      ],
      issues: { bases: ['go', 'stay'], money: ['none', 'much'] },
      interactions: [{ of: 'a', deal: [{ issue: 'money', options: ['much'] }], points: -9 }],
    });
    const conditional = [{ faction: 'a', points: 7, deal: [{ issue: 'money', options: ['much'] }] }];
    const found = verdict(two, { bases: 'go', money: null }, conditional);
    expect(found).toMatchObject({ complete: false, passes: true });
    expect(found.factions[0]).toMatchObject({ support: 2, margin: 1, redLines: [] });
    expect(verdict(two, { bases: 'go', money: 'much' }, conditional)).toMatchObject({
      complete: true,
      passes: false,
    });
  });
});

describe('the margin of a side', () => {
  it('is the fall in support that it survives, and below zero the rise that it needs', () => {
    const scenarioOf = (start: number) =>
      game({
        sides: { home: { ...half, factions: ['a', 'b', 'c'] } },
        factions: [
          { id: 'a', side: 'home', start },
          { id: 'b', side: 'home', start: start + 1 },
          { id: 'c', side: 'home', start: -20 },
        ],
        issues: { bases: ['go'] },
      });
    expect(verdict(scenarioOf(5), { bases: 'go' }, []).sides[0]).toMatchObject({ passes: true, margin: 4 });
    expect(verdict(scenarioOf(-2), { bases: 'go' }, []).sides[0]).toMatchObject({
      passes: false,
      margin: -3,
    });
  });

  it('does not exist where a veto player has a red line, nor where nothing can stop the deal', () => {
    const boss = (rule: Rule) =>
      game({
        sides: { home: rule },
        factions: [
          { id: 'a', side: 'home', redLines: [{ deal: [{ issue: 'bases', options: ['go'] }], text: 'No' }] },
        ],
        issues: { bases: ['go'] },
      });
    const of = (rule: Rule) => verdict(boss(rule), { bases: 'go' }, []).sides[0];
    expect(of({ kind: 'consent', factions: ['a'] })).toMatchObject({ margin: null, fixed: 'never-passes' });
    expect(of({ kind: 'no-objection', weight: 2, factions: ['a'] })).toMatchObject({
      margin: null,
      fixed: 'always-passes',
    });
  });
});
