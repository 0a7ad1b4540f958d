import type { Fraction, OptionTest } from '../model';
import type { Path } from '../problems/problem';
import { type Context, listOf, refers, refersToOption } from './context';

type Terms = Readonly<Record<string, string | readonly string[]>>;

/** Tests on a deal: issue → the options that count. */
export function compileTerms(context: Context, terms: Terms, path: Path): OptionTest[] {
  return Object.entries(terms).flatMap(([issue, written]) => {
    const at = [...path, issue];
    if (!refers(context, 'issue', issue, at, 'key')) return [];
    const options = listOf(written);
    if (options.length === 0) context.problem(at, 'incomplete', 'lists no option');
    const known = options.filter((option, index) =>
      refersToOption(context, issue, option, typeof written === 'string' ? at : [...at, index]),
    );
    return [{ issue, options: [...new Set(known)] }];
  });
}

/** Tests of which at least one must be there. */
export function compileSomeTerms(context: Context, terms: Terms, path: Path): OptionTest[] {
  if (Object.keys(terms).length === 0) context.problem(path, 'incomplete', 'names no issue');
  return compileTerms(context, terms, path);
}

/** The fraction exactly as written: `667/1000`, `50%` or a decimal. Null where it is none. */
export function exactFraction(written: string | number): Fraction | null {
  const text = String(written);
  const ratio = /^(-?\d{1,9})\/([1-9]\d{0,8})$/.exec(text);
  if (ratio) return { numerator: Number(ratio[1]), denominator: Number(ratio[2]) };
  const decimal = /^(-?)(\d{1,4})(?:\.(\d{1,9}))?(%?)$/.exec(text);
  if (!decimal) return null;
  const [, sign, whole, decimals = '', percent] = decimal;
  const numerator = Number(`${whole}${decimals}`);
  const denominator = 10 ** decimals.length * (percent === '%' ? 100 : 1);
  return { numerator: sign === '-' && numerator !== 0 ? -numerator : numerator, denominator };
}

/** A fraction between 0 and 1, bounds included. */
export function compileShare(context: Context, written: string | number, path: Path): Fraction {
  const fraction = exactFraction(written);
  if (fraction === null || fraction.numerator < 0 || fraction.numerator > fraction.denominator) {
    context.problem(path, 'out-of-range', `must be between 0 and 1, not \`${written}\``);
    return { numerator: 0, denominator: 1 };
  }
  return fraction;
}
