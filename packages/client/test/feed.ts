import type { Brief, Cursor, Entry, Fact, Frame, SessionFact } from '@btt/protocol';
import { type ClientState, cursorOf, fitOf, takeFrame } from '../src';

/** What a server tells one viewer in one feed: entries of an epoch, and frames cut from them. */
export interface Feed {
  readonly feed: string;
  readonly epoch: string;
  readonly entries: readonly Entry[];
}

const wordsOf = (entries: readonly Entry[]): Record<string, string> =>
  Object.fromEntries(
    entries.flatMap(({ facts }) =>
      facts.flatMap((fact) =>
        fact.type === 'said'
          ? [[fact.words, `words of ${fact.words}`]]
          : fact.type === 'person-joined'
            ? [[fact.person, `name of ${fact.person}`]]
            : [],
      ),
    ),
  );

export const BRIEF: Brief = {
  hash: 'hash',
  public: {
    id: 'two-towns',
    title: 'Two towns',
    tagline: '',
    summary: '',
    period: '',
    language: 'en',
    scale: { min: -20, max: 20 },
    sides: [],
    roles: [],
    issues: [],
    table: {
      briefing: 5,
      rounds: [],
      ratification: 5,
      returns: { times: 0, minutes: 0 },
      capital: { perRound: 3, carry: 0 },
      ballot: 'free',
    },
  },
  own: null,
  host: null,
};

/** Entries `from`+1 to `to` as one frame. */
export function frame({ feed, epoch, entries }: Feed, from: number, to: number, reset = false): Frame {
  const some = entries.slice(from, to);
  return {
    feed,
    epoch,
    reset,
    entries: some,
    words: wordsOf(some),
    ...(reset && feed !== 'session' ? { brief: BRIEF } : {}),
  };
}

/** Everything after a cursor, or from the first entry when the cursor belongs to another epoch, in pieces. */
export function framesAfter(told: Feed, cursor: Cursor, piece: number): Frame[] {
  const fits = cursor.epoch === told.epoch && cursor.n <= told.entries.length;
  const from = fits ? cursor.n : 0;
  const frames = fits ? [] : [frame(told, 0, piece, true)];
  for (let at = fits ? from : piece; at < told.entries.length; at += piece)
    frames.push(frame(told, at, at + piece));
  return frames;
}

/** A page that takes a frame as it may arrive, and asks the server for the tail when something is missing. */
export function arrive(
  state: ClientState,
  one: Frame,
  ask: (feed: string, cursor: Cursor) => readonly Frame[],
): ClientState {
  const cursor = cursorOf(state, one.feed);
  switch (fitOf(cursor, one)) {
    case 'fits':
      return takeFrame(state, one);
    case 'old':
      return state;
    case 'gap':
      return ask(one.feed, cursor).reduce(takeFrame, state);
  }
}

export function entriesOf(facts: readonly (readonly (Fact | SessionFact)[])[]): Entry[] {
  return facts.map((some, i) => ({ n: i + 1, at: 1000 + i, facts: some }));
}
