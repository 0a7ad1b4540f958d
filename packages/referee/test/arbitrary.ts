import type { FactionId, OptionTest, Rule } from '@btt/scenario';
import fc from 'fast-check';
import { type Adjustment, type FactionSupport, type RefereeScenario, support, type Vote } from '../src';
import { supportByDefinition } from '../src/oracle/definitions';
import { type FactionSketch, game } from './games';

/**
 * Random games that are small and nasty: supports lie close to the thresholds and hit them exactly, with abstention bands, fierce blocs,
 * red lines, interactions across issues, incompatible options, rules within rules and rules that name factions of other sides.
 */
export interface RandomGame {
  readonly scenario: RefereeScenario;
  readonly adjustments: readonly Adjustment[];
  /** Larger than any distance between a support and a threshold. */
  readonly reach: number;
}

export interface Sizes {
  readonly issues: number;
  readonly options: number;
  readonly factions: number;
}

const points = fc.integer({ min: -3, max: 3 });

export function randomGame(sizes: Sizes = { issues: 4, options: 4, factions: 4 }): fc.Arbitrary<RandomGame> {
  return fc
    .record({
      options: fc.array(fc.integer({ min: 1, max: sizes.options }), {
        minLength: 1,
        maxLength: sizes.issues,
      }),
      factions: fc.array(fc.integer({ min: 1, max: sizes.factions }), { minLength: 2, maxLength: 4 }),
    })
    .chain(({ options, factions }) => {
      const issues = Object.fromEntries(
        options.map((count, at) => [`i${at}`, Array.from({ length: count }, (_, option) => `o${option}`)]),
      );
      const sides = factions.map((_, at) => `s${at}`);
      const members = factions.map((count, side) =>
        Array.from({ length: count }, (_, at) => `f${side}${at}`),
      );
      const all = members.flat();
      const conjunction = randomTests(issues);
      return fc
        .record({
          rules: fc.tuple(...members.map((own) => randomRule(own, all, 2))),
          factions: fc.tuple(...all.map((id) => randomFaction(id, `s${id.charAt(1)}`, issues, conjunction))),
          interactions: fc.array(fc.record({ of: fc.constantFrom(...all), deal: conjunction, points }), {
            maxLength: 4,
          }),
          incompatible: fc.array(conjunction, { maxLength: 2 }),
          adjustments: randomAdjustments(all, conjunction),
        })
        .map((one) => ({
          scenario: game({
            sides: Object.fromEntries(
              sides.map((side, at) => [side, one.rules[at] ?? { kind: 'all', rules: [] }]),
            ),
            factions: one.factions,
            issues,
            interactions: one.interactions,
            incompatible: one.incompatible,
          }),
          adjustments: one.adjustments,
          reach: 100,
        }));
    });
}

function randomAdjustments(
  factions: readonly FactionId[],
  conjunction: fc.Arbitrary<readonly OptionTest[]>,
): fc.Arbitrary<readonly Adjustment[]> {
  return fc.array(
    fc.record({
      faction: fc.constantFrom(...factions),
      points,
      deal: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: conjunction }),
    }),
    { maxLength: 5 },
  );
}

function randomTests(
  issues: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<readonly OptionTest[]> {
  const one = fc.constantFrom(...Object.keys(issues)).chain((issue) =>
    fc.record({
      issue: fc.constant(issue),
      options: fc.subarray([...(issues[issue] ?? [])], { minLength: 1 }),
    }),
  );
  return fc.array(one, { minLength: 1, maxLength: 3 });
}

function randomFaction(
  id: FactionId,
  side: string,
  issues: Readonly<Record<string, readonly string[]>>,
  conjunction: fc.Arbitrary<readonly OptionTest[]>,
): fc.Arbitrary<FactionSketch> {
  const pointsOf = (options: readonly string[]) =>
    fc.record(Object.fromEntries(options.map((option) => [option, points])));
  return fc
    .record({
      weight: fc.integer({ min: 1, max: 5 }),
      start: points,
      yes: fc.integer({ min: -1, max: 2 }),
      band: fc.integer({ min: 0, max: 2 }),
      fierce: fc.integer({ min: -4, max: 1 }),
      points: fc.record(
        Object.fromEntries(Object.entries(issues).map(([issue, options]) => [issue, pointsOf(options)])),
      ),
      redLines: fc.array(
        conjunction.map((deal) => ({ deal, text: 'never' })),
        { maxLength: 2 },
      ),
    })
    .map(({ band, ...one }) => ({ id, side, ...one, no: one.yes - 1 - band }));
}

/** A rule over own factions, now and then over everybody's: a joint chamber. */
export function randomRule(
  own: readonly FactionId[],
  all: readonly FactionId[],
  depth: number,
): fc.Arbitrary<Rule> {
  const factions = fc.oneof(
    { weight: 4, arbitrary: fc.constant(own) },
    { weight: 1, arbitrary: fc.subarray([...all], { minLength: 1 }) },
    { weight: 2, arbitrary: fc.subarray([...own], { minLength: 1 }) },
  );
  const fraction = fc
    .constantFrom([0, 1], [1, 3], [1, 2], [2, 3], [667, 1000], [1, 1], [5, 4])
    .map(([numerator = 0, denominator = 1]) => ({ numerator, denominator }));
  const leaves: fc.Arbitrary<Rule>[] = [
    fc
      .record({
        kind: fc.constant('majority' as const),
        test: fc.constantFrom('more-than' as const, 'at-least' as const),
        fraction,
        of: fc.constantFrom('cast' as const, 'all' as const),
        heads: fc.boolean(),
        factions,
        quorum: fc.option(fraction, { nil: undefined }),
      })
      .map(({ quorum, ...rule }) => (quorum ? { ...rule, quorum } : rule)),
    fc.record({
      kind: fc.constant('quota' as const),
      weight: fc.integer({ min: 0, max: 12 }),
      heads: fc.boolean(),
      factions,
    }),
    fc.record({ kind: fc.constantFrom('unanimity' as const, 'consent' as const), factions }),
    fc.record({
      kind: fc.constant('no-objection' as const),
      weight: fc.integer({ min: 0, max: 12 }),
      factions,
    }),
    fc.record({
      kind: fc.constant('opinion' as const),
      level: fc
        .constantFrom([-1, 1], [0, 1], [1, 2], [-1, 3])
        .map(([numerator = 0, denominator = 1]) => ({ numerator, denominator })),
      factions,
    }),
    fc.record({ kind: fc.constant('no-bloc' as const), factions }),
  ];
  if (depth === 0) return fc.oneof(...leaves);
  const inner = fc.array(randomRule(own, all, depth - 1), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    ...leaves.map((arbitrary) => ({ weight: 2, arbitrary })),
    { weight: 2, arbitrary: inner.map((rules): Rule => ({ kind: 'all', rules })) },
    { weight: 1, arbitrary: inner.map((rules): Rule => ({ kind: 'any', rules })) },
    {
      weight: 1,
      arbitrary: inner.chain((rules) =>
        fc.integer({ min: 1, max: rules.length }).map((k): Rule => ({ kind: 'k-of', k, rules })),
      ),
    },
  );
}

/**
 * Random games with more than 16 factions on two to four sides and at most a few dozen deals. In one of the deals most supports lie exactly
 * on a threshold, and some rules also ask for exactly as much weight as says yes, or no, to that deal, or for one more, or can be blocked by
 * factions that are fierce about it.
 */
export function randomLargeGame(
  sizes: { readonly min: number; readonly max: number } = { min: 17, max: 22 },
): fc.Arbitrary<RandomGame> {
  return fc
    .record({
      options: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 }),
      sides: fc.integer({ min: 2, max: 4 }),
      count: fc.integer(sizes),
    })
    .chain(({ options, sides, count }) => {
      const issues = Object.fromEntries(
        options.map((many, at) => [`i${at}`, Array.from({ length: many }, (_, option) => `o${option}`)]),
      );
      const all = Array.from({ length: count }, (_, at) => `f${at % sides}${at}`);
      const members = Array.from({ length: sides }, (_, side) =>
        all.filter((id) => id.startsWith(`f${side}`)),
      );
      const conjunction = randomTests(issues);
      return fc
        .record({
          rules: fc.tuple(...members.map((own) => randomRule(own, all, 2))),
          factions: fc.tuple(...all.map((id) => randomFaction(id, `s${id.charAt(1)}`, issues, conjunction))),
          interactions: fc.array(fc.record({ of: fc.constantFrom(...all), deal: conjunction, points }), {
            maxLength: 6,
          }),
          incompatible: fc.array(conjunction, { maxLength: 1 }),
          adjustments: randomAdjustments(all, conjunction),
          tie: fc.record(
            Object.fromEntries(Object.entries(issues).map(([id, of]) => [id, fc.constantFrom(...of)])),
          ),
          on: fc.array(fc.constantFrom('yes' as const, 'no' as const, 'fierce' as const, null), {
            minLength: count,
            maxLength: count,
          }),
          closing: fc.array(randomTie(all), { minLength: sides, maxLength: sides }),
        })
        .map(({ rules, tie, on, closing, adjustments, ...one }) => {
          const sketch = {
            sides: Object.fromEntries(rules.map((rule, at) => [`s${at}`, rule])),
            issues,
            interactions: one.interactions,
            incompatible: one.incompatible,
          };
          const loose = game({ ...sketch, factions: one.factions });
          const factions = loose.factions.map((faction, at) => {
            const level = on[at];
            const now = supportByDefinition(loose, faction, tie, adjustments);
            return level ? { ...faction, start: faction.start + faction[level] - now } : faction;
          });
          const tied = game({ ...sketch, factions });
          const standing = support(tied, tie, adjustments);
          const closed = rules.map((rule, at): Rule => closing[at]?.(rule, standing) ?? rule);
          return {
            scenario: game({
              ...sketch,
              sides: Object.fromEntries(closed.map((rule, at) => [`s${at}`, rule])),
              factions,
            }),
            adjustments,
            reach: 100,
          };
        });
    });
}

/** Joins to a rule a count that these factions reach exactly, or miss by one; or a bloc of some that are fierce, at times with one that is not. */
function randomTie(
  all: readonly FactionId[],
): fc.Arbitrary<(rule: Rule, standing: readonly FactionSupport[]) => Rule> {
  return fc
    .record({
      kind: fc.constantFrom('none' as const, 'quota' as const, 'no-objection' as const, 'no-bloc' as const),
      join: fc.constantFrom('all' as const, 'any' as const),
      among: fc.subarray([...all], { minLength: 1 }),
      over: fc.nat(1),
    })
    .map(({ kind, join, among, over }) => (rule, standing): Rule => {
      const present = standing.filter(({ faction }) => among.includes(faction));
      const weigh = (vote: Vote) =>
        present.reduce((sum, one) => (one.vote === vote ? sum + one.weight : sum), over);
      switch (kind) {
        case 'none':
          return rule;
        case 'quota':
          return { kind: join, rules: [rule, { kind, weight: weigh('yes'), heads: false, factions: among }] };
        case 'no-objection':
          return { kind: join, rules: [rule, { kind, weight: weigh('no'), factions: among }] };
        case 'no-bloc': {
          const fierce = present.filter((one) => one.fierce).slice(0, 4);
          const calm = present.filter((one) => !one.fierce).slice(0, fierce.length === 0 ? 1 : over);
          const factions = [...fierce, ...calm].map(({ faction }) => faction);
          return { kind: 'all', rules: [rule, { kind, factions }] };
        }
      }
    });
}
