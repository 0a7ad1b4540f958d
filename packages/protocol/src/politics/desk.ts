import type { HappeningId, PersonId, WordsId } from '../facts';
import type { MapEntry, PlanPromise, PoliticsFact, SpeechChart } from './facts';

/** What a fact told, without its type. */
type Told<T extends PoliticsFact['type']> = Omit<Extract<PoliticsFact, { type: T }>, 'type'>;

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
  readonly estimates: readonly Told<'estimated'>[];
  readonly corrections: readonly Told<'corrected'>[];
  readonly cards: readonly Told<'confided'>[];
  readonly charts: Readonly<
    Record<
      HappeningId,
      { readonly role: string; readonly chart: SpeechChart; readonly handedTo: readonly string[] }
    >
  >;
  readonly contradictions: readonly Told<'contradiction'>[];
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
