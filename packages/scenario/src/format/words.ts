import { z } from 'zod';

/** Lower-case letters, digits and single hyphens, with a letter somewhere: never only a number, so that the order written is kept. */
export const ID_PATTERN = /^(?=.*[a-z])(?!constructor$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const id = z.string().max(60).regex(ID_PATTERN);

/** One line for a screen. */
export const line = z.string().max(300);

/** Running text or Markdown. */
export const text = z.string().max(40_000);

export const points = z.int().min(-1_000_000).max(1_000_000);

export const minutes = z.int().min(1).max(600);

/** `667/1000`, `50%` or `0.5`: exact, never rounded. */
export const fraction = z.union([
  z.string().regex(/^-?(?:\d{1,9}\/[1-9]\d{0,8}|\d{1,4}(?:\.\d{1,4})?%|\d{1,4}(?:\.\d{1,9})?)$/),
  z.number().min(-1000).max(1000),
]);

/** One thing, or a list of them. */
const oneOrMany = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.array(schema).max(200)]);

export const ids = oneOrMany(id);

/** `everyone`, `host`, `table`, a side, `<side>.negotiators`, `.aides`, `.team`, `.factions`, `.head`, or a role. */
export const selector = oneOrMany(z.string().min(1).max(120));

/** Issue → the option or options that count. */
export const terms = z.record(id, ids);

/** Issue → one option. */
export const choice = z.record(id, id);

/** Issue → option → points. */
export const scores = z.record(id, z.record(id, points));
