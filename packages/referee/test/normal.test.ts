import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalByDefinition } from '../src/oracle/uncertainty';
import { normalBelow, normalBetween } from '../src/uncertainty/normal';

describe('the normal distribution', () => {
  it('has the values that Marsaglia (2004) prints', () => {
    const printed: [number, number][] = [
      [0.1, 0.539827837277029],
      [1.2, 0.8849303297782918],
      [2.3, 0.9892758899783242],
      [4.5, 0.9999966023268757],
      [-1.1, 0.13566606094638267],
    ];
    for (const [z, value] of printed) expect(Math.abs(normalBelow(z) - value)).toBeLessThan(1e-15);
  });

  it('has the values of Abramowitz and Stegun (1964), table 26.1', () => {
    const printed: [number, number][] = [
      [0, 0.5],
      [0.5, 0.691462461274013],
      [1, 0.841344746068543],
      [1.5, 0.933192798731142],
      [2, 0.977249868051821],
      [3, 0.99865010196837],
    ];
    for (const [z, value] of printed) expect(Math.abs(normalBelow(z) - value)).toBeLessThan(1e-15);
  });

  it('keeps its digits in the far tail', () => {
    const known: [number, number][] = [
      [-2.4, 0.008197535924596131],
      [-2.6, 0.004661188023718749],
      [-5, 2.866515718791939e-7],
      [-10, 7.619853024160525e-24],
      [-20, 2.7536241186062337e-89],
      [-37, 5.725571222524577e-300],
    ];
    for (const [z, value] of known) expect(Math.abs(normalBelow(z) / value - 1)).toBeLessThan(1e-12);
    const far = normalBetween(9, 10);
    expect(Math.abs(far / (normalBelow(-9) - normalBelow(-10)) - 1)).toBeLessThan(1e-12);
  });

  it('agrees with the integral of the density, is symmetric, and never falls', () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (z) => {
        expect(Math.abs(normalBelow(z) - normalByDefinition(z))).toBeLessThan(1e-12);
        expect(Math.abs(normalBelow(z) + normalBelow(-z) - 1)).toBeLessThan(1e-15);
        expect(normalBelow(z + 0.001)).toBeGreaterThanOrEqual(normalBelow(z));
      }),
    );
    expect([-Infinity, Infinity].map(normalBelow)).toEqual([0, 1]);
  });
});
