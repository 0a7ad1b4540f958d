import type { Client } from '@btt/client';
import { granted } from '@btt/client/test-support';
import { type Desk, EMPTY_DESK, foldAll, type Part } from '@btt/protocol';
import { isDeepStrictEqual } from 'node:util';

export interface Seat {
  readonly role: string;
  readonly client: Client;
}

/** Roles of the flagship that talk in the harnesses. */
const TALKERS = ['baker', 'shevardnadze', 'kohl', 'gorbachev', 'ross', 'tarasenko'] as const;
/** Lines of one seat that are under way at a time. */
const AT_ONCE = 2;

/** A class with these roles seated, one student each, in its briefing. */
export async function openTalkingClass(
  connect: () => Client,
  roles: readonly string[] = TALKERS,
): Promise<{ readonly host: Client; readonly table: string; readonly seats: readonly Seat[] }> {
  const host = connect();
  const hosting = granted(await host.host({ scenario: 'german-reunification' }));
  granted(await host.hello(hosting.hostToken));
  const table = `${hosting.session}-1`;
  const seats: Seat[] = [];
  for (const role of roles) {
    const client = connect();
    const joined = granted(await client.join({ code: hosting.code, nickname: `S. ${role}` }));
    granted(await client.hello(joined.token));
    granted(await host.hostSession({ type: 'seat', person: joined.person, table, role }));
    seats.push({ role, client });
  }
  granted(await host.hostTable(table, { type: 'start' }));
  return { host, table, seats };
}

export interface Talk {
  /** Every line that was ever sent, and those that were acknowledged. */
  readonly spoken: string[];
  readonly acknowledged: string[];
  /** Resolves after so many more acknowledgements. */
  acknowledgements(more: number): Promise<void>;
  /** Resolves when every seat has had an answer to a line that it said after this was asked. */
  everybodyHeard(): Promise<void>;
  /** Resolves when the last line has been answered. */
  stop(): Promise<void>;
}

/** Milliseconds between an acknowledgement and the next line: a page may not send as fast as it can. */
const BREATH = 110;

/** Everybody talks to the host, the next line soon after one is acknowledged. */
export function talking(seats: readonly Seat[], table: string): Talk {
  const spoken: string[] = [];
  const acknowledged: string[] = [];
  const waiting = new Set<{ readonly least: number; readonly done: () => void }>();
  const hearing = new Set<{
    readonly since: number;
    readonly missing: Set<string>;
    readonly done: () => void;
  }>();
  const talk = { goesOn: true };
  const threads = seats.flatMap(({ role, client }) =>
    Array.from({ length: AT_ONCE }, async (_, thread) => {
      for (let line = 1; talk.goesOn; line++) {
        const words = `${role}, thought ${thread + 1}, line ${line}.`;
        const began = performance.now();
        spoken.push(words);
        granted(await client.seat(table, { type: 'say', channel: `facilitator-${role}`, words }), words);
        acknowledged.push(words);
        for (const one of hearing) {
          if (began >= one.since) one.missing.delete(role);
          if (one.missing.size === 0 && hearing.delete(one)) one.done();
        }
        await new Promise((resume) => setTimeout(resume, BREATH));
        for (const one of waiting) if (acknowledged.length >= one.least && waiting.delete(one)) one.done();
      }
    }),
  );
  return {
    spoken,
    acknowledged,
    acknowledgements: (more) =>
      new Promise((done) => {
        waiting.add({ least: acknowledged.length + more, done });
      }),
    everybodyHeard: () =>
      new Promise((done) => {
        const missing = new Set(seats.map(({ role }) => role));
        hearing.add({ since: performance.now(), missing, done });
      }),
    async stop() {
      talk.goesOn = false;
      await Promise.all(threads);
    },
  };
}

/** Holds what everybody sees against what is in the log. Empty = all is well. */
export async function faultsOf(
  host: Client,
  seats: readonly Seat[],
  table: string,
  talk: Talk,
): Promise<string[]> {
  const record = granted(await host.record(table));
  const parts = record.events.flatMap((event) => event.parts);
  const kept = parts.flatMap(({ fact }) => (fact.type === 'said' ? [record.words[fact.words] ?? ''] : []));
  const times = new Map<string, number>();
  for (const words of kept) times.set(words, (times.get(words) ?? 0) + 1);
  const faults: string[] = [];
  for (const words of talk.acknowledged) if (!times.has(words)) faults.push(`lost: ${words}`);
  for (const [words, count] of times) if (count > 1) faults.push(`${count} times: ${words}`);
  for (const words of kept) if (!talk.spoken.includes(words)) faults.push(`never said: ${words}`);
  for (const { role, client } of seats) {
    const seen = client.store.getState().tables[table];
    const numbers = (seen?.entries ?? []).map(({ n }) => n);
    if (numbers.some((n, at) => n !== at + 1)) faults.push(`${role} has a gap`);
    if (!isDeepStrictEqual(plain(seen?.desk ?? EMPTY_DESK), plain(projected(parts, role))))
      faults.push(`${role} sees something else than the log tells`);
  }
  return faults;
}

function projected(parts: readonly Part[], role: string): Desk {
  const told = parts.filter(({ to }) => to === 'everyone' || (to !== 'host' && to.includes(role)));
  return foldAll(
    EMPTY_DESK,
    told.map(({ fact }) => fact),
  );
}

/** As it would come over the wire. */
function plain(desk: Desk): unknown {
  return JSON.parse(JSON.stringify(desk));
}

/** How long something took again and again, in milliseconds. */
export interface Spread {
  readonly median: number;
  readonly longest: number;
}

export function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((one, other) => one - other);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, longest: sorted.at(-1) ?? 0 };
}
