import { en } from './en';

export type MessageKey = keyof typeof en;

/** The sentence for a key, with `{name}` replaced. One language a page; English is the one there is so far. */
export function t(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  return en[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
