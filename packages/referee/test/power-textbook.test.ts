import type { Rule } from '@btt/scenario';
import { describe, expect, it } from 'vitest';
import { decimalText, fractionOf } from '../src/coalitions/fractions';
import { alike, body, choose, quota, SIX, securityCouncil, weighted } from './bodies';
import { exactPower as exact, factorial, powerOf as of, sumOf, textOf as text } from './indices';

describe('power in the textbooks', () => {
  it('the Security Council since 1965: 421/2145 for a permanent member, 4/2145 for an elected one (Brams 1975)', () => {
    const found = exact(securityCouncil(10, 9));
    // An elected member is pivotal where all five and exactly three others came before.
    const elected = fractionOf(choose(9, 3) * factorial(8) * factorial(6), factorial(15));
    expect(text(elected)).toBe('4/2145');
    expect(of(found, 'e10').shapleyShubik).toEqual(elected);
    expect(text(of(found, 'p1').shapleyShubik)).toBe('421/2145');
    expect(of(found, 'p1').swings).toBe(848n);
    expect(of(found, 'e1').swings).toBe(choose(9, 3));
    expect(of(found, 'p1').banzhafShare).toEqual(fractionOf(848n, 5n * 848n + 10n * 84n));
  });

  it('the Security Council before 1965: 98.7 % of the power with the five (Shapley and Shubik 1954)', () => {
    const found = exact(securityCouncil(6, 7));
    expect(text(of(found, 'p1').shapleyShubik)).toBe('76/385');
    expect(text(of(found, 'e1').shapleyShubik)).toBe('1/462');
    expect(
      decimalText(sumOf(['p1', 'p2', 'p3', 'p4', 'p5'].map((id) => of(found, id).shapleyShubik)), 3),
    ).toBe('0.987');
    expect(text(of(found, 'p1').banzhafShare)).toBe(text(fractionOf(57n, 5n * 57n + 6n * 5n)));
    expect(of(found, 'e1').swings).toBe(5n);
  });

  it('the Council of the Six, 1958: Shapley–Shubik 14, 9 and 0 sixtieths, Banzhaf 10, 6 and 0 of 42 (Felsenthal and Machover 1998)', () => {
    const found = exact(weighted(SIX, 12));
    expect(text(of(found, 'germany').shapleyShubik)).toBe(text(fractionOf(14n, 60n)));
    expect(text(of(found, 'belgium').shapleyShubik)).toBe(text(fractionOf(9n, 60n)));
    expect(text(of(found, 'luxembourg').shapleyShubik)).toBe('0/1');
    expect(text(of(found, 'italy').banzhafShare)).toBe(text(fractionOf(10n, 42n)));
    expect(text(of(found, 'netherlands').banzhafShare)).toBe(text(fractionOf(6n, 42n)));
    expect(found.dummies).toEqual(['luxembourg']);
  });

  it('the Council of the Fifteen, 1995, 62 of 87: both indices to four digits (as in Felsenthal and Machover 1998)', () => {
    const votes = { germany: 10, spain: 8, belgium: 5, austria: 4, denmark: 3, luxembourg: 2 };
    const others = {
      ...alike('ten', 3, 10),
      ...alike('five', 3, 5),
      ...alike('four', 1, 4),
      ...alike('three', 2, 3),
    };
    const found = exact(weighted({ ...votes, ...others }, 62));
    const printed = Object.keys(votes).map((id) => [
      id,
      decimalText(of(found, id).banzhafShare),
      decimalText(of(found, id).shapleyShubik),
    ]);
    expect(printed).toEqual([
      ['germany', '0.1116', '0.1167'],
      ['spain', '0.0924', '0.0955'],
      ['belgium', '0.0587', '0.0552'],
      ['austria', '0.0479', '0.0454'],
      ['denmark', '0.0359', '0.0353'],
      ['luxembourg', '0.0226', '0.0207'],
    ]);
  });

  it('the American federal system: 0.16047 and 0.038 for the president (Taylor and Pacelli, Mathematics and Politics)', () => {
    const senate = Object.keys(alike('s', 100));
    const house = Object.keys(alike('h', 435));
    const rule: Rule = {
      kind: 'any',
      rules: [
        {
          kind: 'all',
          rules: [
            { kind: 'consent', factions: ['president'] },
            quota(51, senate, true),
            quota(218, house, true),
          ],
        },
        { kind: 'all', rules: [quota(67, senate, true), quota(290, house, true)] },
      ],
    };
    const found = exact(body({ president: 1, ...alike('s', 100), ...alike('h', 435) }, rule));
    expect(decimalText(of(found, 'president').shapleyShubik, 5)).toBe('0.16047');
    expect(decimalText(of(found, 'president').banzhafShare, 3)).toBe('0.038');
    // The president swings where both houses agree, but cannot do without.
    let swings = 0n;
    for (let s = 51; s <= 100; s++)
      for (let h = 218; h <= 435; h++) if (s < 67 || h < 290) swings += choose(100, s) * choose(435, h);
    expect(of(found, 'president').swings).toBe(swings);
    expect(sumOf(found.players.map(({ shapleyShubik }) => shapleyShubik))).toEqual({
      numerator: 1n,
      denominator: 1n,
    });
  });
});
