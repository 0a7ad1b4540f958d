import { describe, expect, it } from 'vitest';
import { fairPoints, makeYardstick } from '../../src';
import { shipped } from '../devices/scenes';
import { RIVER } from '../table';

describe('what the best agreements would have given', () => {
  it('is a front on which nobody can gain without somebody losing, and a Nash point on it', () => {
    const fair = fairPoints(RIVER, makeYardstick(RIVER));
    expect(fair?.sides).toEqual(['north', 'south']);
    const front = fair?.front ?? [];
    for (const one of front)
      expect(
        front.some((other) => other !== one && other.every((value, at) => value >= (one[at] ?? 0))),
      ).toBe(false);
    const product = (point: readonly number[]) => point.reduce((whole, value) => whole * value, 1);
    const most = Math.max(...front.map(product));
    expect(fair?.nash.length).toBeGreaterThan(0);
    for (const point of fair?.nash ?? []) expect(product(point)).toBeCloseTo(most);
  });

  it('is told by the sides of those whose values count', async () => {
    const game = await shipped('german-reunification');
    const fair = fairPoints(game, makeYardstick(game));
    expect(fair?.sides).toEqual(['west', 'soviet']);
    for (const point of [...(fair?.front ?? []), ...(fair?.nash ?? [])])
      expect(point.every((value) => value >= 0 && value <= 100)).toBe(true);
  });

  it('is nothing where there is no front', () => {
    expect(fairPoints(RIVER, { ...makeYardstick(RIVER), joint: null })).toBeNull();
  });
});
