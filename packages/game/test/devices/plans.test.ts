import type { SeatCommand } from '@btt/protocol';
import { describe, expect, it } from 'vitest';
import { bargainingTable, refusalOf, type TestTable } from '../table';
import { act, audienceOfLast, changes, factsOf, make } from './scenes';

type Promises = Extract<SeatCommand, { type: 'offer-plan' }>['promises'];

const PRESS: Promises = [{ side: 'north', kind: 'do', what: 'pressure', until: 2 }];
const NO_BOAST: Promises = [{ side: 'north', kind: 'avoid', what: 'boast', until: 1 }];

/** A plan that Sela offers and Mara signs. */
function signed(table: TestTable, promises: Promises): string {
  act(table, 'sela', { type: 'offer-plan', to: 'mara', promises });
  const plan = factsOf(table, 'plan-offered').at(-1)?.id ?? '';
  act(table, 'mara', { type: 'answer-plan', plan, accept: true });
  return plan;
}

const states = (table: TestTable, plan: string) =>
  table.view('mara').politics.plans[plan]?.promises.map((promise) => promise.state);

describe('a joint plan', () => {
  it('[S10, S14] is known to the two who make it and to nobody else on either side', () => {
    const table = bargainingTable();
    const plan = signed(table, PRESS);
    expect(audienceOfLast(table, 'plan-offered')).toEqual(['sela', 'mara']);
    expect(audienceOfLast(table, 'plan-answered')).toEqual(['sela', 'mara']);
    expect(table.view('sela').politics.plans[plan]?.state).toBe('signed');
    for (const role of ['nils', 'simon', 'generals', 'wire'])
      expect(table.view(role).politics.plans).toEqual({});
  });

  it('[S14] keeps a promise to do something when the move is made in time, and what follows is written in the scenario', () => {
    const table = bargainingTable();
    const plan = signed(table, PRESS);
    const purse = table.view('mara').capital.mara ?? 0;
    const changed = changes(table, () => make(table, 'mara', 'pressure'));
    expect(states(table, plan)).toEqual(['kept']);
    expect(changed.fishers).toBe(1);
    // The move costs one, and a kept promise gives one back.
    expect(table.view('mara').capital.mara).toBe(purse);
  });

  it('[S14] breaks a promise to do something when its round is over', () => {
    const table = bargainingTable();
    const plan = signed(table, PRESS);
    table.clock();
    expect(states(table, plan)).toEqual(['open']);
    const changed = changes(table, () => table.clock());
    expect(states(table, plan)).toEqual(['broken']);
    expect(changed.fishers).toBe(-1);
    expect(factsOf(table, 'promise-settled').at(-1)).toMatchObject({ plan, how: 'broken', by: null });
  });

  it('[S14] breaks a promise to leave something undone by anybody of the side, and keeps it when the time is over', () => {
    const broken = bargainingTable();
    const plan = signed(broken, NO_BOAST);
    const boast = make(broken, 'nils', 'victory-line');
    expect(factsOf(broken, 'promise-settled').at(-1)).toMatchObject({ how: 'broken', by: boast });
    expect(states(broken, plan)).toEqual(['broken']);
    const kept = bargainingTable();
    const other = signed(kept, NO_BOAST);
    kept.clock();
    expect(states(kept, other)).toEqual(['kept']);
  });

  it('[S14] settles what is open until the end when the table has its outcome', () => {
    const table = bargainingTable();
    const plan = signed(table, [
      { side: 'north', kind: 'avoid', what: 'boast', until: null },
      { side: 'south', kind: 'do', what: 'open-border', until: null },
    ]);
    act(table, 'mara', { type: 'walk-away' });
    expect(states(table, plan)).toEqual(['kept', 'broken']);
  });

  it('[S14] binds nobody who has not signed', () => {
    const table = bargainingTable();
    act(table, 'sela', { type: 'offer-plan', to: 'mara', promises: NO_BOAST });
    make(table, 'mara', 'victory-line');
    table.clock();
    expect(factsOf(table, 'promise-settled')).toEqual([]);
    const plan = factsOf(table, 'plan-offered')[0]?.id ?? '';
    act(table, 'mara', { type: 'answer-plan', plan, accept: false });
    expect(table.view('sela').politics.plans[plan]?.state).toBe('declined');
    expect(refusalOf(table.seat('mara', { type: 'answer-plan', plan, accept: true }))).toBe('nothing-to-do');
  });

  it('[S14, M2] takes nothing from the purse of a side that breaks its word when that purse is empty', () => {
    const table = bargainingTable({ luck: 0.99 });
    const promises = [{ side: 'north', kind: 'avoid' as const, what: 'boast', until: null }];
    act(table, 'mara', { type: 'offer-plan', to: 'sela', promises });
    const plan = factsOf(table, 'plan-offered').at(-1)?.id ?? '';
    act(table, 'sela', { type: 'answer-plan', plan, accept: true });
    make(table, 'mara', 'package', { picked: ['gauges', 'visits'] });
    make(table, 'mara', 'pressure');
    expect(table.view('mara').capital.mara).toBe(0);
    make(table, 'nils', 'victory-line');
    expect(factsOf(table, 'promise-settled').at(-1)?.how).toBe('broken');
    expect(table.view('mara').capital.mara).toBe(0);
  });

  it('[S14] pays for one thing once, however often it was promised', () => {
    const table = bargainingTable({ luck: 0.99 });
    const first = signed(table, [...NO_BOAST, ...NO_BOAST]);
    const second = signed(table, NO_BOAST);
    const changed = changes(table, () => table.clock());
    expect([states(table, first), states(table, second)]).toEqual([['kept', 'kept'], ['kept']]);
    expect(changed.fishers).toBe(1);
    expect(factsOf(table, 'capital').filter((fact) => fact.change === 1)).toHaveLength(1);
  });

  it('[S14] is made between signers of different sides, of moves that each can make, for rounds to come', () => {
    const table = bargainingTable();
    const offer = (to: string, promises: Promises, role = 'sela') =>
      refusalOf(table.seat(role, { type: 'offer-plan', to, promises }));
    expect(offer('nils', PRESS)).toBe('unknown-role');
    expect(offer('sofia', PRESS)).toBe('unknown-role');
    expect(offer('mara', PRESS, 'generals')).toBe('not-entitled');
    expect(offer('mara', [{ side: 'south', kind: 'do', what: 'pressure', until: 2 }])).toBe('wrong-picks');
    expect(offer('mara', [{ side: 'north', kind: 'do', what: 'victory-line', until: 2 }])).toBe(
      'wrong-picks',
    );
    expect(offer('mara', [{ side: 'north', kind: 'avoid', what: 'shouting', until: 2 }])).toBe('wrong-picks');
    table.clock();
    expect(offer('mara', NO_BOAST)).toBe('wrong-picks');
  });
});
