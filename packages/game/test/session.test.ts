import { describe, expect, it } from 'vitest';
import {
  decideSession,
  evolveSession,
  holders,
  initialSession,
  type SessionState,
  type SessionWish,
} from '../src';
import { RIVER } from './table';

function session(...wishes: SessionWish[]): { state: SessionState; last: string } {
  const open: SessionWish = { type: 'open', session: 's1', code: 'ABCDE', table: 't1', tableName: 'Table 1' };
  let state = initialSession();
  let last = '';
  for (const wish of [open, ...wishes]) {
    const decision = decideSession(RIVER, state, wish);
    last = decision.ok ? 'accepted' : decision.code;
    if (decision.ok) state = evolveSession(state, decision.event);
  }
  return { state, last };
}

const join = (person: string): SessionWish => ({ type: 'join', person });

describe('a session', () => {
  it('[N4] seats everybody in the scenario’s order', () => {
    const { state } = session(join('a'), join('b'), join('c'), { type: 'seat-everyone' });
    expect(state.view.people.map((one) => one.seat?.role)).toEqual(['mara', 'sela', 'generals']);
  });

  it('[N4] fills several tables side by side', () => {
    const { state } = session(
      { type: 'add-table', newTable: 't2' },
      join('a'),
      join('b'),
      join('c'),
      join('d'),
      { type: 'seat-everyone' },
    );
    expect(state.view.people.map((one) => `${one.seat?.table} ${one.seat?.role}`)).toEqual([
      't1 mara',
      't2 mara',
      't1 sela',
      't2 sela',
    ]);
  });

  it('[N4] shares seats up to their capacity when there are more people than roles', () => {
    const people = Array.from({ length: 14 }, (_, i) => join(`p${i}`));
    const { state } = session(...people, { type: 'seat-everyone' });
    expect(Math.max(...RIVER.scenario.roles.map((role) => holders(state.view, 't1', role.id).length))).toBe(
      2,
    );
    expect(state.view.people.every((one) => one.seat !== null)).toBe(true);
  });

  it('[N5] moves somebody to another seat, and refuses a seat that is full', () => {
    const seat = (person: string, role: string): SessionWish => ({ type: 'seat', person, table: 't1', role });
    expect(session(join('a'), seat('a', 'mara'), seat('a', 'sela')).state.view.people[0]?.seat?.role).toBe(
      'sela',
    );
    const crowd = Array.from(
      { length: (RIVER.index.role('generals')?.capacity ?? 0) + 1 },
      (_, i) => `p${i}`,
    );
    expect(session(...crowd.map(join), ...crowd.map((one) => seat(one, 'generals'))).last).toBe('seat-full');
    expect(session(seat('nobody', 'mara')).last).toBe('unknown-person');
  });

  it('[N7] takes nobody in after it has been closed', () => {
    expect(session({ type: 'close' }, join('a')).last).toBe('session-closed');
  });
});
