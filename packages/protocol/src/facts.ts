import type { Ban, OptionTest } from '@btt/scenario';
import type { PoliticsFact } from './politics/facts';

/** Milliseconds since the epoch, by the server's clock. */
export type Instant = number;
/** Id of a piece of free text or a nickname. The words themselves travel and are stored apart from facts and can be deleted. */
export type WordsId = string;
export type PersonId = string;
/** Id of something that happened at a table (a move taken, an effect, a message …), unique in the table. */
export type HappeningId = string;

export type Phase = 'lobby' | 'briefing' | 'bargaining' | 'ratification' | 'count' | 'debrief';
export type Vote = 'yes' | 'no' | 'abstain';
export type Stance = 'for' | 'against' | 'undecided';
export type Reaction = 'inflamed' | 'unmoved' | 'reassured';
export type Terms = Readonly<Record<string, string>>;

export interface TableSettings {
  /** Minutes. */
  readonly briefing: number;
  readonly rounds: readonly { readonly name: string; readonly date: string; readonly minutes: number }[];
  readonly ratification: number;
  readonly returns: { readonly times: number; readonly minutes: number };
  readonly ballot: 'free' | 'bounded' | 'model';
  readonly capital: { readonly perRound: number | null; readonly carry: number };
  /** Free chat in channels. Off: the class talks aloud and everything structured still works. */
  readonly chat: boolean;
  /** Off: what one side does has no effect on the factions of another. Missing = on. */
  readonly crossTable?: boolean;
  /** Where the class is. Missing = not said. */
  readonly mode?: 'room' | 'remote' | 'mixed';
  /** `host`: every chance waits for the host until the next round. Missing = `chance`: those of the moment fall at once. */
  readonly luck?: 'chance' | 'host';
  /** Seats that autopilots take by themselves: empty ones, or also those whose people are away. Missing = none. */
  readonly autopilot?: 'empty' | 'away';
  /** Somebody plays alone and may go on without a host. */
  readonly solo?: true;
}

/** Why an autopilot plays a seat: the host or somebody who sits there wanted it, the seat is empty, or its people are away. */
export type AutopilotBy = 'host' | 'seat' | 'empty' | 'away';

/** One issue of the single negotiating text. `accepted` lists the sides that stand by the option; all sides = agreed. */
export interface Clause {
  readonly option: string | null;
  readonly accepted: readonly string[];
  readonly rejected: readonly string[];
  /** Side that put it, or null when an event did. */
  readonly by: string | null;
}

/** A move as it is known to whoever learns of it. */
export interface MoveMade {
  readonly id: HappeningId;
  readonly move: string;
  readonly kind: 'measure' | 'statement' | 'answer' | 'invitation' | 'faction';
  readonly role: string;
  readonly side: string | null;
  readonly headline: string;
  readonly words: WordsId | null;
  readonly picked: readonly string[];
  readonly tags: readonly string[];
  readonly asserts: Readonly<Record<string, string>>;
  readonly invites: readonly string[];
  /** Sides whose answer is expected. */
  readonly expects: readonly string[];
  /** The happening that this answers. */
  readonly answers: HappeningId | null;
  readonly audience: 'everyone' | 'some';
  readonly round: number;
}

export interface Effect {
  readonly id: HappeningId;
  readonly faction: string;
  readonly points: number;
  readonly deal: readonly OptionTest[];
  /** The happening that did it, or null when the reader may not know. */
  readonly cause: HappeningId | null;
}

/** When an effect or an obligation ends: after this round, when the trigger happens, when the obligation is broken, or when the agreement returns to the table. */
export type Lasts =
  | { readonly kind: 'round'; readonly round: number }
  | { readonly kind: 'trigger'; readonly trigger: string }
  | { readonly kind: 'obligation'; readonly obligation: string }
  /** While the blocking coalition stands. */
  | { readonly kind: 'bloc'; readonly bloc: string }
  | { readonly kind: 'return' };

export interface SideResult {
  readonly side: string;
  readonly passed: boolean;
  readonly yes: number;
  readonly no: number;
  readonly abstained: number;
  readonly sentence: string;
}

export type Outcome = 'ratified' | 'refused' | 'no-agreement';

/**
 * What can become known about a table. A state is the fold of all facts; what a viewer sees is the same fold over the
 * facts that viewer was told. Facts are resolved: folding them needs neither the scenario nor chance.
 */
export type Fact =
  | {
      readonly type: 'table-opened';
      readonly table: string;
      readonly name: string;
      readonly scenario: string;
      readonly settings: TableSettings;
    }
  | { readonly type: 'seat-held'; readonly role: string; readonly people: readonly PersonId[] }
  | { readonly type: 'ready'; readonly role: string }
  /** From now on an autopilot plays the seat, or does not any more. Everybody knows which seats it plays. */
  | {
      readonly type: 'autopilot';
      readonly role: string;
      readonly on: boolean;
      readonly by: AutopilotBy;
    }
  | {
      readonly type: 'phase';
      readonly phase: Phase;
      readonly round: number;
      readonly deadline: Instant | null;
      readonly returned: number;
    }
  | {
      readonly type: 'clock';
      readonly deadline: Instant | null /** Milliseconds left while paused, else null. */;
      readonly paused: number | null;
    }
  | {
      readonly type: 'capital';
      readonly role: string;
      readonly balance: number | null;
      readonly change: number;
      readonly cause: HappeningId | null;
    }
  /** A new round: every purse gets `perRound` and keeps at most `carry` of what was left. null = unlimited. */
  | { readonly type: 'capital-round'; readonly perRound: number | null; readonly carry: number }
  /** So many bargaining rounds are lost once this one is over. */
  | { readonly type: 'rounds-lost'; readonly rounds: number }
  | {
      readonly type: 'said';
      readonly id: HappeningId;
      readonly channel: string;
      readonly role: string | null;
      readonly person: PersonId | null;
      readonly words: WordsId;
    }
  | {
      readonly type: 'proposed';
      readonly id: HappeningId;
      readonly role: string;
      readonly side: string;
      readonly terms: Terms;
      readonly words: WordsId | null;
    }
  | {
      readonly type: 'clause-answered';
      readonly id: HappeningId;
      readonly role: string;
      readonly side: string;
      readonly issue: string;
      readonly answer: 'accept' | 'reject';
      readonly words: WordsId | null;
    }
  | { readonly type: 'clause'; readonly issue: string; readonly clause: Clause }
  | {
      readonly type: 'draft-shown';
      readonly id: HappeningId;
      readonly role: string;
      readonly side: string;
      readonly draft: Readonly<Record<string, Clause>>;
    }
  | { readonly type: 'initialled'; readonly side: string; readonly role: string }
  | { readonly type: 'initials-removed'; readonly side: string }
  | { readonly type: 'agreement'; readonly deal: Terms }
  | { readonly type: 'move'; readonly made: MoveMade }
  /** A hidden value of a move, told to who may know it. */
  | {
      readonly type: 'move-secret';
      readonly of: HappeningId;
      readonly key: string;
      readonly value: string;
      readonly label: string;
    }
  /** A move made earlier becomes known to more people (a leak, an echo). */
  | { readonly type: 'disclosed'; readonly made: MoveMade; readonly text: string }
  | { readonly type: 'effect'; readonly effect: Effect }
  | { readonly type: 'effect-ended'; readonly id: HappeningId; readonly faction: string }
  /** For the record: what truly caused an effect, and how long it lasts (null: to the end). */
  | {
      readonly type: 'effect-behind';
      readonly id: HappeningId;
      readonly cause: HappeningId;
      readonly lasts: Lasts | null;
    }
  | {
      readonly type: 'draw-pending';
      readonly id: HappeningId;
      readonly draw: string;
      readonly odds: string;
      readonly cause: HappeningId;
      readonly round: number;
      readonly hint: string;
    }
  | {
      readonly type: 'drawn';
      readonly id: HappeningId;
      readonly draw: string;
      readonly odds: string;
      readonly cause: HappeningId;
      readonly hit: boolean;
      readonly by: 'chance' | 'host';
    }
  | {
      readonly type: 'event';
      readonly id: HappeningId;
      readonly trigger: string;
      readonly gate: boolean;
      readonly date: string;
      readonly headline: string;
      readonly text: string;
      readonly audience: 'everyone' | 'some';
    }
  | {
      readonly type: 'told';
      readonly id: HappeningId;
      readonly text: string;
      readonly cause: HappeningId | null;
    }
  | {
      readonly type: 'bound';
      readonly id: HappeningId;
      readonly obligation: string;
      readonly who: readonly string[];
      readonly side: string | null;
      readonly ban: Ban;
      readonly text: string;
      readonly lasts: Lasts | null;
      readonly cause: HappeningId;
    }
  | {
      readonly type: 'released';
      readonly obligation: string;
      readonly how: 'kept' | 'broken';
      readonly by: HappeningId | null;
    }
  | { readonly type: 'stance'; readonly faction: string; readonly stance: Stance; readonly public: boolean }
  | {
      readonly type: 'instructed';
      readonly id: HappeningId;
      readonly faction: string;
      readonly issue: string | null;
      readonly option: string | null;
      readonly words: WordsId | null;
    }
  | {
      readonly type: 'reacted';
      readonly id: HappeningId;
      readonly faction: string;
      readonly to: HappeningId;
      readonly reaction: Reaction;
    }
  | {
      readonly type: 'speech';
      readonly id: HappeningId;
      readonly side: string;
      readonly role: string;
      readonly answers: readonly {
        readonly criticism: string;
        readonly answer: string;
        readonly attack: string;
        readonly reply: string;
      }[];
      /** The draft that it was given from, if any. */
      readonly draft?: HappeningId;
      readonly words: WordsId | null;
    }
  | {
      readonly type: 'speech-rated';
      readonly id: HappeningId;
      readonly faction: string;
      readonly rating: number;
    }
  | { readonly type: 'ballot'; readonly faction: string; readonly person: PersonId; readonly vote: Vote }
  | { readonly type: 'ballot-in'; readonly faction: string }
  | {
      readonly type: 'result';
      readonly sides: readonly SideResult[];
      readonly votes: Readonly<Record<string, Vote>>;
      readonly overruled: readonly string[];
      readonly passed: boolean;
      readonly sentence: string;
    }
  | {
      readonly type: 'ended';
      readonly outcome: Outcome /** A negotiator would not sign, or home refused. */;
      readonly defection: 'voluntary' | 'involuntary' | null;
      readonly sentence: string;
    }
  | { readonly type: 'help-asked'; readonly role: string; readonly words: WordsId | null }
  | { readonly type: 'help-given'; readonly role: string }
  | { readonly type: 'broadcast'; readonly id: HappeningId; readonly words: WordsId }
  | { readonly type: 'debrief-opened'; readonly to: 'everyone' }
  | PoliticsFact;

export type FactType = Fact['type'];

/** Who is told: everyone who may look at the table at all, the host alone, or the host and these roles. */
export type Audience = 'everyone' | 'host' | readonly string[];

/** A fact cannot be recorded without saying who is told. */
export interface Part {
  readonly to: Audience;
  readonly fact: Fact;
}
