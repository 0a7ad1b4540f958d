import { decimalNumber, type ExactFraction } from '../coalitions/fractions';
import type { Count, PowerShare } from './model';

export function countText(count: bigint): Count {
  return count <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count) : count.toString();
}

export function shareOf(fraction: ExactFraction): PowerShare {
  return { fraction: fractionText(fraction), decimal: decimalNumber(fraction) };
}

export function fractionText({ numerator, denominator }: ExactFraction): string {
  return `${numerator}/${denominator}`;
}
