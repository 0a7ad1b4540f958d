/** What ids may be: lower-case letters, digits and single hyphens, with a letter somewhere. */
const ID = /^(?=.*[a-z])(?!constructor$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_ID = 60;

const LONGEST_TITLE = 300;
export const NO_TITLE = `A title is one line of at most ${LONGEST_TITLE} characters.`;

export function isId(text: string): boolean {
  return text.length <= LONGEST_ID && ID.test(text);
}

/** An id made from a name: `Straße & Brücke` → `strasse-brucke`. Null where nothing of the name can be kept. */
export function idFrom(name: string): string | null {
  const plain = name
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID)
    .replaceAll(/^-+|-+$/g, '');
  return isId(plain) ? plain : null;
}

/** A name made from an id: `two-rivers` → `Two rivers`. */
export function titleFrom(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** One line that is not too long; null for anything else. */
export function titleIn(text: string): string | null {
  const title = text.trim();
  return title === '' || title.length > LONGEST_TITLE || /[\r\n]/.test(title) ? null : title;
}

/** A text as YAML: bare where every reader of YAML takes it for text, else in double quotes. */
export function scalar(text: string): string {
  const bare = /^[\p{L}(][\p{L}\p{N} ,.()’'/&-]*$/u.test(text) && !text.endsWith(' ') && !WORDS.test(text);
  if (bare) return text;
  // JSON leaves these as they are; in YAML they end a line, or may not be written.
  return JSON.stringify(text).replaceAll(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Words that YAML, or an older version of it, takes for something else. */
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
