import {
  type Desk,
  EMPTY_DESK,
  type Fact,
  foldAll,
  type Part,
  type RefereeLine,
  type TableRecord,
} from '@btt/protocol';

/** Whose eyes a replay looks through: a role's, or everybody's at once (the whole truth). */
export type Eyes = { readonly kind: 'all' } | { readonly kind: 'role'; readonly role: string };

export interface Mark {
  /** Position after which the mark is seen: 1 for the first event. */
  readonly position: number;
  readonly at: number;
  readonly label: string;
  readonly kind: 'move' | 'event' | 'phase' | 'home';
  readonly side: string | null;
}

/** The record of a table as something that can be looked at from any moment. Position 0 is before the first event. */
export interface Replay {
  readonly length: number;
  readonly marks: readonly Mark[];
  timeAt(position: number): number;
  deskAt(position: number, eyes: Eyes): Desk;
  /** What the event at the position told the eyes. */
  factsAt(position: number, eyes: Eyes): readonly Fact[];
  lineAt(position: number): RefereeLine | null;
  /** How much of the counting of win-sets is done, 0 to 1, while it is under way; null when there is nothing more to come. */
  readonly counting: number | null;
}

/** A desk is kept for every so many events; going back is as fast as going on. */
const KEEP_EVERY = 32;

export function createReplay(record: TableRecord): Replay {
  const kept = new Map<string, Desk[]>();
  const lines = filled(record.lines);
  /** Several parts of a page ask for the same moment. */
  let newest: { readonly key: string; readonly position: number; readonly desk: Desk } | null = null;
  const factsAt = (position: number, eyes: Eyes) =>
    (record.events[position - 1]?.parts ?? []).filter((part) => sees(part, eyes)).map((part) => part.fact);

  function deskAt(position: number, eyes: Eyes): Desk {
    const key = eyes.kind === 'all' ? '' : eyes.role;
    const desks = kept.get(key) ?? [EMPTY_DESK];
    kept.set(key, desks);
    const wanted = Math.floor(position / KEEP_EVERY);
    for (let have = desks.length; have <= wanted; have++) {
      desks.push(play(desks[have - 1] ?? EMPTY_DESK, (have - 1) * KEEP_EVERY, have * KEEP_EVERY, eyes));
    }
    if (newest?.key === key && newest.position === position) return newest.desk;
    const desk = play(desks[wanted] ?? EMPTY_DESK, wanted * KEEP_EVERY, position, eyes);
    newest = { key, position, desk };
    return desk;
  }

  function play(from: Desk, after: number, to: number, eyes: Eyes): Desk {
    let desk = from;
    for (let position = after + 1; position <= to; position++) desk = foldAll(desk, factsAt(position, eyes));
    return desk;
  }

  return {
    length: record.events.length,
    marks: marksOf(record),
    timeAt: (position) => record.events[Math.max(0, position - 1)]?.at ?? 0,
    deskAt,
    factsAt,
    lineAt: (position) => lines[position - 1] ?? null,
    counting: lines.find((line) => line?.counting !== undefined)?.counting ?? null,
  };
}

function sees(part: Part, eyes: Eyes): boolean {
  return eyes.kind === 'all' || part.to === 'everyone' || (part.to !== 'host' && part.to.includes(eyes.role));
}

/** A line that did not change is written as null: the one before it still holds. */
function filled(lines: readonly (RefereeLine | null)[]): (RefereeLine | null)[] {
  let last: RefereeLine | null = null;
  return lines.map((line) => {
    last = line ?? last;
    return last;
  });
}

function marksOf(record: TableRecord): Mark[] {
  return record.events.flatMap((event, i) =>
    event.parts.flatMap(({ fact }): Mark[] => {
      const mark = (kind: Mark['kind'], label: string, side: string | null = null): Mark[] => [
        { position: i + 1, at: event.at, kind, label, side },
      ];
      switch (fact.type) {
        case 'move':
          return mark('move', fact.made.headline, fact.made.side);
        case 'disclosed':
          return mark('move', fact.made.headline, fact.made.side);
        case 'event':
          return mark('event', fact.headline);
        case 'agreement':
          return mark('home', 'agreement');
        case 'result':
          return mark('home', fact.sentence);
        case 'ended':
          return mark('home', fact.sentence);
        default:
          return [];
      }
    }),
  );
}
