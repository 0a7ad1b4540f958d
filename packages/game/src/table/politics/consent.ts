import { refuse } from '@btt/protocol';
import type { Chronicle } from '../chronicle';
import { type Actor, type Of, outsideBargaining } from '../decide/actor';
import type { Verdict } from '../decide/verdict';

/** Asks those whom the move needs; whoever may make it may ask. */
export function askConsent(chronicle: Chronicle, actor: Actor, command: Of<'ask-consent'>): Verdict {
  const move = chronicle.game.index.move(command.move);
  if (!move?.consent || !move.by.includes(actor.role.id)) return refuse('unknown-move');
  const wrong = outsideBargaining(actor);
  if (wrong) return wrong;
  const asked = actor.view.politics.consents[move.id];
  const waiting = asked && Object.values(asked.given).every((yes) => yes);
  if (waiting) return refuse('nothing-to-do');
  chronicle.tell([...move.by, ...move.consent.of], {
    type: 'consent-asked',
    id: chronicle.nextId(),
    move: move.id,
    headline: move.name,
    role: actor.role.id,
    of: move.consent.of,
  });
  return null;
}

export function giveConsent(chronicle: Chronicle, actor: Actor, command: Of<'give-consent'>): Verdict {
  const asked = actor.view.politics.consents[command.move];
  const move = chronicle.game.index.move(command.move);
  if (!asked?.of.includes(actor.role.id) || !move?.consent) return refuse('unknown-happening');
  const wrong = outsideBargaining(actor);
  if (wrong) return wrong;
  if (asked.given[actor.role.id] === command.yes) return refuse('nothing-to-do');
  chronicle.tell([...move.by, ...move.consent.of], {
    type: 'consent-given',
    move: command.move,
    role: actor.role.id,
    yes: command.yes,
  });
  return null;
}
