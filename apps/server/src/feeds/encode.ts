import type { Entry, Frame } from '@btt/protocol';

type AnyFact = Entry['facts'][number];

/** A fact is told to many within a moment, each time in other company: it is written out once. Those of long ago are not kept. */
let written = new WeakMap<AnyFact, string>();
let kept = 0;
const MOST = 2_000;

function textOf(fact: AnyFact): string {
  const known = written.get(fact);
  if (known !== undefined) return known;
  const text = JSON.stringify(fact);
  if (++kept > MOST) {
    written = new WeakMap();
    kept = 1;
  }
  written.set(fact, text);
  return text;
}

/** A frame as JSON. */
export function frameText({ entries, ...rest }: Frame): string {
  const all = entries.map(
    ({ n, at, facts }) => `{"n":${n},"at":${at},"facts":[${facts.map(textOf).join()}]}`,
  );
  return `${JSON.stringify(rest).slice(0, -1)},"entries":[${all.join()}]}`;
}
