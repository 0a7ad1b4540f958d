import type { MessageKey } from '.';

/** The languages of the interface, as a browser names them. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The sentences of the front doors, and all of them. A language that is not used is never fetched. */
export type Part = 'front' | 'all';
type Sentences = Readonly<Partial<Record<MessageKey | RefusalKey, string>>>;
type RefusalKey = `refusal.${string}`;

const TABLES: Readonly<Record<Exclude<Language, 'en'>, Readonly<Record<Part, () => Promise<Sentences>>>>> = {
  de: {
    front: () => import('./de/front').then(({ front }) => front),
    all: () => import('./de/all').then(({ all }) => all),
  },
};

const KEPT = 'behind-the-table.language';
/** What numbers and dates are written by. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de' };

/** What is spoken now, and which parts of it are here. */
export interface Spoken {
  readonly language: Language;
  readonly parts: readonly Part[];
}

const ENGLISH: Spoken = { language: 'en', parts: [] };
let spoken: Spoken | null = null;
let sentences: Sentences = {};
const listeners = new Set<() => void>();

/** What the pages were made in before anybody opened them. */
export const spokenAtFirst = (): Spoken => ENGLISH;

export function spokenNow(): Spoken {
  spoken ??= { language: wantedLanguage(), parts: [] };
  return spoken;
}

export function onSpoken(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For numbers and dates. Before pages are alive they speak English. */
export const locale = (): string => LOCALES[(spoken ?? ENGLISH).language];

/** The sentence in the language spoken now; null in English, and where it is not here. */
export function translation(key: MessageKey | RefusalKey): string | null {
  return sentences[key] ?? null;
}

/** Somebody has chosen. It is remembered in this browser alone. */
export function speak(language: Language): void {
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // Then it holds for this page.
  }
  sentences = {};
  say({ language, parts: [] });
}

/** Fetches a part of the language. Where that fails, what is missing stays English. */
export async function bring({ language }: Spoken, part: Part): Promise<void> {
  const fetched = language === 'en' ? {} : await TABLES[language][part]().catch(() => ({}));
  if (spokenNow().language !== language) return;
  sentences = { ...sentences, ...fetched };
  say({ language, parts: [...spokenNow().parts, part] });
}

function say(now: Spoken): void {
  spoken = now;
  for (const listener of listeners) listener();
}

/** The one chosen before, else the first of the browser's that is known here. */
function wantedLanguage(): Language {
  if (typeof window === 'undefined') return 'en';
  const wishes = [kept(), ...navigator.languages].map((one) => one?.split('-')[0]);
  return wishes.flatMap((one) => LANGUAGES.find((known) => known === one) ?? [])[0] ?? 'en';
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
