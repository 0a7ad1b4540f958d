import type { OptionTest } from '@btt/scenario';
import type { RefereeScenario } from '../model';
import type { Party } from './parties';

/** A conjunction of options with what it is worth to each party; `points` null = deals that pass it are not possible. */
export interface Combination {
  readonly tests: readonly OptionTest[];
  readonly points: readonly number[] | null;
}

/**
 * Some issues of a scenario and all combinations of their options, by number: the place in the scenario's order, the last issue turning
 * fastest. What a combination is worth is looked up in two tables, for the leading issues and for the last ones, so that going through
 * millions of them needs no memory.
 */
export interface Part {
  /** Positions in the scenario, ascending. */
  readonly issues: readonly number[];
  /** Combinations, impossible ones included. */
  readonly size: number;
  /** Numbers of a row: one for each party. */
  readonly width: number;
  /** Writes what a combination is worth to each party. */
  readonly read: (number: number, values: Float64Array) => void;
  /** Whether the combination counts: it is possible, and passes the filter if there is one. */
  readonly has: (number: number) => boolean;
  /** Writes which option the combination has for each issue, to the issue's place in the scenario. */
  readonly choose: (number: number, options: number[]) => void;
}

/**
 * `width` may exceed the number of parties: the other values are 0. `members` has a bit for each combination; where it is given, it alone
 * says which combinations count.
 */
export function createPart(
  scenario: RefereeScenario,
  parties: readonly Party[],
  issues: readonly number[],
  combinations: readonly Combination[],
  width: number,
  members: Int32Array | null = null,
): Part {
  const counts = issues.map((issue) => scenario.issues[issue]?.options.length ?? 0);
  const cut = bestCut(counts);
  const half = (from: number, to: number) =>
    layOut(scenario, parties, issues.slice(from, to), combinations, width);
  const leading = half(0, cut);
  const last = half(cut, issues.length);
  const words = (combinations.length + 31) >> 5;
  const points = Float64Array.from(
    combinations.flatMap((one) => Array.from({ length: width }, (_, at) => one.points?.[at] ?? 0)),
  );
  const forbidding = new Int32Array(words);
  combinations.forEach((one, at) => {
    if (one.points === null) forbidding[at >> 5] = (forbidding[at >> 5] ?? 0) | (1 << (at & 31));
  });
  const forbids = forbidding.some((word) => word !== 0);
  const lastSize = last.size;

  function read(number: number, values: Float64Array): void {
    const high = Math.floor(number / lastSize);
    const low = number - high * lastSize;
    for (let at = 0; at < width; at++)
      values[at] = (leading.values[high * width + at] ?? 0) + (last.values[low * width + at] ?? 0);
    for (let word = 0; word < words; word++) {
      let bits = (leading.passing[high * words + word] ?? 0) & (last.passing[low * words + word] ?? 0);
      for (; bits !== 0; bits &= bits - 1) {
        const first = (word * 32 + 31 - Math.clz32(bits & -bits)) * width;
        for (let at = 0; at < width; at++) values[at] = (values[at] ?? 0) + (points[first + at] ?? 0);
      }
    }
  }

  function isPossible(number: number): boolean {
    const high = Math.floor(number / lastSize);
    const low = number - high * lastSize;
    for (let word = 0; word < words; word++) {
      const passed = (leading.passing[high * words + word] ?? 0) & (last.passing[low * words + word] ?? 0);
      if ((passed & (forbidding[word] ?? 0)) !== 0) return false;
    }
    return true;
  }

  const isMember = (number: number) => (((members?.[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
  return {
    issues,
    size: leading.size * last.size,
    width,
    read,
    has: members ? isMember : forbids ? isPossible : () => true,
    choose: (number, options) => {
      let rest = number;
      for (let at = issues.length - 1; at >= 0; at--) {
        const count = counts[at] ?? 1;
        options[issues[at] ?? 0] = rest % count;
        rest = Math.floor(rest / count);
      }
    },
  };
}

/** Where to cut the issues in two so that both tables together are smallest. */
function bestCut(counts: readonly number[]): number {
  const product = (some: readonly number[]) => some.reduce((all, count) => all * count, 1);
  const costs = [...counts, 1].map((_, cut) => product(counts.slice(0, cut)) + product(counts.slice(cut)));
  return costs.indexOf(Math.min(...costs));
}

/** Points and passed combinations of every choice of options for some issues. */
function layOut(
  scenario: RefereeScenario,
  parties: readonly Party[],
  issues: readonly number[],
  combinations: readonly Combination[],
  width: number,
) {
  const counts = issues.map((issue) => scenario.issues[issue]?.options.length ?? 0);
  const size = counts.reduce((all, count) => all * count, 1);
  const words = (combinations.length + 31) >> 5;
  const values = new Float64Array(size * width);
  const passing = new Int32Array(size * words).fill(-1);
  let repeat = size;
  issues.forEach((position, at) => {
    const issue = scenario.issues[position];
    const count = counts[at] ?? 1;
    repeat /= count;
    if (!issue) return;
    const worth = Float64Array.from(
      issue.options.flatMap((option) =>
        Array.from({ length: width }, (_, party) => parties[party]?.points[issue.id]?.[option.id] ?? 0),
      ),
    );
    const passes = passedBy(
      issue.options.map((option) => option.id),
      issue.id,
      combinations,
    );
    for (let number = 0; number < size; number++) {
      const option = Math.floor(number / repeat) % count;
      for (let party = 0; party < width; party++)
        values[number * width + party] =
          (values[number * width + party] ?? 0) + (worth[option * width + party] ?? 0);
      for (let word = 0; word < words; word++)
        passing[number * words + word] =
          (passing[number * words + word] ?? 0) & (passes[option * words + word] ?? 0);
    }
  });
  return { size, values, passing };
}

/** For each option of an issue a row of bits: the combinations whose tests on the issue it passes. */
function passedBy(
  options: readonly string[],
  issue: string,
  combinations: readonly Combination[],
): Int32Array {
  const words = (combinations.length + 31) >> 5;
  const rows = new Int32Array(options.length * words);
  combinations.forEach(({ tests }, at) => {
    const own = tests.filter((test) => test.issue === issue);
    options.forEach((option, place) => {
      const word = place * words + (at >> 5);
      if (own.every((test) => test.options.includes(option)))
        rows[word] = (rows[word] ?? 0) | (1 << (at & 31));
    });
  });
  return rows;
}
