import { type MessageKey, t } from '../messages';

type CountedKey<Key = MessageKey> = Key extends `${infer Stem}.one` ? Stem : never;

/** A sentence that reads differently for one and for many: keys that end in `.one` and `.many`. */
export function counted(
  stem: CountedKey,
  count: number,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return t(`${stem}.${count === 1 ? 'one' : 'many'}` as MessageKey, { count, ...values });
}
