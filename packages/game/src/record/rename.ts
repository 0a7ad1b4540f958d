/** Puts other ids into a JSON value: every text, and every key, that is exactly one of the names is replaced. */
export function renamed<T>(value: T, names: ReadonlyMap<string, string>): T {
  return change(value, names) as T;
}

function change(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => change(one, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [names.get(key) ?? key, change(inner, names)]),
  );
}

/** Whether two JSON values say the same, whatever the order of their keys. A key without a value is as good as none. */
export function sameJson(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
