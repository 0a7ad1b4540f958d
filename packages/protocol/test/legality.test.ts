import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Circumstances,
  EMPTY_DESK,
  foldAll,
  holds,
  openInvitation,
  REFUSALS,
  type RefusalCode,
  refuse,
  timesMade,
} from '../src';
import { condition, facts, name } from './arbitrary';

const desk = facts.map((list) => foldAll(EMPTY_DESK, list));
const about: fc.Arbitrary<Circumstances> = fc
  .record({
    sides: fc.array(name, { minLength: 1, maxLength: 3 }),
    move: name,
    picked: fc.array(name, { maxLength: 3 }),
    answering: fc.option(name, { nil: null }),
    support: fc.integer({ min: -5, max: 5 }),
  })
  .map(({ support, ...rest }) => ({ ...rest, support: () => support }));

describe('a condition', () => {
  it('has an answer on any desk, and nothing more than the sides is needed for it', () => {
    fc.assert(
      fc.property(condition, desk, about, (one, on, circumstances) => {
        expect(typeof holds(one, on, circumstances)).toBe('boolean');
        expect(typeof holds(one, on, { sides: circumstances.sides })).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });

  it('holds exactly when its negation does not', () => {
    fc.assert(
      fc.property(
        condition,
        desk,
        about,
        (one, on, circumstances) =>
          holds({ kind: 'not', of: one }, on, circumstances) === !holds(one, on, circumstances),
      ),
      { numRuns: 300 },
    );
  });

  it('that names all of several fails exactly when any of their negations holds', () => {
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 3 }), desk, about, (of, on, circumstances) => {
        const none = { kind: 'any' as const, of: of.map((one) => ({ kind: 'not' as const, of: one })) };
        return holds({ kind: 'all', of }, on, circumstances) === !holds(none, on, circumstances);
      }),
    );
  });

  it('about what lies before an event holds exactly when the one about what lies after does not', () => {
    fc.assert(
      fc.property(
        desk,
        name,
        (on, trigger) =>
          holds({ kind: 'before', trigger }, on, { sides: [] }) ===
          !holds({ kind: 'after', trigger }, on, { sides: [] }),
      ),
    );
  });

  it('finds on an empty desk that nothing was done, happened, is agreed or was initialled', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        const nothing = [
          { kind: 'taken', move: one, times: 1 },
          { kind: 'after', trigger: one },
          { kind: 'invited', by: one },
          { kind: 'secret', key: one, value: other },
          { kind: 'agreed', terms: [{ issue: one, options: [other] }] },
          { kind: 'draft', terms: [{ issue: one, options: [other] }] },
          { kind: 'kept', obligation: one },
          { kind: 'broken', obligation: one },
          { kind: 'initialled' },
        ] as const;
        for (const condition of nothing)
          expect([
            condition.kind,
            holds(condition, EMPTY_DESK, { sides: ['east'], move: one, answering: one }),
          ]).toEqual([condition.kind, false]);
      }),
    );
  });
});

describe('an invitation', () => {
  it('that is open was made by the side for the move, and there are no more of them than were made', () => {
    fc.assert(
      fc.property(desk, name, name, (on, move, side) => {
        const open = openInvitation(on, move, side);
        const invitations = on.moves.filter((made) => made.side === side && made.invites.includes(move));
        return open === null || (invitations.some((made) => made.id === open) && timesMade(on, move) >= 0);
      }),
    );
  });
});

describe('a refusal', () => {
  it.each(Object.keys(REFUSALS) as RefusalCode[])('%s has a sentence of its own', (code) => {
    expect(REFUSALS[code]).toMatch(/^[A-Z].*\.$/);
    expect(Object.values(REFUSALS).filter((sentence) => sentence === REFUSALS[code])).toHaveLength(1);
    expect(refuse(code)).toEqual({ ok: false, code, message: REFUSALS[code] });
  });

  it('has a code that is made of words and hyphens', () => {
    for (const code of Object.keys(REFUSALS)) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});
