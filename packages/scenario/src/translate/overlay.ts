import type { Path, ProblemCode } from '../problems/problem';
import { isMapping } from '../problems/schema';
import { short } from '../problems/shape';
import { hint } from '../problems/suggest';
import { type Fields, MAY_STAY, type Shape, TEXTS } from './shape';

/** A scenario's written form with the texts of a translation in it. */
export interface Overlaid {
  readonly raw: Readonly<Record<string, unknown>>;
  /** Whether the text of a field is the translation's. */
  readonly isTranslated: (path: Path) => boolean;
}

type Tell = (path: Path, code: ProblemCode, message: string, on?: 'key' | 'value') => void;

interface Task {
  readonly problem: Tell;
  readonly untranslated: Tell;
  readonly translated: Set<string>;
}

/**
 * Puts the texts of a translation in the place of a scenario's own. What is no text, or belongs to nothing in the scenario, is a problem; a text
 * without a translation stays as it is and is told as untranslated. Takes any values.
 */
export function overlay(
  raw: Readonly<Record<string, unknown>>,
  translation: Readonly<Record<string, unknown>>,
  problem: Tell,
  untranslated: Tell,
): Overlaid {
  const { language, ...texts } = translation;
  const task: Task = { problem, untranslated, translated: new Set() };
  const merged = mergeFields(task, TEXTS, raw, texts, []);
  return {
    raw: isMapping(merged) ? { ...merged, language } : raw,
    isTranslated: (path) => task.translated.has(nameOf(path)),
  };
}

function merge(task: Task, shape: Shape, own: unknown, other: unknown, path: Path): unknown {
  switch (shape.kind) {
    case 'text':
      return mergeText(task, shape.made, own, other, path);
    case 'fields':
      return mergeFields(task, shape.of, own, other, path);
    case 'each':
      return mergeEach(task, shape, own, other, path);
    case 'list':
      return mergeList(task, shape.of, own, other, path);
    case 'labels':
      return mergeLabels(task, own, other, path);
    case 'label-or-fields':
      if (typeof own !== 'string') return mergeFields(task, shape.of, own, other, path);
      return isMapping(other)
        ? mergeText(task, false, own, other[shape.label], [...path, shape.label])
        : mergeText(task, false, own, other, path);
  }
}

function mergeText(task: Task, made: boolean, own: unknown, other: unknown, path: Path): unknown {
  if (other === undefined || other === null) {
    const written = typeof own === 'string' && own.trim() !== '';
    if ((written || (made && own === undefined)) && !MAY_STAY.has(String(path[0])))
      task.untranslated(path, 'untranslated', written ? `untranslated: “${short(own)}”` : MADE);
    return own;
  }
  if (typeof other !== 'string') {
    task.problem(path, 'wrong-type', 'must be text; put it in quotes');
    return own;
  }
  task.translated.add(nameOf(path));
  return other;
}

/** Without a prototype: a key that it does not have is nothing. */
const NOTHING: Readonly<Record<string, unknown>> = Object.freeze(Object.create(null));

const nameOf = (path: Path): string => path.join('/');

const MADE = 'untranslated: made from its id';

function mergeFields(task: Task, shape: Fields, own: unknown, other: unknown, path: Path): unknown {
  const given = mappingOr(task, other, path);
  if (!isMapping(own)) {
    if (Object.keys(given).length > 0) nothingThere(task, path);
    return own;
  }
  for (const key of Object.keys(given)) {
    if (Object.hasOwn(shape, key)) continue;
    const message = Object.hasOwn(own, key)
      ? `\`${short(key)}\` is no text: a translation holds only texts`
      : `there is no text \`${short(key)}\`${hint(key, Object.keys(shape))}`;
    task.problem([...path, key], 'unknown-key', message, 'key');
  }
  const merged: Record<string, unknown> = { ...own };
  for (const [key, of] of Object.entries(shape)) {
    const value = merge(task, of, own[key], given[key], [...path, key]);
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

function mergeEach(
  task: Task,
  { of, groups }: Extract<Shape, { kind: 'each' }>,
  own: unknown,
  other: unknown,
  path: Path,
): unknown {
  const given = mappingOr(task, other, path);
  const known = isMapping(own) ? own : {};
  strangers(task, Object.keys(given), Object.keys(known), path);
  if (!isMapping(own)) return own;
  const merged = Object.fromEntries(
    Object.entries(own).map(([id, value]) => [id, merge(task, of, value, given[id], [...path, id])]),
  );
  if (groups !== undefined) checkGroups(task, groups, own, merged, path);
  return merged;
}

/** Things of one group stay in one, and of two groups in two: how many there are can decide what a move does. */
function checkGroups(
  task: Task,
  key: string,
  own: Readonly<Record<string, unknown>>,
  merged: Readonly<Record<string, unknown>>,
  path: Path,
): void {
  const groupOf = (item: unknown) => {
    const name = isMapping(item) ? item[key] : undefined;
    return typeof name === 'string' ? name : '';
  };
  const names = new Map<string, string>();
  const back = new Map<string, string>();
  for (const [id, item] of Object.entries(own)) {
    const [before, after] = [groupOf(item), groupOf(merged[id])];
    if ((names.get(before) ?? after) !== after || (back.get(after) ?? before) !== before)
      task.problem([...path, id, key], 'inconsistent', 'has the name of another group than in scenario.yaml');
    names.set(before, names.get(before) ?? after);
    back.set(after, back.get(after) ?? before);
  }
}

function mergeList(task: Task, of: Shape, own: unknown, other: unknown, path: Path): unknown {
  const all: readonly unknown[] = Array.isArray(own) ? own : [];
  const given = Array.isArray(other) ? placesOf(task, other, all, path) : mappingOr(task, other, path);
  if (!Array.isArray(other)) {
    const places = all.map((_, at) => String(at));
    strangers(task, Object.keys(given), places, path);
  }
  if (!Array.isArray(own)) return own;
  return all.map((value, at) => merge(task, of, value, given[at], [...path, at]));
}

function placesOf(
  task: Task,
  other: readonly unknown[],
  own: readonly unknown[],
  path: Path,
): Readonly<Record<string, unknown>> {
  if (other.length !== own.length)
    task.problem(path, 'inconsistent', `has ${other.length} entries, and scenario.yaml has ${own.length}`);
  return Object.fromEntries(other.map((value, at) => [String(at), value]));
}

function mergeLabels(task: Task, own: unknown, other: unknown, path: Path): unknown {
  const given = mappingOr(task, other, path);
  const labels: Readonly<Record<string, unknown>> = isMapping(own)
    ? own
    : Object.fromEntries((Array.isArray(own) ? own : []).map((id) => [String(id), undefined]));
  strangers(task, Object.keys(given), Object.keys(labels), path);
  const merged = Object.entries(labels).map(
    ([id, label]) => [id, mergeText(task, true, label, given[id], [...path, id])] as const,
  );
  // Where a label is still missing the list stays, and all labels are made from it.
  return merged.length > 0 && merged.every(([, label]) => label !== undefined)
    ? Object.fromEntries(merged)
    : own;
}

function mappingOr(task: Task, other: unknown, path: Path): Readonly<Record<string, unknown>> {
  if (isMapping(other)) return other;
  if (other !== undefined && other !== null)
    task.problem(path, 'wrong-type', 'must be a mapping, as in scenario.yaml');
  return NOTHING;
}

function strangers(task: Task, given: readonly string[], known: readonly string[], path: Path): void {
  const names = new Set(known);
  for (const key of given) {
    if (names.has(key)) continue;
    const message = `scenario.yaml has no \`${short(key)}\` here${hint(key, known)}`;
    task.problem([...path, key], 'unknown-reference', message, 'key');
  }
}

function nothingThere(task: Task, path: Path): void {
  task.problem(path, 'unknown-reference', 'scenario.yaml has nothing here', 'key');
}
