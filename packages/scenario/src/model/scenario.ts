import type { OptionTest } from './condition';
import type { Action, Criticism, Move, Trigger } from './move';
import type {
  ChannelId,
  FactionId,
  Fraction,
  IssueId,
  MoveId,
  OptionId,
  RoleId,
  Rule,
  SideId,
  TriggerId,
} from './rule';

/** A scenario as everything but the loader sees it: validated, normalised, every reference resolved, order as written. */
export interface Scenario {
  /** Version of the format it was written in, after upcasting always the newest. */
  readonly format: 1;
  readonly id: string;
  readonly title: string;
  readonly language: string;
  /** One line for a card in the library. */
  readonly tagline: string;
  /** Markdown, public. */
  readonly summary: string;
  readonly period: string;
  readonly players: { readonly min: number; readonly max: number };
  readonly minutes: readonly number[];
  readonly difficulty: 1 | 2 | 3;
  readonly devices: readonly string[];
  readonly licence: string;
  readonly sources: readonly string[];
  readonly table: TableDefaults;
  /** Displayed support is clamped to this scale; votes use the unclamped sum. */
  readonly scale: { readonly min: number; readonly max: number };
  readonly sides: readonly Side[];
  readonly roles: readonly Role[];
  readonly factions: readonly Faction[];
  readonly principals: readonly Principal[];
  readonly issues: readonly Issue[];
  /** Deals that contain all options of a set are not possible. */
  readonly incompatible: readonly (readonly OptionTest[])[];
  readonly interactions: readonly Interaction[];
  readonly channels: readonly Channel[];
  readonly rumours: readonly Rumour[];
  readonly moves: readonly Move[];
  readonly triggers: readonly Trigger[];
  readonly criticisms: readonly Criticism[];
  readonly speech: Speech | null;
  readonly politics: Politics;
  readonly historic: {
    readonly deal: Readonly<Record<IssueId, OptionId>>;
    readonly moves: readonly string[];
  } | null;
  /** What must come out under model votes: the author's check on the numbers. */
  readonly balance: readonly BalanceRow[];
  readonly debrief: {
    readonly history: string;
    readonly disputes: string;
    readonly questions: readonly string[];
  };
  /** For whoever teaches with it: Markdown, never shown to players. */
  readonly teaching: string;
}

/** A deal, a plan of moves, and what the sides must make of them. */
export interface BalanceRow {
  readonly name: string;
  /** A whole deal: what the row does not say is as in history. */
  readonly deal: Readonly<Record<IssueId, OptionId>>;
  readonly moves: readonly MoveId[];
  /** Moves among them that go badly: every chance strikes, every promise is broken. */
  readonly bad: readonly MoveId[];
  /** Moves among them that nobody has asked for; the others count as invited. */
  readonly uninvited: readonly MoveId[];
  /** Events that have happened: what they do for good counts. */
  readonly events: readonly TriggerId[];
  readonly expect: readonly {
    readonly side: SideId;
    readonly passes: boolean;
    /** Weight of yes and of no; null = not checked. */
    readonly yes: number | null;
    readonly no: number | null;
  }[];
  /** Size of the joint win-set with these moves; null = not checked. */
  readonly joint: number | null;
}

/** What the politics behind the table answer to acts that need no content of their own. Points are support, whole numbers. */
export interface Politics {
  /** For each faction that has heard one side say two things that differ: of that side (`home`), and of another (`abroad`). */
  readonly contradiction: { readonly home: number; readonly abroad: number };
  /** Telling the other side a true card of an own faction: the chance that the faction hears of it, and what it makes of that. */
  readonly confidence: { readonly leak: Fraction; readonly points: number };
  /** For every member, while a blocking coalition stands openly. */
  readonly bloc: number;
  /** For a faction whose negotiator brings home what was ruled out to it. */
  readonly assurance: number;
  /** The most that one faction can sway another of its side. */
  readonly lobby: number;
  /** Capital for an estimate of a faction abroad, which is off by `error` points at most, and for an expert's word on one's own map. */
  readonly intelligence: { readonly cost: number; readonly error: number; readonly expert: number };
  /** For a faction that holds an attack which the other side foresaw in the draft of the speech that was given. */
  readonly foreseen: number;
  /** What two negotiators can promise each other; null = nothing. */
  readonly plan: Plans | null;
}

export interface Plans {
  /** Who may offer and sign. */
  readonly by: readonly RoleId[];
  /** Moves that can be promised or asked for. */
  readonly moves: readonly MoveId[];
  /** Kinds of moves that can be forsworn: a tag and what it means. */
  readonly avoid: readonly { readonly tag: string; readonly label: string }[];
  /** Done when a side has kept, or broken, a promise. */
  readonly kept: Readonly<Record<SideId, readonly Action[]>>;
  readonly broken: Readonly<Record<SideId, readonly Action[]>>;
}

export interface TableDefaults {
  /** Minutes. */
  readonly briefing: number;
  readonly rounds: readonly { readonly name: string; readonly date: string; readonly minutes: number }[];
  readonly ratification: number;
  /** How many times a refused agreement may come back to the table, and the minutes of each such round. */
  readonly returns: { readonly times: number; readonly minutes: number };
  readonly ballot: 'free' | 'bounded' | 'model';
  /** Political capital a seat gets each round; null = unlimited. Unspent capital up to `carry` goes into the next round. */
  readonly capital: { readonly perRound: number | null; readonly carry: number };
}

export type SideColour = 'blue' | 'oxblood' | 'green';

export interface Side {
  readonly id: SideId;
  readonly name: string;
  /** Two to six letters for the board. */
  readonly short: string;
  /** "Moscow": the place where it ratifies, for sentences. */
  readonly place: string;
  readonly colour: SideColour;
  readonly rule: Rule;
  /** The rule in a sentence, for players. */
  readonly ruleText: string;
}

export type RoleKind = 'negotiator' | 'aide' | 'faction' | 'press';

export interface Role {
  readonly id: RoleId;
  readonly kind: RoleKind;
  /** null for press. */
  readonly side: SideId | null;
  readonly name: string;
  /** For the board: at most about 16 letters. */
  readonly short: string;
  /** Public profile, one or two sentences. */
  readonly office: string;
  /** A head may initial and present. Exactly one role of each side initials. */
  readonly initials: boolean;
  /** Seating priority, 1 first. */
  readonly order: number;
  /** How many students may share the seat. */
  readonly capacity: number;
  readonly card: { readonly who: string; readonly want: string; readonly question: string } | null;
  readonly stake: { readonly concern: string; readonly give: string; readonly hurt: string } | null;
  /** Markdown, private. */
  readonly briefing: string;
}

export interface Faction {
  readonly id: FactionId;
  readonly side: SideId;
  readonly weight: number;
  /** Support before any option or adjustment. Below −1 an opponent, above +1 a supporter, else undecided. */
  readonly start: number;
  /** Votes yes at or above. */
  readonly yes: number;
  /** Votes no at or below; between the two it abstains. */
  readonly no: number;
  /** Fierce opposition at or below. */
  readonly fierce: number;
  /** Bounded ballots: a person's vote counts where |margin| is at most this. */
  readonly judgement: number;
  /** Everybody's idea of it before play. */
  readonly reputation: 'supporter' | 'opponent' | 'undecided';
  /** Points per option; missing = 0. */
  readonly points: Readonly<Record<IssueId, Readonly<Record<OptionId, number>>>>;
  /** Refuses any deal that matches every test of one line. */
  readonly redLines: readonly { readonly deal: readonly OptionTest[]; readonly text: string }[];
  readonly noAgreement: number;
  /** Moves with one of these tags gain only half of it, cut toward zero: what cannot be bought. */
  readonly resists: readonly string[];
}

/** A Level One negotiator's own points. */
export interface Principal {
  readonly role: RoleId;
  readonly noAgreement: number;
  readonly points: Readonly<Record<IssueId, Readonly<Record<OptionId, number>>>>;
}

export interface Issue {
  readonly id: IssueId;
  readonly name: string;
  readonly short: string;
  readonly question: string;
  readonly options: readonly {
    readonly id: OptionId;
    readonly label: string;
    readonly short: string;
    readonly note: string;
  }[];
}

export interface Interaction {
  /** A faction or principal. */
  readonly of: string;
  readonly deal: readonly OptionTest[];
  readonly points: number;
}

export type ChannelKind = 'table' | 'caucus' | 'direct' | 'back-channel' | 'press' | 'facilitator';

/** Who may read and write is fixed here, never by the client. Built-in channels are made by the loader; back channels by the author. */
export interface Channel {
  readonly id: ChannelId;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly members: readonly RoleId[];
  /** press: everybody reads. */
  readonly readers: 'members' | 'everyone';
  /** Back channels: the chance, each round in which it is used, that it comes out at the next; and what follows then. */
  readonly leak: { readonly odds: Fraction; readonly do: readonly Action[] } | null;
}

export interface Rumour {
  readonly to: readonly RoleId[];
  readonly about: FactionId | null;
  readonly text: string;
  /** A guessed range of the faction's starting support. */
  readonly range: { readonly min: number; readonly max: number } | null;
  readonly true: boolean;
  /** What is really so, for the debrief. */
  readonly truth: string;
}

/** The acceptance speech: up to `max` answer cards; each answered criticism a faction truly holds moves it, bounded. */
export interface Speech {
  readonly max: number;
  /** Points per truly answered criticism, and the most a speech can move one faction. */
  readonly perAnswer: number;
  readonly most: number;
  /** A faction's own rating adds at most this, either way. */
  readonly rating: number;
}
