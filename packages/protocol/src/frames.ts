import type { Brief } from './brief';
import type { Fact, Instant, Part, PersonId, WordsId } from './facts';
import type { Refusal } from './refusals';
import type { SessionFact } from './session';

/** The only protocol version there is so far. */
export const PROTOCOL = 1;

/** One thing the viewer was told, numbered densely among the viewer's own entries: silence hides hidden activity. */
export interface Entry<F = Fact | SessionFact> {
  /** 1, 2, 3 … within the epoch. */
  readonly n: number;
  readonly at: Instant;
  readonly facts: readonly F[];
}

/** Server → client, event `frame`. Sent only after what it tells is durable. */
export interface Frame {
  /** `session`, or the id of a table. */
  readonly feed: string;
  /** Changes when the viewer's entitlement does. A frame of a new epoch carries `reset` and starts at 1. */
  readonly epoch: string;
  readonly reset: boolean;
  readonly entries: readonly Entry[];
  /** Free text and nicknames that the entries refer to. A word that is missing has been deleted. */
  readonly words: Readonly<Record<WordsId, string>>;
  /** With `reset` on a table's feed: what the scenario says to this viewer. */
  readonly brief?: Brief;
}

export type Viewer =
  | { readonly kind: 'host' }
  | { readonly kind: 'screen' }
  | { readonly kind: 'seat'; readonly role: string }
  /** What is for one person alone, in the feed `mine`. */
  | { readonly kind: 'person'; readonly person: PersonId }
  /** Somebody of the session without a seat at the table: sees what everyone sees. */
  | { readonly kind: 'observer' };

/** Server → client, event `welcome` and answer to `hello`: who you are and what you follow. Sent again when a seat changes. */
export interface Welcome {
  readonly ok: true;
  readonly protocol: 1;
  readonly session: string;
  readonly now: Instant;
  readonly me:
    | {
        readonly kind: 'host';
        readonly screenToken: string;
        /** The co-host's id; missing for the owner of the session. */
        readonly host?: string;
      }
    | { readonly kind: 'screen' }
    /** Has asked to come back and waits for the host's word. */
    | { readonly kind: 'waiting' }
    | {
        readonly kind: 'person';
        readonly person: PersonId;
        readonly seat: { readonly table: string; readonly role: string } | null;
      };
  /** Feeds that frames are sent for. */
  readonly feeds: readonly string[];
}

/** Server → client, event `presence`: never stored, never numbered. Everybody's for the host; a table's people for its seats. */
export interface Presence {
  readonly online: readonly PersonId[];
}

/** Server → client, event `gone`: you were removed or not let in, or the session ended, was put away or deleted. */
export interface Gone {
  readonly code: 'removed' | 'not-admitted' | 'revoked' | 'session-closed' | 'session-archived';
}

/** Server → the host alone, event `reading`: the referee's line for a table after the newest event. Not part of the record. */
export interface Reading {
  readonly table: string;
  readonly line: RefereeLine;
}

/** What the referee says at one moment. For hosts and opened debriefs only: live numbers leak. */
export interface RefereeLine {
  /** Model support of each faction for the current draft (open issues count nothing) and every adjustment. */
  readonly supports: Readonly<Record<string, number>>;
  readonly votes: Readonly<Record<string, 'yes' | 'no' | 'abstain'>>;
  readonly sides: readonly {
    readonly side: string;
    readonly passes: boolean;
    readonly yes: number;
    readonly no: number;
    readonly abstained: number;
    readonly margin: number | null;
    readonly winSet: number | null;
    readonly sentence: string;
  }[];
  readonly jointWinSet: number | null;
  /** Present while the win-sets are still being counted: how much of that is done, 0 to 1. Until then they are null. */
  readonly counting?: number;
  readonly deals: number;
  /** True when every issue of the draft has an option. */
  readonly complete: boolean;
}

export type Joined = {
  readonly ok: true;
  readonly token: string;
  readonly person: PersonId;
  readonly session: string;
  /** With it the same person can come in on another device. Given once. */
  readonly returnCode?: string;
  /** The host has to agree first: `hello` with the token says when. */
  readonly waiting?: boolean;
};

/** The answer to `solo`: a seat in a session of one's own. */
export type Solo = Joined & { readonly code: string };
export type LetIn = { readonly ok: true; readonly token: string; readonly host: string };
/** Sessions of this installation, the newest first. */
export type SessionList = {
  readonly ok: true;
  /** Whether these are all of the installation. */
  readonly all: boolean;
  /** Whether the host pass would show more. */
  readonly hasPass: boolean;
  readonly sessions: readonly SessionCard[];
};
export interface SessionCard {
  readonly session: string;
  readonly code: string;
  readonly scenario: string;
  readonly title: string;
  readonly tables: number;
  readonly people: number;
  readonly opened: Instant;
  /** When something happened last. */
  readonly last: Instant;
  /** When it will be deleted if nothing happens any more; null = never. */
  readonly deleted: Instant | null;
  readonly archived: boolean;
  readonly closed: boolean;
  /** Whether a token that was shown is its owner's. */
  readonly own: boolean;
}
export type Deleted = { readonly ok: true };
export type Hosting = {
  readonly ok: true;
  readonly hostToken: string;
  readonly screenToken: string;
  readonly code: string;
  readonly session: string;
};
/** The command's id and the viewer's own number after it; never a table version. */
export type Accepted = { readonly ok: true; readonly id: string; readonly n: number };
export type Answer<T> = T | Refusal;

/** The record of a table for a debrief: every event with who was told what. */
export interface TableRecord {
  readonly ok: true;
  readonly table: string;
  readonly events: readonly {
    readonly at: Instant;
    readonly type: string;
    readonly parts: readonly Part[];
  }[];
  readonly words: Readonly<Record<WordsId, string>>;
  /** What the scenario says to the host, and to every role. */
  readonly brief: Brief;
  readonly briefs: Readonly<Record<string, Brief>>;
  readonly debrief: {
    readonly history: string;
    readonly disputes: string;
    readonly questions: readonly string[];
  };
  /**
   * The referee's line after each event: `lines[i]` belongs to `events[i]`; null = same as before. Lines that are still `counting` are complete
   * in a record that is asked for later.
   */
  readonly lines: readonly (RefereeLine | null)[];
}

/** A card of the library. */
export interface ScenarioCard {
  readonly id: string;
  readonly title: string;
  readonly tagline: string;
  readonly summary: string;
  readonly period: string;
  /** The language of these texts. */
  readonly language: string;
  /** Every language in which it can be played, its own first. */
  readonly languages: readonly string[];
  readonly players: { readonly min: number; readonly max: number };
  readonly minutes: readonly number[];
  readonly difficulty: number;
  readonly devices: readonly string[];
  readonly licence: string;
  readonly sides: readonly {
    readonly id: string;
    readonly name: string;
    readonly colour: string;
    readonly roles: number;
  }[];
  readonly table: {
    readonly briefing: number;
    readonly rounds: number;
    readonly roundMinutes: number;
    readonly ratification: number;
    readonly returns: number;
    readonly ballot: string;
  };
}
