import fc from 'fast-check';
import { expect, it } from 'vitest';
import { padded, powersOfTwo, whole } from '../src/sql/pieces';

const rows = fc.array(fc.integer(), { maxLength: 3_000, size: 'max' });
const isPower = (length: number) => Number.isInteger(Math.log2(length));

it('cuts rows into pieces as long as powers of two, each length once, in their order', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const pieces = powersOfTwo(all);
      expect(pieces.flat()).toEqual(all);
      const lengths = pieces.map(({ length }) => length);
      expect(lengths.every(isPower)).toBe(true);
      expect(new Set(lengths).size).toBe(lengths.length);
    }),
  );
});

it('leaves rows whole for databases that keep no statements', () => {
  expect(whole([1, 2, 3])).toEqual([[1, 2, 3]]);
  expect(whole([])).toEqual([]);
});

it('lengthens a list to the next power of two without anything new in it', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const longer = padded(all);
      expect(new Set(longer)).toEqual(new Set(all));
      expect(longer.slice(0, all.length)).toEqual(all);
      expect(all.length === 0 ? longer.length === 0 : isPower(longer.length)).toBe(true);
      expect(longer.length).toBeLessThan(Math.max(1, 2 * all.length));
    }),
  );
});
