import type { FactionId, Rule } from '@btt/scenario';
import fc from 'fast-check';
import type { RefereeScenario } from '../src';
import { randomRule } from './arbitrary';
import { game } from './games';

/** A voting body: a side called `body` whose members have these weights, and nothing to vote about. */
export function body(weights: Readonly<Record<FactionId, number>>, rule: Rule): RefereeScenario {
  return game({
    sides: { body: rule },
    factions: Object.entries(weights).map(([id, weight]) => ({ id, side: 'body', weight })),
    issues: {},
  });
}

export const quota = (weight: number, factions: readonly FactionId[], heads = false): Rule => ({
  kind: 'quota',
  weight,
  heads,
  factions,
});

/** One quota over all members. */
export function weighted(weights: Readonly<Record<FactionId, number>>, needed: number): RefereeScenario {
  return body(weights, quota(needed, Object.keys(weights)));
}

/** So many members of one weight, `e1`, `e2` … for the letter e. */
export function alike(letter: string, count: number, weight = 1): Record<FactionId, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`${letter}${at + 1}`, weight]));
}

/** Permanent members p1–p5 can each veto; `elected` others e1, e2 … count with them. */
export function securityCouncil(elected: number, needed: number): RefereeScenario {
  const permanent = alike('p', 5);
  const all = { ...permanent, ...alike('e', elected) };
  return body(all, {
    kind: 'all',
    rules: [
      quota(needed, Object.keys(all), true),
      { kind: 'no-objection', weight: 1, factions: Object.keys(permanent) },
    ],
  });
}

/** The Council of the Six, 1958: quota 12 of 17. */
export const SIX = { germany: 4, france: 4, italy: 4, belgium: 2, netherlands: 2, luxembourg: 1 };

/** A body with random weights and a random rule that asks votes only; some members belong to another side, and some no rule names. */
export function randomBody(
  sizes: { readonly min: number; readonly max: number },
  depth = 2,
): fc.Arbitrary<RefereeScenario> {
  return fc
    .array(fc.integer({ min: 1, max: 6 }), { minLength: sizes.min, maxLength: sizes.max })
    .chain((weights) => {
      const all = weights.map((_, at) => `f${at}`);
      const own = all.slice(0, Math.max(1, all.length - 2));
      return randomRule(own, all, depth)
        .filter((rule) => !asksOpinion(rule))
        .map((rule) =>
          game({
            sides: { body: rule, guests: { kind: 'consent', factions: all } },
            factions: all.map((id, at) => ({
              id,
              side: at < own.length ? 'body' : 'guests',
              weight: weights[at] ?? 1,
            })),
            issues: {},
          }),
        );
    });
}

function asksOpinion(rule: Rule): boolean {
  return 'rules' in rule ? rule.rules.some(asksOpinion) : rule.kind === 'opinion';
}

/** n over k. */
export function choose(n: number, k: number): bigint {
  let product = 1n;
  for (let i = 0; i < k; i++) product = (product * BigInt(n - i)) / BigInt(i + 1);
  return k < 0 || k > n ? 0n : product;
}
