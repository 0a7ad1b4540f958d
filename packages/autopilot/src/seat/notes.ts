import type { Desk, Fact, Stance, Vote } from '@btt/protocol';
import { keyOf, termsOf } from './seat';

/** A whole text that was on the table, and where factions said they stood while it was there: 1 for, 0 undecided, −1 against. */
export interface Trial {
  readonly terms: Readonly<Record<string, string>>;
  readonly stances: Readonly<Record<string, number>>;
  /** Whether the seat's own side had been shown this very text: only then do its stances speak of it. */
  readonly shown: boolean;
  /** Moves that the seat knew of by then: what came later may have changed minds. */
  readonly moves: number;
}

/**
 * What a seat was told and its desk does not keep: who wished for what, and who spoke last at the table. A fold over the seat's own
 * entries, as the desk is.
 */
export interface Notes {
  /** Entries so far: the number of the newest. */
  readonly told: number;
  readonly wishes: readonly { readonly faction: string; readonly issue: string; readonly option: string }[];
  /** Role that put an option before the others, newest last; rejections are not in it. */
  readonly offers: readonly {
    readonly role: string;
    readonly side: string;
    readonly terms: Readonly<Record<string, string>>;
  }[];
  /** What sides said to single options of the text. */
  readonly answers: readonly {
    readonly side: string;
    readonly issue: string;
    readonly option: string;
    readonly accepts: boolean;
  }[];
  readonly trials: readonly Trial[];
  /** Sides that have answered the text as it now stands. */
  readonly answered: readonly string[];
  /** Who changed the text last, and when. */
  readonly changed: { readonly side: string; readonly round: number; readonly offers: number } | null;
  /** Channel → how often the seat has spoken there in this round. */
  readonly spoken: Readonly<Record<string, number>>;
  /** Moves that somebody has said were of no use, or worse. */
  readonly regretted: readonly string[];
}

export const EMPTY_NOTES: Notes = {
  told: 0,
  wishes: [],
  offers: [],
  answers: [],
  trials: [],
  answered: [],
  changed: null,
  spoken: {},
  regretted: [],
};

/** More than any table needs. */
const MOST = 120;

/** Notes one entry of the seat's feed. `before` is the seat's desk before it. */
export function note(notes: Notes, facts: readonly Fact[], before: Desk, role: string): Notes {
  const after = facts.reduce((now, fact) => noteFact(now, fact, before, role), notes);
  return { ...after, told: notes.told + 1 };
}

function noteFact(notes: Notes, fact: Fact, before: Desk, role: string): Notes {
  switch (fact.type) {
    case 'instructed': {
      const { faction, issue, option } = fact;
      if (issue === null || option === null) return notes;
      return { ...notes, wishes: [...notes.wishes, { faction, issue, option }].slice(-MOST) };
    }
    case 'proposed':
      return {
        ...notes,
        offers: [...notes.offers, { role: fact.role, side: fact.side, terms: fact.terms }].slice(-MOST),
        answered: [...new Set([...notes.answered, fact.side])],
      };
    case 'clause-answered': {
      const { side, issue } = fact;
      const option = before.text[issue]?.option ?? '';
      const answer = { side, issue, option, accepts: fact.answer === 'accept' };
      return {
        ...notes,
        answers: [...notes.answers, answer].slice(-MOST),
        answered: [...new Set([...notes.answered, side])],
      };
    }
    case 'clause': {
      if (before.text[fact.issue]?.option === fact.clause.option) return notes;
      const side = notes.offers.at(-1)?.side ?? '';
      return {
        ...notes,
        trials: remember(notes.trials, trialOf(before)),
        changed: { side, round: before.round, offers: notes.offers.length },
        answered: [side],
      };
    }
    case 'result': {
      const votes = Object.entries(fact.votes).map(([faction, vote]) => [faction, VOTES[vote]] as const);
      if (!before.deal) return notes;
      const stances = Object.fromEntries(votes);
      const trial = { terms: before.deal, stances, shown: true, moves: before.moves.length };
      return { ...notes, trials: remember(notes.trials, trial) };
    }
    case 'phase':
      return fact.phase === 'bargaining' ? { ...notes, spoken: {}, answered: [] } : notes;
    case 'said':
      return fact.role === role
        ? { ...notes, spoken: { ...notes.spoken, [fact.channel]: (notes.spoken[fact.channel] ?? 0) + 1 } }
        : notes;
    case 'acknowledged': {
      const made = before.moves.find((move) => move.id === fact.of);
      return made && fact.result === 'hurt'
        ? { ...notes, regretted: [...new Set([...notes.regretted, made.move])] }
        : notes;
    }
    default:
      return notes;
  }
}

/** The text as it stands, with what factions say of it. */
export function trialOf(desk: Desk): Trial {
  const stances: Record<string, number> = {};
  for (const [faction, { private: told, public: said }] of Object.entries(desk.stances)) {
    const stance = said ?? told;
    if (stance !== null) stances[faction] = STANCES[stance];
  }
  const terms = termsOf(desk.text);
  const shown = desk.shown !== null && keyOf(termsOf(desk.shown.draft)) === keyOf(terms);
  return { terms, stances, shown, moves: desk.moves.length };
}

function remember(trials: readonly Trial[], trial: Trial): readonly Trial[] {
  if (Object.keys(trial.stances).length === 0) return trials;
  const last = trials.at(-1);
  const same = last !== undefined && keyOf(last.terms) === keyOf(trial.terms) && last.moves === trial.moves;
  return [...(same ? trials.slice(0, -1) : trials), trial].slice(-MOST);
}

const STANCES: Record<Stance, number> = { for: 1, undecided: 0, against: -1 };
const VOTES: Record<Vote, number> = { yes: 1, abstain: 0, no: -1 };
