import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Desk, EMPTY_DESK, EMPTY_SESSION, type Fact, fold, foldAll, foldSession } from '../src';
import { FACT_TYPES, fact, factOf, facts, name, sessionFact } from './arbitrary';

/** Facts about things that nobody has heard of. */
const UNKNOWN: readonly Fact[] = [
  { type: 'effect-ended', id: 'nobody-1', faction: 'nobody-2' },
  { type: 'released', obligation: 'nobody-3', how: 'kept', by: null },
  { type: 'initials-removed', side: 'nobody-4' },
  { type: 'told', id: 'nobody-5', text: 'A rumour.', cause: 'nobody-6' },
  { type: 'move-secret', of: 'nobody-7', key: 'manner', value: 'sincere', label: 'sincerely' },
  { type: 'reacted', id: 'nobody-8', faction: 'nobody-9', to: 'nobody-10', reaction: 'unmoved' },
  { type: 'effect-behind', id: 'nobody-11', cause: 'nobody-12', lasts: null },
  {
    type: 'drawn',
    id: 'nobody-13',
    draw: 'nobody-14',
    odds: '1 in 2',
    cause: 'nobody-15',
    hit: true,
    by: 'chance',
  },
];
const unknown = fc.constantFrom(...UNKNOWN);

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

describe('folding facts into a desk', () => {
  it('succeeds for any facts in any order', () => {
    fc.assert(
      fc.property(
        facts,
        (list) => Object.keys(foldAll(EMPTY_DESK, list)).length === Object.keys(EMPTY_DESK).length,
      ),
      { numRuns: 300 },
    );
  });

  it.each(FACT_TYPES)('succeeds for %s on an empty desk and on a full one', (type) => {
    fc.assert(
      fc.property(facts, factOf(type), (before, one) => {
        fold(EMPTY_DESK, one);
        fold(foldAll(EMPTY_DESK, before), one);
      }),
      { numRuns: 30 },
    );
  });

  it('changes neither the desk nor the fact', () => {
    fc.assert(
      fc.property(facts, fact, (before, one) => {
        const desk = frozen(foldAll(EMPTY_DESK, frozen(before)));
        fold(desk, frozen(one));
      }),
    );
  });

  it('gives the same desk in pieces as in one', () => {
    fc.assert(
      fc.property(facts, facts, (first, second) => {
        expect(foldAll(foldAll(EMPTY_DESK, first), second)).toEqual(
          foldAll(EMPTY_DESK, [...first, ...second]),
        );
      }),
    );
  });

  it('survives the way through JSON', () => {
    fc.assert(
      fc.property(facts, (list) => {
        const sent = JSON.parse(JSON.stringify(list)) as Fact[];
        expect(JSON.stringify(foldAll(EMPTY_DESK, sent))).toBe(JSON.stringify(foldAll(EMPTY_DESK, list)));
      }),
    );
  });

  it('leaves everything that is known alone when a fact speaks of what is unknown', () => {
    const known = (desk: Desk) => ({ ...desk, secrets: {}, reactions: {}, behind: {}, draws: [] });
    fc.assert(
      fc.property(facts, unknown, (before, one) => {
        const desk = foldAll(EMPTY_DESK, before);
        const after = fold(desk, one);
        expect(known(after)).toEqual(known(desk));
        expect(after.draws.slice(0, desk.draws.length)).toEqual(desk.draws);
      }),
    );
  });

  it('gives the same desk in whatever order facts about unknown things arrive', () => {
    fc.assert(
      fc.property(
        facts,
        fc.shuffledSubarray([...UNKNOWN]),
        fc.shuffledSubarray([...UNKNOWN]),
        (before, some, others) => {
          const rest = others.filter((one) => !some.includes(one));
          const desk = foldAll(EMPTY_DESK, before);
          expect(foldAll(desk, [...some, ...rest])).toEqual(foldAll(desk, [...rest, ...some]));
        },
      ),
    );
  });

  it('starts anew when a table is opened', () => {
    fc.assert(
      fc.property(facts, factOf('table-opened'), (before, opened) => {
        expect(fold(foldAll(EMPTY_DESK, before), opened)).toEqual(fold(EMPTY_DESK, opened));
      }),
    );
  });

  it('forgets initials, deal, speeches and ballots when a refused agreement returns, and keeps the record', () => {
    fc.assert(
      fc.property(facts, (before) => {
        const desk = foldAll(EMPTY_DESK, before);
        const back = fold(desk, {
          type: 'phase',
          phase: 'bargaining',
          round: desk.round + 1,
          deadline: null,
          returned: desk.returned + 1,
        });
        expect([back.initials, back.deal, back.speeches, back.ratings, back.ballots, back.ballotsIn]).toEqual(
          [{}, null, {}, {}, {}, []],
        );
        expect([back.moves, back.effects, back.results, back.text]).toEqual([
          desk.moves,
          desk.effects,
          desk.results,
          desk.text,
        ]);
      }),
    );
  });
});

describe('folding facts into a session', () => {
  const sessionFacts = fc.array(sessionFact, { maxLength: 40 });

  it('succeeds for any facts in any order', () => {
    fc.assert(
      fc.property(
        sessionFacts,
        (list) =>
          Object.keys(list.reduce(foldSession, EMPTY_SESSION)).length === Object.keys(EMPTY_SESSION).length,
      ),
    );
  });

  it('changes neither the view nor the fact', () => {
    fc.assert(
      fc.property(
        sessionFacts,
        sessionFact,
        (before, one) => void foldSession(frozen(before.reduce(foldSession, EMPTY_SESSION)), frozen(one)),
      ),
    );
  });

  it('leaves everybody alone when a fact speaks of somebody unknown', () => {
    const stranger = fc.constantFrom(
      'person-removed' as const,
      'person-renamed' as const,
      'unseated' as const,
    );
    fc.assert(
      fc.property(sessionFacts, stranger, name, (before, type, role) => {
        const view = before.reduce(foldSession, EMPTY_SESSION);
        expect(foldSession(view, { type, person: 'stranger' })).toEqual(view);
        expect(foldSession(view, { type: 'seated', person: 'stranger', table: 't', role })).toEqual(view);
      }),
    );
  });
});
