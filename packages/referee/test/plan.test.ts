import type { Action, Condition, Move } from '@btt/scenario';
import { describe, expect, it } from 'vitest';
import { plannedAdjustments } from '../src';

type Effect = Extract<Action, { kind: 'effect' }>;

function effect(points: number, more: Partial<Effect> = {}): Effect {
  return {
    kind: 'effect',
    faction: 'a',
    points,
    until: { kind: 'end' },
    stacking: 'each',
    deal: [],
    ...more,
  };
}

function move(id: string, more: Partial<Move>): Move {
  return {
    id,
    kind: 'measure',
    name: id,
    summary: '',
    device: '',
    by: [],
    cost: 1,
    audience: { kind: 'everyone' },
    headline: '',
    tags: [],
    asserts: {},
    available: null,
    limit: null,
    answers: null,
    expects: [],
    secrets: [],
    pick: null,
    consent: null,
    leaked: [],
    invites: [],
    words: false,
    cases: [],
    always: [],
    known: '',
    risk: '',
    ...more,
  };
}

function pointsOf(moves: readonly Move[], plan = moves.map((one) => one.id), bad: readonly string[] = []) {
  return plannedAdjustments({ moves }, plan, { bad }).map((one) => one.points);
}

const promise: Action = {
  kind: 'oblige',
  id: 'silence',
  who: [],
  ban: { kind: 'tags', tags: ['boast'] },
  audience: { kind: 'everyone' },
  until: { kind: 'end' },
  pressed: [],
  upkeep: [effect(7)],
  standing: [effect(1, { until: { kind: 'obligation', obligation: 'silence' } })],
  kept: [effect(2)],
  broken: [effect(-3)],
  text: '',
};

const leak: Action = {
  kind: 'draw',
  id: 'leak',
  odds: { numerator: 1, denominator: 6 },
  at: 'next-round',
  hit: [effect(-4)],
  miss: [effect(5)],
};

describe('a plan of moves', () => {
  it('contributes what still holds at the vote, with its conditions on the deal', () => {
    const deal = [{ issue: 'land', options: ['some'] }];
    const one = move('one', {
      always: [
        effect(1, { deal }),
        effect(2, { until: { kind: 'rounds', rounds: 1 } }),
        effect(3, { until: { kind: 'trigger', trigger: 'congress' } }),
        { kind: 'tell', to: { kind: 'everyone' }, text: '' },
      ],
    });
    expect(plannedAdjustments({ moves: [one] }, ['one', 'unknown'])).toEqual([
      { faction: 'a', points: 1, deal },
    ]);
  });

  it('costs what the scenario says when it goes badly and so comes out: once, and only where it was secret', () => {
    const out: Action = { kind: 'disclose', what: 'move', to: { kind: 'everyone' } };
    const slip: Action = {
      kind: 'draw',
      id: 's',
      odds: { numerator: 1, denominator: 2 },
      at: 'now',
      hit: [out, out],
      miss: [],
    };
    const secret = { kind: 'roles', roles: ['x'] } as const;
    const deed = { always: [effect(2), slip], leaked: [effect(-3), out] };
    expect(pointsOf([move('gift', { ...deed, audience: secret })])).toEqual([2]);
    expect(pointsOf([move('gift', { ...deed, audience: secret })], ['gift'], ['gift'])).toEqual([2, -3]);
    expect(pointsOf([move('gift', deed)], ['gift'], ['gift'])).toEqual([2]);
  });

  it('keeps its promises and is spared by chance, unless it goes badly', () => {
    const moves = [move('one', { always: [promise, leak] })];
    expect(pointsOf(moves)).toEqual([1, 2, 5]);
    expect(pointsOf(moves, ['one'], ['one'])).toEqual([-3, -4]);
  });

  it('counts what the things picked do, as many as can be picked', () => {
    const items = [2, 3, 4].map((points) => ({
      id: `item-${points}`,
      label: '',
      group: '',
      do: [effect(points)],
    }));
    expect(pointsOf([move('one', { pick: { from: 'items', items, min: 1, max: 2 } })])).toEqual([2, 3]);
  });

  it('gives half of it to a faction that resists such moves', () => {
    const moves = [move('pay', { tags: ['money'], always: [effect(3), effect(1), effect(-3)] })];
    const faction = { id: 'a', resists: ['money'] };
    expect(plannedAdjustments({ moves, factions: [faction] }, ['pay']).map((one) => one.points)).toEqual([
      1, -3,
    ]);
    expect(pointsOf(moves)).toEqual([3, 1, -3]);
  });

  it('takes the first case that it does not rule out, then what is always done', () => {
    const withCases = (...conditions: (Condition | null)[]) =>
      move('one', {
        cases: conditions.map((when, at) => ({ when, do: [effect(at + 1)] })),
        always: [effect(9)],
      });
    const chosen = (condition: Condition, others: readonly Move[] = []) =>
      pointsOf([withCases(condition, null), ...others])[0] === 1;
    const other = move('other', { always: [promise] });

    expect(chosen({ kind: 'taken', move: 'other', times: 1 })).toBe(false);
    expect(chosen({ kind: 'taken', move: 'other', times: 1 }, [other])).toBe(true);
    expect(chosen({ kind: 'taken', move: 'other', times: 2 }, [other])).toBe(false);
    expect(chosen({ kind: 'before', trigger: 'congress' })).toBe(true);
    expect(chosen({ kind: 'invited', by: 's' })).toBe(true);
    expect(chosen({ kind: 'not', of: { kind: 'invited', by: 's' } })).toBe(true);
    expect(chosen({ kind: 'not', of: { kind: 'before', trigger: 'congress' } })).toBe(false);
    expect(
      chosen({
        kind: 'all',
        of: [
          { kind: 'invited', by: 's' },
          { kind: 'taken', move: 'other', times: 1 },
        ],
      }),
    ).toBe(false);
    expect(
      chosen({
        kind: 'any',
        of: [
          { kind: 'broken', obligation: 'silence' },
          { kind: 'picked', least: 1 },
        ],
      }),
    ).toBe(false);
    expect(
      chosen({
        kind: 'any',
        of: [
          { kind: 'broken', obligation: 'silence' },
          { kind: 'secret', key: 'manner', value: 'meant' },
        ],
      }),
    ).toBe(true);
    expect(chosen({ kind: 'kept', obligation: 'silence' }, [other])).toBe(true);
    expect(chosen({ kind: 'kept', obligation: 'silence' })).toBe(false);
    expect(
      pointsOf(
        [withCases({ kind: 'broken', obligation: 'silence' }, null), other],
        ['one', 'other'],
        ['other'],
      ).slice(0, 2),
    ).toEqual([1, 9]);
  });

  it('stacks a repeated move as its effects say', () => {
    const thrice = (stacking: Effect['stacking']) =>
      pointsOf([move('one', { always: [effect(-5, { stacking })] })], ['one', 'one', 'one']);
    expect(thrice('each')).toEqual([-5, -5, -5]);
    expect(thrice('once')).toEqual([-5]);
    expect(thrice('diminishing')).toEqual([-5, -2, -1]);
  });

  it('reaches the highest step of what can be picked', () => {
    const steps = [
      { least: 3, times: 1 },
      { least: 6, times: 2 },
    ];
    expect(pointsOf([move('one', { always: [effect(2, { scale: { by: 'picked', steps } })] })])).toEqual([4]);
  });
});
