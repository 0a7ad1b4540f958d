import { z } from 'zod';

/** Looks into a zod schema along the value that it checks, so that a message can say what was expected there. */

type Schema = z.core.$ZodType;

/** What stands at a path: the schema before a branch of a union is chosen. Undefined where the path leads nowhere. */
export function schemaAt(schema: Schema, value: unknown, path: readonly PropertyKey[]): Schema | undefined {
  let current: Schema | undefined = bare(schema);
  let here = value;
  for (const step of path) {
    current = stepInto(branchFor(current, here), step);
    here = valueAt(here, [step]);
    if (current === undefined) return undefined;
    current = bare(current);
  }
  return current;
}

export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = Reflect.get(here, step);
  }
  return here;
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The schema without optional and default around it. */
function bare(schema: Schema): Schema {
  let current = schema;
  while (current instanceof z.ZodOptional || current instanceof z.ZodDefault) current = current.unwrap();
  return current;
}

function stepInto(schema: Schema | undefined, step: PropertyKey): Schema | undefined {
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, Schema>> = schema.shape;
    return Object.hasOwn(shape, step) ? shape[String(step)] : undefined;
  }
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodArray) return schema.element;
  return undefined;
}

function branchFor(schema: Schema | undefined, value: unknown): Schema | undefined {
  if (!(schema instanceof z.ZodUnion)) return schema;
  const at = branchOf(schema, value);
  return at === null ? undefined : branchFor(bare(optionsOf(schema)[at] ?? schema), value);
}

export function optionsOf(schema: z.ZodUnion): readonly Schema[] {
  return schema.options;
}

/** The branch of a union that an author meant: for a mapping the one whose first key is there, else the one of the right type. */
export function branchOf(schema: z.ZodUnion, value: unknown): number | null {
  const options = optionsOf(schema).map(bare);
  const fits = (option: Schema): boolean => {
    if (option instanceof z.ZodUnion) return branchOf(option, value) !== null;
    if (isMapping(value)) {
      return option instanceof z.ZodRecord || (option instanceof z.ZodObject && hasHead(option, value));
    }
    if (Array.isArray(value)) return option instanceof z.ZodArray;
    if (typeof value === 'number') return option instanceof z.ZodNumber;
    return typeof value === 'string' && (option instanceof z.ZodString || option instanceof z.ZodLiteral);
  };
  const found = options.findIndex(fits);
  if (found >= 0 || !isMapping(value)) return found >= 0 ? found : null;
  const objects = options.flatMap((option, at) => (option instanceof z.ZodObject ? [at] : []));
  return objects.length === 1 ? (objects[0] ?? null) : null;
}

function hasHead(schema: z.ZodObject, value: Readonly<Record<string, unknown>>): boolean {
  const [head] = Object.keys(schema.shape);
  return head !== undefined && Object.hasOwn(value, head);
}

/** Keys that a mapping may have; for a union those of all its branches. */
export function keysOf(schema: Schema | undefined): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodUnion)
    return [...new Set(optionsOf(schema).flatMap((option) => keysOf(bare(option))))];
  return [];
}

/** A union's fixed words, and the keys that its mappings begin with; of a single mapping all keys. */
export function choicesOf(schema: z.ZodUnion): string[] {
  const options = optionsOf(schema).map(bare);
  const mappings = options.filter((option) => option instanceof z.ZodObject).length;
  const choices = options.flatMap((option) => {
    if (option instanceof z.ZodLiteral) return [...option.values].map(String);
    if (option instanceof z.ZodObject)
      return Object.keys(option.shape).slice(0, mappings === 1 ? undefined : 1);
    return option instanceof z.ZodUnion ? choicesOf(option) : [];
  });
  return [...new Set(choices)];
}
