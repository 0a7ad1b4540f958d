import type { Desk } from '@btt/protocol';

/** What one seat does in a round, about. */
const ACTS = 12;
const FASTEST = 400;
const SLOWEST = 4_000;
/** Where one person waits for all others. */
const ALONE = 300;

/** Milliseconds from one act of a table's autopilots to the next: a round is long enough for all of them. */
export function paceOf({ settings, round, autopilots }: Desk): number {
  if (settings?.solo) return ALONE;
  const minutes = settings?.rounds[Math.max(0, round - 1)]?.minutes ?? 5;
  const seats = Math.max(1, Object.keys(autopilots).length);
  return Math.min(SLOWEST, Math.max(FASTEST, (minutes * 60_000) / (ACTS * seats)));
}
