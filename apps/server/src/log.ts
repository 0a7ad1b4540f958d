import { StoreUnavailable } from '@btt/eventstore';
import { type Logger, pino } from 'pino';

/** Structured logs without private content: of an error its kind, its message and where it happened, nothing that hangs on it. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, serializers: { err: plainError } });
}

/** Of an error its kind, its message and where it happened. What else hangs on it may hold what people wrote. */
export function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, message, stack } = error;
  return { name, message, stack };
}

const OUTAGE_TOLD_EVERY = 10_000;

/** Logs what went wrong. That the database is away is said once in a while, not for every message that meets it. */
export function createTrouble(log: Logger): (error: unknown) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (error) => {
    if (!(error instanceof StoreUnavailable)) return log.error({ err: error }, 'something went wrong');
    if (Date.now() - toldAt < OUTAGE_TOLD_EVERY) return;
    toldAt = Date.now();
    log.warn({ err: error }, 'the database fails; it is tried again');
  };
}
