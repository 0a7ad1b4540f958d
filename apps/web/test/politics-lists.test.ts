import { EMPTY_DESK, foldAll, type Desk, type Fact, type MoveMade } from '@btt/protocol';
import { describe, expect, it } from 'vitest';
import {
  attacksOn,
  canPay,
  chartsFor,
  findingsAbout,
  judgementOf,
  leakable,
  promiseKey,
  promisesOf,
  thanksFor,
  twoTongues,
  unanswered,
  waitingFor,
} from '../components/politics/lists';

const BARGAINING: Desk = { ...EMPTY_DESK, phase: 'bargaining', round: 2 };
const deskOf = (...facts: Fact[]) => foldAll(BARGAINING, facts);

function made(id: string, change: Partial<MoveMade> = {}): Fact {
  return {
    type: 'move',
    made: {
      id,
      move: id,
      kind: 'measure',
      role: 'anna',
      side: 'east',
      headline: `Headline ${id}`,
      words: null,
      picked: [],
      tags: [],
      asserts: {},
      invites: [],
      expects: [],
      answers: null,
      audience: 'some',
      round: 2,
      ...change,
    },
  };
}

describe('what waits for a role', () => {
  const offered: Fact = {
    type: 'plan-offered',
    id: 'p1',
    by: 'anna',
    to: 'ben',
    promises: [{ side: 'east', kind: 'do', what: 'open-gate', until: null }],
    words: null,
    round: 1,
  };
  const asked: Fact = {
    type: 'consent-asked',
    id: 'c1',
    move: 'open-gate',
    headline: 'Open the gate',
    role: 'anna',
    of: ['guild', 'guard'],
  };
  const question: Fact = { type: 'asked', id: 'q1', faction: 'guild', issue: 'toll', option: 'high' };
  const lobbied: Fact = {
    type: 'lobbied',
    id: 'l1',
    faction: 'guild',
    target: 'guard',
    wants: 'for',
    words: null,
  };

  it('is a plan offered to it, until it is answered', () => {
    expect(waitingFor(deskOf(offered), { id: 'ben', kind: 'negotiator' }).plans).toHaveLength(1);
    expect(waitingFor(deskOf(offered), { id: 'anna', kind: 'negotiator' }).plans).toEqual([]);
    const answered = deskOf(offered, { type: 'plan-answered', plan: 'p1', role: 'ben', accepted: false });
    expect(waitingFor(answered, { id: 'ben', kind: 'negotiator' }).plans).toEqual([]);
  });

  it('is a consent that it has not given or refused', () => {
    const desk = deskOf(asked, { type: 'consent-given', move: 'open-gate', role: 'guard', yes: false });
    expect(waitingFor(desk, { id: 'guild', kind: 'faction' }).consents.map((one) => one.id)).toEqual([
      'open-gate',
    ]);
    expect(waitingFor(desk, { id: 'guard', kind: 'faction' }).consents).toEqual([]);
  });

  it('is a question to negotiators, and not to the faction that asked', () => {
    expect(waitingFor(deskOf(question), { id: 'anna', kind: 'negotiator' }).questions).toHaveLength(1);
    expect(waitingFor(deskOf(question), { id: 'guild', kind: 'faction' }).questions).toEqual([]);
  });

  it('is lobbying that it is the target of', () => {
    expect(waitingFor(deskOf(lobbied), { id: 'guard', kind: 'faction' }).lobbies).toHaveLength(1);
    expect(waitingFor(deskOf(lobbied), { id: 'guild', kind: 'faction' }).lobbies).toEqual([]);
  });

  it('is nothing any more once the bargaining is over', () => {
    const desk: Desk = { ...deskOf(offered, asked, question, lobbied), phase: 'ratification' };
    expect(waitingFor(desk, { id: 'ben', kind: 'negotiator' }).plans).toEqual([]);
    expect(waitingFor(desk, { id: 'guard', kind: 'faction' }).lobbies).toEqual([]);
  });
});

describe('a purse', () => {
  it('pays what is free, and nothing else when it is not known', () => {
    expect(canPay(BARGAINING, 'anna', 0)).toBe(true);
    expect(canPay(BARGAINING, 'anna', 1)).toBe(false);
  });

  it('pays up to its balance, and everything without limit', () => {
    const desk: Desk = { ...BARGAINING, capital: { anna: 2, ben: null } };
    expect(canPay(desk, 'anna', 2)).toBe(true);
    expect(canPay(desk, 'anna', 3)).toBe(false);
    expect(canPay(desk, 'ben', 99)).toBe(true);
  });
});

describe('a form for promises', () => {
  it('comes back to the promises that were ticked', () => {
    const keys = {
      [promiseKey({ side: 'east', kind: 'do', what: 'open-gate' })]: 3,
      [promiseKey({ side: 'west', kind: 'avoid', what: 'boast' })]: null,
    };
    expect(promisesOf(keys)).toEqual([
      { side: 'east', kind: 'do', what: 'open-gate', until: 3 },
      { side: 'west', kind: 'avoid', what: 'boast', until: null },
    ]);
  });
});

describe('moves', () => {
  const desk = deskOf(
    made('secret'),
    made('known', { audience: 'everyone' }),
    made('ours', { side: 'west', audience: 'everyone' }),
    made('chance', { side: null, audience: 'everyone' }),
  );

  it('can be leaked as long as the public does not know them', () => {
    expect(leakable(desk).map((one) => one.id)).toEqual(['secret']);
  });

  it('of other sides can be answered for once, the newest first', () => {
    expect(unanswered(desk, 'west').map((one) => one.id)).toEqual(['known', 'secret']);
    const told = foldAll(desk, [
      { type: 'acknowledged', id: 'a1', of: 'known', role: 'ben', side: 'west', result: 'helped' },
    ]);
    expect(unanswered(told, 'west').map((one) => one.id)).toEqual(['secret']);
    expect(thanksFor(told, 'east')).toMatchObject([{ made: { id: 'known' }, result: 'helped' }]);
    expect(thanksFor(told, 'west')).toEqual([]);
  });

  it('are judged by people, each once, the newest answer counting', () => {
    const judged = foldAll(desk, [
      { type: 'judged', of: 'known', person: 'p1', defend: true },
      { type: 'judged', of: 'known', person: 'p2', defend: true },
      { type: 'judged', of: 'known', person: 'p1', defend: false },
    ]);
    expect(judgementOf(judged, 'known')).toMatchObject({ defend: 1, not: 1 });
    expect(judgementOf(judged, 'secret')).toMatchObject({ defend: 0, not: 0 });
  });
});

describe('a contradiction', () => {
  const found: Fact = {
    type: 'contradiction',
    id: 'x1',
    side: 'east',
    topic: 'gate',
    first: 'a',
    second: 'b',
  };

  it('is shown with both headlines', () => {
    expect(twoTongues(deskOf(made('a'), made('b'), found))).toEqual([
      { id: 'x1', side: 'east', first: 'Headline a', second: 'Headline b' },
    ]);
  });

  it('is not shown by half', () => {
    expect(twoTongues(deskOf(made('a'), found))).toEqual([]);
  });
});

describe('what has been found out', () => {
  it('belongs to the faction it is about, newest first', () => {
    const estimate = (id: string, about: string): Fact => ({
      type: 'estimated',
      id,
      role: 'anna',
      about,
      min: -1,
      max: 3,
      round: 1,
    });
    const desk = deskOf(estimate('e1', 'guild'), estimate('e2', 'guard'), estimate('e3', 'guild'));
    expect(findingsAbout(desk, 'guild').estimates.map((one) => one.id)).toEqual(['e3', 'e1']);
  });
});

describe('drafts of speeches', () => {
  it('are offered to the side they were written for', () => {
    const desk = deskOf({
      type: 'speech-drafted',
      id: 'd1',
      role: 'anna',
      side: 'east',
      chart: { for: 'west', constituencies: ['guild'], attacks: ['sold-out'], words: null },
    });
    expect(chartsFor(desk, 'west').map((one) => one.id)).toEqual(['d1']);
    expect(chartsFor(desk, 'east')).toEqual([]);
  });

  it('foresee only attacks on the side that is to speak', () => {
    const own = {
      criticisms: [{ id: 'a', text: 'A', answers: [] }],
      theirCriticisms: [
        { id: 'b', side: 'east', text: 'B' },
        { id: 'c', side: 'north', text: 'C' },
      ],
    };
    expect(attacksOn(own, 'west', 'west').map((one) => one.id)).toEqual(['a']);
    expect(attacksOn(own, 'west', 'north').map((one) => one.id)).toEqual(['c']);
  });
});
