import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';

/** One value of a YAML file. */
export interface Change {
  /** The keys that lead to it. */
  readonly path: readonly string[];
  /** Other places where the same may be written: what is there is changed there. What is nowhere is added under `path`. */
  readonly or?: readonly (readonly string[])[];
  readonly value: number | string;
}

/**
 * The text with one value changed and nothing else: comments, order and layout stay as their author wrote them. What is not written yet is
 * added where it belongs. Null where the text cannot be read, or the path leads through something that is not a mapping. Never throws.
 */
export function changeValue(text: string, { path, or = [], value }: Change): string | null {
  try {
    const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false });
    if (document.errors.length > 0 || path.length === 0) return null;
    const written = [path, ...or].find((one) => isWritten(document.contents, one)) ?? path;
    return changed(text, document.contents, written, value);
  } catch {
    // The YAML library gives up on strange texts, such as very deep ones.
    return null;
  }
}

function isWritten(root: unknown, path: readonly string[]): boolean {
  const node = path.reduce((at: unknown, key) => (isMap(at) ? pairOf(at, key)?.value : undefined), root);
  return node !== undefined && node !== null;
}

function pairOf(map: YAMLMap, key: string) {
  return map.items.find((one) => isScalar(one.key) && (one.key.source ?? one.key.value) === key);
}

function changed(
  text: string,
  root: unknown,
  path: readonly string[],
  value: number | string,
): string | null {
  let node = root;
  for (const [at, key] of path.entries()) {
    const rest = path.slice(at);
    if (isScalar(node) && node.value === null && node.range)
      return replace(text, node.range[0], node.range[1], ` {${written(rest, value)}}`);
    if (!isMap(node)) return null;
    const pair = pairOf(node, key);
    if (!pair) return added(text, node, rest, value);
    // A key with nothing after it, at the very end of a flow mapping.
    if (pair.value === null) return null;
    node = pair.value;
  }
  if (!isScalar(node) || !node.range) return null;
  const [start, end] = node.range;
  const before = text.slice(start, end);
  const space = before === '' ? ' ' : '';
  return replace(text, start, end, `${space}${scalar(value)}${before.endsWith('\n') ? '\n' : ''}`);
}

function added(text: string, map: YAMLMap, rest: readonly string[], value: number | string): string | null {
  const fresh = written(rest, value);
  const [start] = map.range ?? [];
  if (start === undefined) return null;
  const first = placeOf(map.items[0]?.key);
  if (map.flow) return replace(text, start + 1, start + 1, first ? `${fresh}, ` : fresh);
  if (!first) return null;
  const column = first[0] - (text.lastIndexOf('\n', first[0] - 1) + 1);
  return replace(text, first[0], first[0], `${fresh}\n${' '.repeat(column)}`);
}

function placeOf(key: unknown): readonly [number, number, number] | null {
  return isScalar(key) && key.range ? key.range : null;
}

/** `weight: 3`, or `points: {army: {peace: 3}}` where several keys are missing. */
function written(path: readonly string[], value: number | string): string {
  const [key = '', ...rest] = path;
  return rest.length === 0 ? `${key}: ${scalar(value)}` : `${key}: {${written(rest, value)}}`;
}

/** JSON texts are YAML, and mean the same wherever they stand. */
function scalar(value: number | string): string {
  return JSON.stringify(value);
}

function replace(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}
