import type { FactionId } from '@btt/scenario';
import type { RefereeScenario } from '../src';
import { type ExactFraction, fractionOf } from '../src/coalitions/fractions';
import { type Power, type PowerOptions, power } from '../src/coalitions/power';

export type ExactPower = Extract<Power, { kind: 'exact' }>;

export function exactPower(scenario: RefereeScenario, options?: PowerOptions): ExactPower {
  const found = power(scenario, 'body', options);
  if (found.kind !== 'exact') throw new Error(`Expected indices, got ${found.kind}.`);
  return found;
}

export function powerOf(found: ExactPower, faction: FactionId) {
  const player = found.players.find((one) => one.faction === faction);
  if (!player?.shapleyShubik) throw new Error(`No ${faction}.`);
  return { ...player, shapleyShubik: player.shapleyShubik };
}

export const sumOf = (fractions: readonly (ExactFraction | null)[]) =>
  fractions.reduce<ExactFraction>(
    (sum, one) =>
      one === null
        ? sum
        : fractionOf(
            sum.numerator * one.denominator + one.numerator * sum.denominator,
            sum.denominator * one.denominator,
          ),
    { numerator: 0n, denominator: 1n },
  );

export const textOf = ({ numerator, denominator }: ExactFraction) => `${numerator}/${denominator}`;
export const factorial = (n: number): bigint => (n <= 1 ? 1n : BigInt(n) * factorial(n - 1));
