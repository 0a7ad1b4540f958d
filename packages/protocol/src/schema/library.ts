import { z } from 'zod';
import { CommandId, Id } from './primitives';

/** Bounds of what authors may send, beyond those of a scenario itself. */
export const LIBRARY_LIMITS = {
  files: 1000,
  path: 120,
  text: 2_000_000,
  moves: 500,
  issues: 200,
  keys: 12,
} as const;

const path = z.string().min(1).max(LIBRARY_LIMITS.path);
const text = z.string().max(LIBRARY_LIMITS.text);

/** Files that differ from the saved ones; null = the file is taken away. */
const changedFiles = z.array(z.strictObject({ path, text: text.nullable() })).max(LIBRARY_LIMITS.files);

const keys = z.array(z.string().max(64)).min(1).max(LIBRARY_LIMITS.keys);

const version = z.number().int().min(1);

/** Bodies of the requests that authors make over HTTP. */
export const LibraryRequests = {
  /** Puts a scenario into the owner's library: a copy of another, or one file as it was exported. The id makes sending it again harmless. */
  keep: z.union([
    z.strictObject({ id: CommandId, copyOf: Id, title: z.string().trim().min(1).max(300).optional() }),
    z.strictObject({ id: CommandId, bundle: z.unknown() }),
  ]),
  /** Writes files anew, on the version that the writer had before. */
  save: z.strictObject({ id: CommandId, version, files: changedFiles }),
  /** What would be wrong if this were saved. */
  problems: z.strictObject({ files: changedFiles }),
  /** One value of scenario.yaml, by the keys that lead to it. */
  change: z.strictObject({
    text,
    path: keys,
    /** Other places where the same may be written. */
    or: z.array(keys).max(3).optional(),
    value: z.union([z.number().int().min(-1_000_000).max(1_000_000), z.string().max(300)]),
  }),
  trial: z.strictObject({
    deal: z
      .record(Id, Id)
      .refine((deal) => Object.keys(deal).length <= LIBRARY_LIMITS.issues, 'as many issues as there can be'),
    moves: z.array(Id).max(LIBRARY_LIMITS.moves),
  }),
} as const;

export type LibraryRequest<K extends keyof typeof LibraryRequests> = z.infer<(typeof LibraryRequests)[K]>;
