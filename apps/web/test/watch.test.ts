import { type Desk, EMPTY_DESK, type Fact } from '@btt/protocol';
import { describe, expect, it } from 'vitest';
import { agreedOf, concerns } from '../lib/watch';

const MINUTE = 60_000;
const role = (id: string, initials: boolean) => ({
  id,
  initials,
  kind: initials ? 'negotiator' : 'faction',
  side: 'north',
});
const SCENARIO = {
  sides: [{ id: 'north' }, { id: 'south' }],
  roles: [role('mara', true), role('sela', true), role('farmers', false)],
  issues: [{ id: 'toll' }, { id: 'dam' }],
};

function at(
  desk: Partial<Desk>,
  entries: readonly (readonly [minutes: number, fact: Fact])[],
  minutes: number,
  online = ['a', 'b'],
) {
  const feed = {
    epoch: '',
    n: 0,
    brief: null,
    desk: { ...EMPTY_DESK, seats: { mara: ['a'], sela: ['b'] }, ...desk },
    entries: entries.map(([when, fact], i) => ({ n: i + 1, at: when * MINUTE, facts: [fact] })),
  };
  return concerns(feed, SCENARIO, online, minutes * MINUTE).map((one) =>
    'role' in one ? `${one.kind} ${one.role}` : one.kind,
  );
}

const ROUND: Fact = { type: 'phase', phase: 'bargaining', round: 1, deadline: 1, returned: 0 };
const says = (who: string): Fact => ({
  type: 'said',
  id: 'h',
  channel: 'table',
  role: who,
  person: 'a',
  words: 'w',
});
const PLAYING = { phase: 'bargaining', deadline: 99 * MINUTE } as const;

describe('what needs the host', () => {
  it('is a call for help, somebody who is offline, and a side without a head', () => {
    expect(at({ phase: 'briefing', seats: { mara: ['a'] }, help: { mara: true } }, [], 1, [])).toEqual([
      'help mara',
      'empty sela',
      'offline mara',
    ]);
  });

  it('is a seat that is silent, and a table where nothing happens, counted from the start of the round or the last pause', () => {
    expect(at(PLAYING, [[1, ROUND]], 4)).toEqual([]);
    expect(
      at(
        PLAYING,
        [
          [1, ROUND],
          [5, says('mara')],
        ],
        7,
      ),
    ).toEqual(['silent sela']);
    expect(at(PLAYING, [[1, ROUND]], 7)).toEqual(['stuck', 'silent mara', 'silent sela']);
    const resumed: Fact = { type: 'clock', deadline: 1, paused: null };
    expect(
      at(
        PLAYING,
        [
          [1, ROUND],
          [6, resumed],
        ],
        7,
      ),
    ).toEqual([]);
    expect(at({ ...PLAYING, deadline: null, paused: 5 }, [[1, ROUND]], 30)).toEqual([]);
  });

  it('is a table that waits for the host: all are ready, or the count is open', () => {
    expect(at({ phase: 'briefing', ready: ['mara'] }, [], 1)).toEqual([]);
    expect(at({ phase: 'briefing', ready: ['mara', 'sela'] }, [], 1)).toEqual(['waits']);
    expect(at({ phase: 'count' }, [], 1)).toEqual(['waits']);
  });
});

describe('the progress of a draft', () => {
  it('counts clauses that every side stands by, and all of them once it has gone home', () => {
    const clause = (accepted: string[]) => ({ option: 'x', accepted, rejected: [], by: null });
    const text = { toll: clause(['north', 'south']), dam: clause(['north']) };
    expect(agreedOf({ ...EMPTY_DESK, text }, SCENARIO)).toEqual({ agreed: 1, of: 2 });
    expect(agreedOf({ ...EMPTY_DESK, deal: {} }, SCENARIO)).toEqual({ agreed: 2, of: 2 });
  });
});
