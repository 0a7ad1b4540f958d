import { type Fact, refuse } from '@btt/protocol';
import { confidenceDraw } from '../../game';
import { supportOnAgreedTerms } from '../../projection/reading';
import type { Chronicle } from '../chronicle';
import { affect, type Cause } from '../effects';
import { type Actor, type Of, outsideBargaining } from '../decide/actor';
import type { Verdict } from '../decide/verdict';
import { confidantsOf } from './teams';

/** Tells somebody of another side, through a back channel, a true card of an own faction. Talk is cheap; a card is proof. */
export function confide(chronicle: Chronicle, actor: Actor, command: Of<'confide'>): Verdict {
  const { game } = chronicle;
  const { role, view } = actor;
  if (role.kind !== 'negotiator' && role.kind !== 'aide') return refuse('not-entitled');
  const wrong = outsideBargaining(actor);
  if (wrong) return wrong;
  if (!confidantsOf(game, role.id).includes(command.to)) return refuse('no-channel');
  const faction = game.index.faction(command.about);
  if (!faction || faction.side !== role.side) return refuse('unknown-role');
  const again = view.politics.cards.some((card) => card.about === faction.id && card.round === view.round);
  if (again) return refuse('used-up');
  const id = chronicle.nextId();
  chronicle.tell([role.id, command.to], {
    type: 'confided',
    id,
    by: role.id,
    to: command.to,
    about: faction.id,
    support: supportOnAgreedTerms(game, chronicle.desk(), faction.id),
    yes: faction.yes,
    redLines: faction.redLines.map((line) => line.text).filter((text) => text !== ''),
    round: view.round,
  });
  const { numerator, denominator } = game.scenario.politics.confidence.leak;
  const draw = confidenceDraw(faction.id);
  chronicle.tell('host', {
    type: 'draw-pending',
    id: `${id}:${draw}`,
    draw,
    odds: `${numerator}/${denominator}`,
    cause: id,
    round: view.round + 1,
    hint: game.index.role(faction.id)?.name ?? faction.id,
  });
  return null;
}

/** It comes out: the faction learns what was told of it, and to whom. */
export function confidenceLeaks(chronicle: Chronicle, cause: Cause): void {
  const card = chronicle.desk().politics.cards.find((one) => one.id === cause.id);
  if (!card) return;
  const fact: Fact = { type: 'confided', ...card };
  chronicle.tell([card.about], fact);
  const { points } = chronicle.game.scenario.politics.confidence;
  affect(chronicle, { id: card.id, known: [card.about] }, card.about, points, [], null);
}
