import { locale } from '../../messages/language';

/** "11:04:05" in the reader's own time zone; a dash before anything happened. */
export function timeOfDay(at: number): string {
  return at === 0 ? '–' : new Date(at).toLocaleTimeString(locale());
}
