import { decimalNumber, type ExactFraction } from '../coalitions/fractions';
import type { Count, Share } from './model';

export function countText(count: bigint): Count {
  return count <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count) : count.toString();
}

export function shareOf(fraction: ExactFraction): Share {
  return { fraction: fractionText(fraction), decimal: decimalNumber(fraction) };
}

export function fractionText({ numerator, denominator }: ExactFraction): string {
  return `${numerator}/${denominator}`;
}
