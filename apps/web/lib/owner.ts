const KEY = 'behind-the-table.owner';
const BYTES = 32;

/** What the scenarios of one's own belong to: a secret that this browser made and keeps. Null until something was put into the library. */
export function heldOwner(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** The same, made when there is none yet: 256 random bits. */
export function ownerToken(): string {
  const held = heldOwner();
  if (held !== null) return held;
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  const token = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  try {
    localStorage.setItem(KEY, token);
  } catch {
    // Without a place to keep it the scenarios are there until the page is left.
  }
  return token;
}
