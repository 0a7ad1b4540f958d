import type { Rule } from '@btt/scenario';
import { describe, expect, it } from 'vitest';
import { type ChancesOf, createChances } from '../src/uncertainty/chances';
import { normalBelow } from '../src/uncertainty/normal';
import { game, half } from './games';

function joint(chances: ChancesOf, spread: number): number {
  const found = chances({}, [], spread);
  if (found.kind !== 'exact') throw new Error(found.kind);
  return found.joint;
}

describe('chances with many factions', () => {
  const chamber = (size: number) =>
    Array.from({ length: size }, (_, at) => ({
      id: `f${at}`,
      side: 's0',
      weight: 1 + ((at * 7) % 13),
      start: ((at * 5) % 9) - 4,
    }));
  const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);

  /** Another way to the chance below: all that a chamber can come to, one faction after the other, with what matters as one number. */
  function bySums(factions: ReturnType<typeof chamber>, points: number): number {
    const place = (lead: number, bloc: number, objections: number) =>
      ((lead + 500) * 4 + bloc) * 32 + Math.min(20, objections);
    let sums = new Map([[place(0, 0, 0), 1]]);
    for (const [at, { weight, start }] of factions.entries()) {
      const yes = normalBelow((start - 0.5) / points);
      const no = normalBelow((-0.5 - start) / points);
      const fierce = normalBelow((-2.5 - start) / points);
      const next = new Map<number, number>();
      for (const [key, chance] of sums) {
        const lead = Math.floor(key / 128) - 500;
        const bloc = Math.floor(key / 32) % 4;
        const objections = key % 32;
        const objecting = objections + (at < 8 ? weight : 0);
        const add = (likely: number, to: number) => next.set(to, (next.get(to) ?? 0) + chance * likely);
        add(yes, place(lead + weight, bloc, objections));
        add(1 - yes - no, place(lead, bloc, objections));
        add(no - fierce, place(lead - weight, bloc, objecting));
        add(fierce, place(lead - weight, bloc + (at < 3 ? 1 : 0), objecting));
      }
      sums = next;
    }
    return [...sums].reduce(
      (total, [key, chance]) =>
        key >= place(1, 0, 0) && (Math.floor(key / 32) % 4 < 3 || key % 32 < 20) ? total + chance : total,
      0,
    );
  }

  it.each([17, 20, 24])(
    '%i factions in nested rules over the same people come out as by their sums',
    (size) => {
      const factions = chamber(size);
      const rule: Rule = {
        kind: 'all',
        rules: [
          { ...half, factions: ids(factions) },
          {
            kind: 'any',
            rules: [
              { kind: 'no-bloc', factions: ids(factions.slice(0, 3)) },
              { kind: 'no-objection', weight: 20, factions: ids(factions.slice(0, 8)) },
            ],
          },
        ],
      };
      const chances = createChances(game({ sides: { s0: rule }, factions, issues: {} }));
      for (const points of [0.7, 2, 5]) {
        const wanted = bySums(factions, points);
        expect(Math.abs(joint(chances, points) - wanted)).toBeLessThan(1e-12);
      }
    },
  );

  it('all of 40 agree with the product of their chances, however small', () => {
    const factions = chamber(40).map((one) => ({ ...one, start: -3 }));
    const scenario = game({
      sides: { s0: { kind: 'unanimity', factions: ids(factions) } },
      factions,
      issues: {},
    });
    const all = joint(createChances(scenario), 1);
    expect(Math.abs(all / normalBelow(-3.5) ** 40 - 1)).toBeLessThan(1e-12);
  });

  it('rules that would take too much are refused, except without spread', () => {
    const factions = chamber(20);
    const scenario = game({ sides: { s0: { ...half, factions: ids(factions) } }, factions, issues: {} });
    const chances = createChances(scenario, 50);
    expect(chances({}, [], 1)).toEqual({ kind: 'too-large' });
    expect(chances({}, [], 0)).toMatchObject({ kind: 'exact', sides: [{ side: 's0' }] });
  });
});
