import { refuse } from '@btt/protocol';
import type { Chronicle } from '../chronicle';
import { affect } from '../effects';
import { type Actor, type Of, outsideBargaining } from '../decide/actor';
import type { Verdict } from '../decide/verdict';
import { negotiatorsOf } from '../people';

/** A faction asks its own negotiators whether an option can be ruled out. */
export function ask(chronicle: Chronicle, actor: Actor, command: Of<'ask'>): Verdict {
  const { side, kind, id: faction } = actor.role;
  if (kind !== 'faction' || side === null) return refuse('not-entitled');
  const wrong = outsideBargaining(actor);
  if (wrong) return wrong;
  if (!chronicle.game.index.option(command.issue, command.option)) return refuse('unknown-issue');
  const before = Object.values(actor.view.politics.questions).some(
    (one) => one.faction === faction && one.issue === command.issue && one.option === command.option,
  );
  if (before) return refuse('used-up');
  chronicle.tell([faction, ...negotiatorsOf(chronicle.game, side)], {
    type: 'asked',
    id: chronicle.nextId(),
    faction,
    issue: command.issue,
    option: command.option,
  });
  return null;
}

/** `yes` rules the option out. What was ruled out and comes home all the same costs the faction's trust. */
export function assure(chronicle: Chronicle, actor: Actor, command: Of<'assure'>): Verdict {
  const question = actor.view.politics.questions[command.question];
  if (actor.role.kind !== 'negotiator' || !question) return refuse('unknown-happening');
  const wrong = outsideBargaining(actor);
  if (wrong) return wrong;
  if (question.yes !== null) return refuse('used-up');
  chronicle.tell([question.faction, ...negotiatorsOf(chronicle.game, actor.role.side ?? '')], {
    type: 'assured',
    question: command.question,
    role: actor.role.id,
    yes: command.yes,
  });
  return null;
}

/** An agreement goes home: factions find in it what they had been told would not be there. */
export function breakAssurances(chronicle: Chronicle): void {
  const desk = chronicle.desk();
  for (const [id, question] of Object.entries(desk.politics.questions)) {
    if (question.yes !== true || desk.deal?.[question.issue] !== question.option) continue;
    const points = chronicle.game.scenario.politics.assurance;
    affect(chronicle, { id, known: [question.faction] }, question.faction, points, [], { kind: 'return' });
  }
}
