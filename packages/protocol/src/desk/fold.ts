import type { Fact, MoveMade } from '../facts';
import { foldPolitics } from '../politics/fold';
import { type Desk, EMPTY_DESK } from './desk';

/** Adds one fact to a desk. Pure and total: every fact that was recorded can be folded, for ever. */
export function fold(desk: Desk, fact: Fact): Desk {
  switch (fact.type) {
    case 'table-opened':
      return {
        ...EMPTY_DESK,
        table: fact.table,
        name: fact.name,
        scenario: fact.scenario,
        settings: fact.settings,
      };
    case 'seat-held':
      return { ...desk, seats: { ...desk.seats, [fact.role]: fact.people } };
    case 'ready':
      return desk.ready.includes(fact.role) ? desk : { ...desk, ready: [...desk.ready, fact.role] };
    case 'autopilot':
      return {
        ...desk,
        autopilots: fact.on
          ? { ...desk.autopilots, [fact.role]: fact.by }
          : without(desk.autopilots, fact.role),
      };
    case 'phase':
      return enterPhase(desk, fact);
    case 'clock':
      return { ...desk, deadline: fact.deadline, paused: fact.paused };
    case 'capital':
      return { ...desk, capital: { ...desk.capital, [fact.role]: fact.balance } };
    case 'capital-round':
      return { ...desk, capital: newRoundCapital(desk.capital, fact.perRound, fact.carry) };
    case 'rounds-lost':
      return { ...desk, roundsLost: desk.roundsLost + fact.rounds };
    case 'clause':
      return { ...desk, text: { ...desk.text, [fact.issue]: fact.clause } };
    case 'draft-shown':
      return { ...desk, shown: { id: fact.id, role: fact.role, side: fact.side, draft: fact.draft } };
    case 'initialled':
      return { ...desk, initials: { ...desk.initials, [fact.side]: fact.role } };
    case 'initials-removed':
      return { ...desk, initials: without(desk.initials, fact.side) };
    case 'agreement':
      return { ...desk, deal: fact.deal };
    case 'move':
      return addMove(desk, fact.made);
    case 'disclosed':
      return addMove(desk, fact.made);
    case 'move-secret':
      return {
        ...desk,
        secrets: {
          ...desk.secrets,
          [fact.of]: { ...desk.secrets[fact.of], [fact.key]: { value: fact.value, label: fact.label } },
        },
      };
    case 'effect':
      return { ...desk, effects: [...desk.effects, fact.effect] };
    case 'effect-ended':
      return { ...desk, effects: desk.effects.filter((effect) => effect.id !== fact.id) };
    case 'effect-behind':
      return addBehind(desk, fact);
    case 'draw-pending':
      return { ...desk, draws: [...desk.draws, { ...omitType(fact), hit: null }] };
    case 'drawn':
      return addDraw(desk, fact);
    case 'event':
      return { ...desk, triggers: { ...desk.triggers, [fact.trigger]: desk.round } };
    case 'bound':
      return {
        ...desk,
        obligations: { ...desk.obligations, [fact.obligation]: { ...omitType(fact), state: 'standing' } },
      };
    case 'released': {
      const obligation = desk.obligations[fact.obligation];
      return obligation
        ? {
            ...desk,
            obligations: { ...desk.obligations, [fact.obligation]: { ...obligation, state: fact.how } },
          }
        : desk;
    }
    case 'stance': {
      const before = desk.stances[fact.faction] ?? { public: null, private: null };
      const after = fact.public ? { ...before, public: fact.stance } : { ...before, private: fact.stance };
      return { ...desk, stances: { ...desk.stances, [fact.faction]: after } };
    }
    case 'reacted':
      return {
        ...desk,
        reactions: {
          ...desk.reactions,
          [fact.to]: { ...desk.reactions[fact.to], [fact.faction]: fact.reaction },
        },
      };
    case 'speech':
      return {
        ...desk,
        speeches: {
          ...desk.speeches,
          [fact.side]: { role: fact.role, answers: fact.answers, words: fact.words },
        },
      };
    case 'speech-rated':
      return { ...desk, ratings: { ...desk.ratings, [fact.faction]: fact.rating } };
    case 'ballot':
      return {
        ...desk,
        ballots: {
          ...desk.ballots,
          [fact.faction]: { ...desk.ballots[fact.faction], [fact.person]: fact.vote },
        },
      };
    case 'ballot-in':
      return desk.ballotsIn.includes(fact.faction)
        ? desk
        : { ...desk, ballotsIn: [...desk.ballotsIn, fact.faction] };
    case 'result':
      return { ...desk, results: [...desk.results, omitType(fact)] };
    case 'ended':
      return { ...desk, outcome: omitType(fact) };
    case 'help-asked':
      return { ...desk, help: { ...desk.help, [fact.role]: true } };
    case 'help-given':
      return { ...desk, help: { ...desk.help, [fact.role]: false } };
    case 'debrief-opened':
      return { ...desk, debriefOpen: true };
    case 'said':
      return fact.channel === 'press' && fact.role !== null && desk.lines[fact.role] !== desk.round
        ? { ...desk, lines: { ...desk.lines, [fact.role]: desk.round } }
        : desk;
    case 'proposed':
    case 'clause-answered':
    case 'told':
    case 'instructed':
    case 'broadcast':
      return desk; // They live in the list of entries, and change nothing that decides what may be done.
    default:
      return { ...desk, politics: foldPolitics(desk.politics, fact) };
  }
}

/** A fact of a type this version does not know cannot be folded: the reader is out of date. */
export function foldAll(desk: Desk, facts: readonly Fact[]): Desk {
  return facts.reduce(fold, desk);
}

function enterPhase(desk: Desk, fact: Extract<Fact, { type: 'phase' }>): Desk {
  const back = fact.phase === 'bargaining' && fact.returned > desk.returned;
  const cleared = back
    ? { initials: {}, deal: null, speeches: {}, ratings: {}, ballots: {}, ballotsIn: [] }
    : {};
  return {
    ...desk,
    ...cleared,
    phase: fact.phase,
    round: fact.round,
    roundsLost: 0,
    deadline: fact.deadline,
    paused: null,
    returned: fact.returned,
  };
}

function newRoundCapital(capital: Desk['capital'], perRound: number | null, carry: number): Desk['capital'] {
  const purse = (left: number | null) => (perRound === null ? null : perRound + Math.min(carry, left ?? 0));
  return Object.fromEntries(Object.entries(capital).map(([role, left]) => [role, purse(left)]));
}

function addMove(desk: Desk, made: MoveMade): Desk {
  const known = desk.moves.some((move) => move.id === made.id);
  const lines =
    made.kind === 'statement' && made.audience === 'everyone'
      ? { ...desk.lines, [made.role]: made.round }
      : desk.lines;
  return {
    ...desk,
    lines,
    moves: known ? desk.moves.map((move) => (move.id === made.id ? made : move)) : [...desk.moves, made],
  };
}

/** The effect itself is told just before what lies behind it. */
function addBehind(desk: Desk, { id, cause, lasts }: Extract<Fact, { type: 'effect-behind' }>): Desk {
  const effect = desk.effects.findLast((one) => one.id === id);
  if (!effect) return desk;
  const { faction, points } = effect;
  return { ...desk, behind: { ...desk.behind, [id]: { cause, lasts, faction, points } } };
}

function addDraw(desk: Desk, fact: Extract<Fact, { type: 'drawn' }>): Desk {
  const pending = desk.draws.find((draw) => draw.id === fact.id);
  if (pending)
    return {
      ...desk,
      draws: desk.draws.map((draw) => (draw.id === fact.id ? { ...draw, hit: fact.hit } : draw)),
    };
  const { draw, odds, cause, hit, id } = fact;
  return { ...desk, draws: [...desk.draws, { id, draw, odds, cause, hit, round: desk.round, hint: '' }] };
}

function omitType<T extends { readonly type: string }>(fact: T): Omit<T, 'type'> {
  const { type: _type, ...rest } = fact;
  return rest;
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _gone, ...rest } = record;
  return rest;
}
