import { refuse } from '@btt/protocol';
import { matchesTests } from '@btt/scenario';
import type { Chronicle } from '../chronicle';
import { test } from '../consequences';
import { affect } from '../effects';
import { sideRoles } from '../people';
import { foreseenAttacks } from '../politics/speech';
import { everyBallotIsIn, openCount } from '../phases/ratification';
import type { Verdict } from './verdict';
import type { Actor, Of } from './actor';

/**
 * The acceptance speech: attacks foreseen and answered. An answer counts with a faction that truly holds the attack, if the deal
 * bears it out; how much a speech can move one faction is bounded by the scenario.
 */
export function giveSpeech(chronicle: Chronicle, actor: Actor, command: Of<'give-speech'>): Verdict {
  const { scenario } = chronicle.game;
  const side = actor.role.side;
  if (side === null || !actor.role.initials) return refuse('not-entitled');
  if (actor.view.phase !== 'ratification') return refuse('wrong-phase');
  if (actor.view.speeches[side]) return refuse('used-up');
  const speech = scenario.speech;
  if (
    command.answers.length > (speech?.max ?? 0) ||
    new Set(command.answers.map((one) => one.criticism)).size !== command.answers.length
  )
    return refuse('wrong-picks');
  const cards = command.answers.map((one) => {
    const criticism = scenario.criticisms.find((held) => held.id === one.criticism && held.side === side);
    const answer = criticism?.answers.find((card) => card.id === one.answer);
    return criticism && answer ? { criticism, answer } : null;
  });
  const chosen = cards.flatMap((card) => (card ? [card] : []));
  if (chosen.length !== cards.length) return refuse('wrong-picks');

  const chart = command.draft === undefined ? null : actor.view.politics.charts[command.draft];
  if (chart !== null && chart?.chart.for !== side) return refuse('unknown-happening');

  const id = chronicle.nextId();
  const known = sideRoles(chronicle.game, side);
  const answers = chosen.map(({ criticism, answer }) => ({
    criticism: criticism.id,
    answer: answer.id,
    attack: criticism.text,
    reply: answer.text,
  }));
  chronicle.tell(known, {
    type: 'speech',
    id,
    side,
    role: actor.role.id,
    answers,
    ...(command.draft === undefined ? {} : { draft: command.draft }),
    words: command.words ?? null,
  });
  if (command.draft !== undefined) foreseenAttacks(chronicle, side, command.draft, id);
  if (!speech) return null;
  const deal = chronicle.desk().deal ?? {};
  const cause = { id, source: 'speech', known, made: null, picked: [], answering: null };
  for (const faction of scenario.factions.filter((one) => one.side === side)) {
    const answered = chosen.filter(
      ({ criticism, answer }) =>
        criticism.heldBy.includes(faction.id) &&
        matchesTests(deal, answer.deal) &&
        (answer.when === null || test(chronicle, cause, answer.when)),
    );
    affect(
      chronicle,
      { id, known },
      faction.id,
      Math.min(speech.most, answered.length * speech.perAnswer),
      [],
      { kind: 'return' },
    );
  }
  return null;
}

/** What the speech did to its hearers, in their own judgement: bounded by the scenario, once a speech. */
export function rateSpeech(chronicle: Chronicle, actor: Actor, command: Of<'rate-speech'>): Verdict {
  const side = actor.role.side;
  if (actor.role.kind !== 'faction' || side === null) return refuse('not-entitled');
  if (actor.view.phase !== 'ratification') return refuse('wrong-phase');
  if (!actor.view.speeches[side]) return refuse('unknown-happening');
  if (actor.view.ratings[actor.role.id] !== undefined) return refuse('used-up');
  const id = chronicle.nextId();
  chronicle.tell(sideRoles(chronicle.game, side), {
    type: 'speech-rated',
    id,
    faction: actor.role.id,
    rating: command.rating,
  });
  affect(
    chronicle,
    { id, known: [actor.role.id] },
    actor.role.id,
    command.rating * (chronicle.game.scenario.speech?.rating ?? 0),
    [],
    { kind: 'return' },
  );
  return null;
}

/** A ballot may be changed until the count opens; it opens by itself when nobody's is missing. */
export function castVote(chronicle: Chronicle, actor: Actor, command: Of<'vote'>): Verdict {
  if (actor.role.kind !== 'faction') return refuse('not-entitled');
  if (actor.view.phase !== 'ratification') return refuse('wrong-phase');
  if (actor.view.ballots[actor.role.id]?.[actor.person] === command.vote) return refuse('nothing-to-do');
  chronicle.tell([actor.role.id], {
    type: 'ballot',
    faction: actor.role.id,
    person: actor.person,
    vote: command.vote,
  });
  if (!actor.view.ballotsIn.includes(actor.role.id))
    chronicle.tell('everyone', { type: 'ballot-in', faction: actor.role.id });
  if (everyBallotIsIn(chronicle)) openCount(chronicle);
  return null;
}
