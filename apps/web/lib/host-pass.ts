const KEY = 'behind-the-table.host-pass';

/** The host pass that was typed in this tab; gone when the tab is closed. */
export function heldHostPass(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function holdHostPass(pass: string): void {
  try {
    sessionStorage.setItem(KEY, pass);
  } catch {
    // A browser that keeps nothing asks again on the next page.
  }
}
