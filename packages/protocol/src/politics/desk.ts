import type { HappeningId, PersonId, WordsId } from '../facts';
import type { MapEntry, PlanPromise, SpeechChart } from './facts';

/** What has been told to somebody of the politics behind the table, folded. */
export interface PoliticsDesk {
  readonly plans: Readonly<
    Record<
      HappeningId,
      {
        readonly by: string;
        readonly to: string;
        readonly words: WordsId | null;
        readonly round: number;
        readonly state: 'offered' | 'signed' | 'declined';
        readonly promises: readonly (PlanPromise & { readonly state: 'open' | 'kept' | 'broken' })[];
      }
    >
  >;
  /** Move → who was asked for consent, and what they said. */
  readonly consents: Readonly<
    Record<
      string,
      {
        readonly role: string;
        readonly headline: string;
        readonly of: readonly string[];
        readonly given: Readonly<Record<string, boolean>>;
      }
    >
  >;
  readonly blocs: Readonly<
    Record<
      string,
      { readonly factions: readonly string[]; readonly members: readonly string[]; readonly stands: boolean }
    >
  >;
  readonly questions: Readonly<
    Record<
      HappeningId,
      {
        readonly faction: string;
        readonly issue: string;
        readonly option: string;
        readonly yes: boolean | null;
      }
    >
  >;
  readonly lobbies: Readonly<
    Record<
      HappeningId,
      {
        readonly faction: string;
        readonly target: string;
        readonly wants: 'for' | 'against';
        readonly words: WordsId | null;
        readonly swayed: boolean | null;
      }
    >
  >;
  /** Role → faction → its newest entry. */
  readonly maps: Readonly<Record<string, Readonly<Record<string, MapEntry>>>>;
  readonly estimates: readonly {
    readonly id: HappeningId;
    readonly role: string;
    readonly about: string;
    readonly min: number;
    readonly max: number;
    readonly round: number;
  }[];
  readonly corrections: readonly {
    readonly id: HappeningId;
    readonly role: string;
    readonly about: string;
    readonly stance: number;
    readonly verdict: 'right' | 'too-high' | 'too-low';
    readonly round: number;
  }[];
  readonly cards: readonly {
    readonly id: HappeningId;
    readonly by: string;
    readonly to: string;
    readonly about: string;
    readonly support: number;
    readonly yes: number;
    readonly redLines: readonly string[];
    readonly round: number;
  }[];
  readonly charts: Readonly<
    Record<
      HappeningId,
      { readonly role: string; readonly chart: SpeechChart; readonly handedTo: readonly string[] }
    >
  >;
  readonly contradictions: readonly {
    readonly id: HappeningId;
    readonly side: string;
    readonly topic: string;
    readonly first: HappeningId;
    readonly second: HappeningId;
  }[];
  /** Move made → what the helped side said of it. */
  readonly acknowledged: Readonly<Record<HappeningId, 'helped' | 'hurt' | 'nothing'>>;
  /** Move made → person → would defend it in public. */
  readonly judgements: Readonly<Record<HappeningId, Readonly<Record<PersonId, boolean>>>>;
}

export const EMPTY_POLITICS: PoliticsDesk = {
  plans: {},
  consents: {},
  blocs: {},
  questions: {},
  lobbies: {},
  maps: {},
  estimates: [],
  corrections: [],
  cards: [],
  charts: {},
  contradictions: [],
  acknowledged: {},
  judgements: {},
};
