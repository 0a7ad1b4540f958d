import type { Chronicle } from '../chronicle';

/** Whether what a side does has effects on the factions of another: a table can be played with all reach across it switched off. */
export function reaches(chronicle: Chronicle, from: string | null, to: string | null): boolean {
  return chronicle.desk().settings?.crossTable !== false || from === to;
}
