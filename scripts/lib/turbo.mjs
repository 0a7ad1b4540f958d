// Turborepo without its statistics and update questions: nothing here talks to anybody.
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const turboProgram = fileURLToPath(new URL('../../node_modules/turbo/bin/turbo', import.meta.url));

/**
 * The environment in which tools run that would otherwise report their use.
 * @returns {NodeJS.ProcessEnv}
 */
export function quietEnvironment() {
  return {
    ...process.env,
    DO_NOT_TRACK: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    NEXT_TELEMETRY_DISABLED: '1',
  };
}
