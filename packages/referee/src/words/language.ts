import { de } from './de';
import { en } from './en';
import type { Messages } from './messages';

const TABLES: Readonly<Record<string, Messages>> = { de, en };

/** The messages of a language; English where there are none yet. `en-GB` finds `en`. */
export function messagesFor(language: string): Messages {
  return TABLES[language] ?? TABLES[language.split('-')[0] ?? ''] ?? en;
}
