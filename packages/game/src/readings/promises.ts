import type { PlanPromise } from '@btt/protocol';
import { type Story, type Told, toldOf } from './story';

/** A promise of a joint plan, and what became of it. */
export interface PromiseReading extends PlanPromise {
  readonly state: 'open' | 'kept' | 'broken';
  /** Round in which it was settled, and the headline of the move that did it; null = not, or by time. */
  readonly settled: number | null;
  readonly by: string | null;
}

export interface PlanReading {
  readonly id: string;
  readonly by: string;
  readonly to: string;
  readonly round: number;
  readonly state: 'offered' | 'signed' | 'declined';
  readonly promises: readonly PromiseReading[];
}

/** Something that bound somebody: an order, a word given, a frozen position. */
export interface ObligationReading {
  readonly obligation: string;
  readonly kind: 'must' | 'tags' | 'options';
  readonly side: string | null;
  readonly who: readonly string[];
  readonly text: string;
  readonly round: number;
  readonly state: 'standing' | 'kept' | 'broken';
  readonly ended: number | null;
  /** Headline of the move that broke it, and who made it. */
  readonly brokenBy: { readonly headline: string; readonly role: string } | null;
}

export interface AssuranceReading {
  readonly faction: string;
  readonly issue: string;
  readonly option: string;
  /** null = never answered. */
  readonly ruledOut: boolean | null;
  readonly by: string | null;
  /** The option came home although it had been ruled out. */
  readonly broken: boolean;
}

export interface ConsentReading {
  readonly move: string;
  readonly headline: string;
  readonly role: string;
  readonly asked: number;
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Round in which the move was made at last; null = never. */
  readonly made: number | null;
}

export interface PromisesReading {
  readonly plans: readonly PlanReading[];
  readonly obligations: readonly ObligationReading[];
  readonly assurances: readonly AssuranceReading[];
  readonly consents: readonly ConsentReading[];
  /** Promises of signed plans, by the side that gave them. */
  readonly sides: readonly {
    readonly side: string;
    readonly given: number;
    readonly kept: number;
    readonly broken: number;
  }[];
}

/** Who promised what to whom, and what became of it. */
export function readPromises(story: Story): PromisesReading {
  const plans = plansOf(story);
  const given = plans.filter((plan) => plan.state === 'signed').flatMap((plan) => plan.promises);
  return {
    plans,
    obligations: obligationsOf(story),
    assurances: assurancesOf(story),
    consents: consentsOf(story),
    sides: story.game.sides.map((side) => {
      const own = given.filter((promise) => promise.side === side);
      const count = (state: PromiseReading['state']) => own.filter((one) => one.state === state).length;
      return { side, given: own.length, kept: count('kept'), broken: count('broken') };
    }),
  };
}

function plansOf(story: Story): PlanReading[] {
  const settled = toldOf(story, 'promise-settled');
  return Object.entries(story.end.politics.plans).map(([id, { by, to, round, state, promises }]) => ({
    id,
    by,
    to,
    round,
    state,
    promises: promises.map((promise, at) => {
      const told = settled.find(({ fact }) => fact.plan === id && fact.promise === at);
      return {
        ...promise,
        settled: told?.before.round ?? null,
        by: headlineOf(story, told?.fact.by ?? null),
      };
    }),
  }));
}

function obligationsOf(story: Story): ObligationReading[] {
  const released = toldOf(story, 'released');
  return toldOf(story, 'bound').map((bound, at, all) => {
    const { obligation, ban, side, who, text } = bound.fact;
    const later = all.slice(at + 1).find((one) => one.fact.obligation === obligation);
    const end = released.find((one) => one.fact.obligation === obligation && isBetween(one, bound, later));
    const breaker = story.end.moves.find((move) => move.id === end?.fact.by);
    return {
      obligation,
      side,
      who,
      text,
      kind: ban.kind,
      round: bound.before.round,
      state: end?.fact.how ?? 'standing',
      ended: end?.before.round ?? null,
      brokenBy: breaker ? { headline: breaker.headline, role: breaker.role } : null,
    };
  });
}

function isBetween(one: Told, after: Told, before: Told | undefined): boolean {
  return one.step >= after.step && (before === undefined || one.step <= before.step);
}

function assurancesOf(story: Story): AssuranceReading[] {
  const { questions } = story.end.politics;
  const answered = toldOf(story, 'assured');
  const agreements = toldOf(story, 'agreement');
  return Object.entries(questions).map(([id, { faction, issue, option, yes }]) => {
    const answer = answered.find(({ fact }) => fact.question === id);
    return {
      faction,
      issue,
      option,
      ruledOut: yes,
      by: answer?.fact.role ?? null,
      broken:
        yes === true &&
        agreements.some(({ fact, step }) => fact.deal[issue] === option && step > (answer?.step ?? 0)),
    };
  });
}

function consentsOf(story: Story): ConsentReading[] {
  const given = toldOf(story, 'consent-given');
  return toldOf(story, 'consent-asked').map((asked, at, all) => {
    const { move, headline, role, of } = asked.fact;
    const later = all.slice(at + 1).find((one) => one.fact.move === move);
    const answers = new Map(
      given.flatMap((one) =>
        one.fact.move === move && isBetween(one, asked, later) ? [[one.fact.role, one.fact.yes]] : [],
      ),
    );
    const said = (yes: boolean) => of.filter((one) => answers.get(one) === yes);
    const made = toldOf(story, 'move').find(
      (one) => one.fact.made.move === move && isBetween(one, asked, later),
    );
    return {
      move,
      headline,
      role,
      asked: asked.before.round,
      yes: said(true),
      no: said(false),
      made: made?.fact.made.round ?? null,
    };
  });
}

function headlineOf(story: Story, id: string | null): string | null {
  return story.end.moves.find((move) => move.id === id)?.headline ?? null;
}
