import type { HappeningId, PersonId, Vote, WordsId } from '../facts';

/** What one side of a joint plan binds itself to: one of its roles makes the move in time, or none of them makes a move with the tag. */
export interface PlanPromise {
  readonly side: string;
  readonly kind: 'do' | 'avoid';
  /** A move for `do`, a tag for `avoid`. */
  readonly what: string;
  /** Last bargaining round for which it holds; null = until the table has its outcome. */
  readonly until: number | null;
}

/** What a negotiator thinks of a faction abroad. Everything left out is not known. */
export interface MapEntry {
  /** Support for the agreed terms, on the scenario's scale. */
  readonly stance?: number | undefined;
  /** Share of its side's weight, 0 to 100. */
  readonly influence?: number | undefined;
  /** The issue it cares for most. */
  readonly concern?: string | undefined;
  readonly vote?: Vote | undefined;
  /** In the vote, 0 to 100. */
  readonly confidence?: number | undefined;
}

/** A draft of the speech with which a side takes the agreement home: who must be won, in what words, and against which attacks. */
export interface SpeechChart {
  /** The side that is to give the speech. */
  readonly for: string;
  readonly constituencies: readonly string[];
  readonly attacks: readonly string[];
  /** Themes and answers, in own words. */
  readonly words: WordsId | null;
}

/** What can become known of the politics behind the table, beyond moves and talk. */
export type PoliticsFact =
  /** Two negotiators' understanding of what each will do, or leave undone, for the other's factions. */
  | {
      readonly type: 'plan-offered';
      readonly id: HappeningId;
      readonly by: string;
      readonly to: string;
      readonly promises: readonly PlanPromise[];
      readonly words: WordsId | null;
      readonly round: number;
    }
  | {
      readonly type: 'plan-answered';
      readonly plan: HappeningId;
      readonly role: string;
      readonly accepted: boolean;
    }
  | {
      readonly type: 'promise-settled';
      readonly plan: HappeningId;
      /** Place in the plan's list. */
      readonly promise: number;
      readonly how: 'kept' | 'broken';
      readonly by: HappeningId | null;
    }
  /** Before a move may be made at home, those behind the table are asked. */
  | {
      readonly type: 'consent-asked';
      readonly id: HappeningId;
      readonly move: string;
      readonly headline: string;
      readonly role: string;
      readonly of: readonly string[];
    }
  | { readonly type: 'consent-given'; readonly move: string; readonly role: string; readonly yes: boolean }
  | {
      readonly type: 'bloc';
      readonly id: HappeningId;
      readonly bloc: string;
      readonly factions: readonly string[];
      readonly members: readonly string[];
      readonly stands: boolean;
    }
  /** A faction asks its negotiator whether an option can be ruled out. */
  | {
      readonly type: 'asked';
      readonly id: HappeningId;
      readonly faction: string;
      readonly issue: string;
      readonly option: string;
    }
  | { readonly type: 'assured'; readonly question: HappeningId; readonly role: string; readonly yes: boolean }
  | {
      readonly type: 'lobbied';
      readonly id: HappeningId;
      readonly faction: string;
      readonly target: string;
      readonly wants: 'for' | 'against';
      readonly words: WordsId | null;
    }
  | { readonly type: 'lobby-answered'; readonly lobby: HappeningId; readonly swayed: boolean }
  | {
      readonly type: 'mapped';
      readonly id: HappeningId;
      readonly role: string;
      readonly about: string;
      readonly entry: MapEntry;
      readonly round: number;
    }
  /** Bought, and possibly off. */
  | {
      readonly type: 'estimated';
      readonly id: HappeningId;
      readonly role: string;
      readonly about: string;
      readonly min: number;
      readonly max: number;
      readonly round: number;
    }
  /** An expert's word on one's own entry in the map. */
  | {
      readonly type: 'corrected';
      readonly id: HappeningId;
      readonly role: string;
      readonly about: string;
      readonly stance: number;
      readonly verdict: 'right' | 'too-high' | 'too-low';
      readonly round: number;
    }
  /** A true card of an own faction, confided to somebody of another side. */
  | {
      readonly type: 'confided';
      readonly id: HappeningId;
      readonly by: string;
      readonly to: string;
      readonly about: string;
      /** Support for the agreed terms at that moment. */
      readonly support: number;
      readonly yes: number;
      readonly redLines: readonly string[];
      readonly round: number;
    }
  | {
      readonly type: 'speech-drafted';
      readonly id: HappeningId;
      readonly role: string;
      readonly side: string | null;
      readonly chart: SpeechChart;
    }
  | {
      readonly type: 'speech-handed';
      readonly id: HappeningId;
      readonly draft: HappeningId;
      readonly by: string;
      readonly to: string;
      readonly chart: SpeechChart;
    }
  /** One side said one thing and another; `heard` are the factions that know both. */
  | {
      readonly type: 'contradiction';
      readonly id: HappeningId;
      readonly side: string;
      readonly topic: string;
      readonly first: HappeningId;
      readonly second: HappeningId;
    }
  /** The helped side tells the helper what came of it: always true. */
  | {
      readonly type: 'acknowledged';
      readonly id: HappeningId;
      readonly of: HappeningId;
      readonly role: string;
      readonly side: string;
      readonly result: 'helped' | 'hurt' | 'nothing';
    }
  /** In the debrief: would one defend this move in public? */
  | {
      readonly type: 'judged';
      readonly of: HappeningId;
      readonly person: PersonId;
      readonly defend: boolean;
    };
