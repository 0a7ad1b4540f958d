import type { Desk } from '@btt/protocol';

/** When a phase or a round began, and the desk as it was then. */
export interface PhaseTime {
  readonly at: number;
  readonly desk: Desk;
}

/** Milliseconds in which autopilots go through a round where one person plays alone and says when to go on. */
const ALONE = 60_000;
/** And through a phase without a clock. */
const UNTIMED = 120_000;

/** Share of a phase that has passed, 0 to 1: by its clock, and sooner where one person plays alone. */
export function phaseTime({ at }: PhaseTime, { deadline, settings, paused }: Desk, now: number): number {
  const passed = Math.max(0, now - at);
  if (paused !== null) return 0;
  const whole = deadline === null ? UNTIMED : Math.max(1, deadline - at);
  return Math.min(1, passed / (settings?.solo ? Math.min(ALONE, whole) : whole));
}
