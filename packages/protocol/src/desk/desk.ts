import type { Ban } from '@btt/scenario';
import type {
  AutopilotBy,
  Clause,
  Effect,
  HappeningId,
  Instant,
  Lasts,
  MoveMade,
  Outcome,
  PersonId,
  Phase,
  Reaction,
  SideResult,
  Stance,
  TableSettings,
  Terms,
  Vote,
  WordsId,
} from '../facts';
import { EMPTY_POLITICS, type PoliticsDesk } from '../politics/desk';

/** What has been told to somebody about a table, folded. The host's desk is the whole truth; a seat's holds what the seat may know. */
export interface Desk {
  readonly table: string;
  readonly name: string;
  readonly scenario: string;
  readonly settings: TableSettings | null;
  readonly phase: Phase;
  /** 1-based in bargaining; 0 before. Returns to the table count on. */
  readonly round: number;
  /** Rounds that will be skipped when this one ends. */
  readonly roundsLost: number;
  readonly deadline: Instant | null;
  readonly paused: number | null;
  /** How often a refused agreement has come back. */
  readonly returned: number;
  readonly seats: Readonly<Record<string, readonly PersonId[]>>;
  readonly ready: readonly string[];
  /** Roles that an autopilot plays, and why. */
  readonly autopilots: Readonly<Record<string, AutopilotBy>>;
  /** null = unlimited. */
  readonly capital: Readonly<Record<string, number | null>>;
  readonly text: Readonly<Record<string, Clause>>;
  /** The draft as last shown to the viewer's caucus. */
  readonly shown: {
    readonly id: HappeningId;
    readonly role: string;
    readonly side: string;
    readonly draft: Readonly<Record<string, Clause>>;
  } | null;
  readonly initials: Readonly<Record<string, string>>;
  readonly deal: Terms | null;
  readonly moves: readonly MoveMade[];
  /** Known hidden values: happening → key → value and label. */
  readonly secrets: Readonly<
    Record<HappeningId, Readonly<Record<string, { readonly value: string; readonly label: string }>>>
  >;
  readonly effects: readonly Effect[];
  /** What truly lies behind each effect that ever was, as far as the viewer may know: the host alone. */
  readonly behind: Readonly<
    Record<
      HappeningId,
      {
        readonly cause: HappeningId;
        readonly lasts: Lasts | null;
        readonly faction: string;
        readonly points: number;
      }
    >
  >;
  readonly draws: readonly {
    readonly id: HappeningId;
    readonly draw: string;
    readonly odds: string;
    readonly cause: HappeningId;
    readonly round: number;
    readonly hint: string;
    readonly hit: boolean | null;
  }[];
  /** trigger → round in which it happened. */
  readonly triggers: Readonly<Record<string, number>>;
  readonly obligations: Readonly<
    Record<
      string,
      {
        readonly id: HappeningId;
        readonly who: readonly string[];
        readonly side: string | null;
        readonly ban: Ban;
        readonly text: string;
        readonly lasts: Lasts | null;
        readonly cause: HappeningId;
        readonly state: 'standing' | 'kept' | 'broken';
      }
    >
  >;
  readonly stances: Readonly<
    Record<string, { readonly public: Stance | null; readonly private: Stance | null }>
  >;
  readonly reactions: Readonly<Record<HappeningId, Readonly<Record<string, Reaction>>>>;
  readonly speeches: Readonly<
    Record<
      string,
      {
        readonly role: string;
        readonly answers: readonly {
          readonly criticism: string;
          readonly answer: string;
          readonly attack: string;
          readonly reply: string;
        }[];
        readonly words: WordsId | null;
      }
    >
  >;
  readonly ratings: Readonly<Record<string, number>>;
  readonly ballots: Readonly<Record<string, Readonly<Record<PersonId, Vote>>>>;
  readonly ballotsIn: readonly string[];
  readonly results: readonly {
    readonly sides: readonly SideResult[];
    readonly votes: Readonly<Record<string, Vote>>;
    readonly overruled: readonly string[];
    readonly passed: boolean;
    readonly sentence: string;
  }[];
  readonly outcome: {
    readonly outcome: Outcome;
    readonly defection: 'voluntary' | 'involuntary' | null;
    readonly sentence: string;
  } | null;
  readonly help: Readonly<Record<string, boolean>>;
  readonly debriefOpen: boolean;
  /** Role → round of its last public line. */
  readonly lines: Readonly<Record<string, number>>;
  readonly politics: PoliticsDesk;
}

/** Whose hand an autopilot's acts and ballots bear: nobody's of the class. */
export const AUTOPILOT: PersonId = 'the-autopilot';

export const EMPTY_DESK: Desk = {
  table: '',
  name: '',
  scenario: '',
  settings: null,
  phase: 'lobby',
  round: 0,
  roundsLost: 0,
  deadline: null,
  paused: null,
  returned: 0,
  seats: {},
  ready: [],
  autopilots: {},
  capital: {},
  text: {},
  shown: null,
  initials: {},
  deal: null,
  moves: [],
  secrets: {},
  effects: [],
  behind: {},
  draws: [],
  triggers: {},
  obligations: {},
  stances: {},
  reactions: {},
  speeches: {},
  ratings: {},
  ballots: {},
  ballotsIn: [],
  results: [],
  outcome: null,
  help: {},
  debriefOpen: false,
  lines: {},
  politics: EMPTY_POLITICS,
};
