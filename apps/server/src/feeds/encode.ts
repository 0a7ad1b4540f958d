import type { Entry, Frame } from '@btt/protocol';

/** What is told to many at the same time is written out once, as long as somebody keeps it. */
const written = new WeakMap<Entry['facts'] | Frame['words'], string>();

function textOf(shared: Entry['facts'] | Frame['words']): string {
  const known = written.get(shared);
  if (known !== undefined) return known;
  const text = JSON.stringify(shared);
  written.set(shared, text);
  return text;
}

/** A frame as JSON. */
export function frameText({ feed, epoch, reset, entries, words, brief }: Frame): string {
  const all = entries.map(({ n, at, facts }) => `{"n":${n},"at":${at},"facts":${textOf(facts)}}`);
  const head = JSON.stringify({ feed, epoch, reset, brief });
  return `${head.slice(0, -1)},"words":${textOf(words)},"entries":[${all.join()}]}`;
}
