import { type MapEntry, refuse } from '@btt/protocol';
import { supportOnAgreedTerms } from '../../projection/reading';
import type { Chronicle } from '../chronicle';
import { type Actor, type Of, outsideBargaining } from '../decide/actor';
import type { Verdict } from '../decide/verdict';
import { canPay, changeCapital } from './capital';
import { chooseByChance } from './choose';

/** An expert finds an entry right when it is no further off. */
const RIGHT_WITHIN = 1;

/** Notes what one thinks of a faction. A map is the mapmaker's own; the debrief holds it against the truth. */
export function drawMap(chronicle: Chronicle, actor: Actor, command: Of<'map'>): Verdict {
  const { type: _type, about, ...entry } = command;
  if (!keepsMap(actor)) return refuse('not-entitled');
  if (actor.view.phase === 'count' || actor.view.phase === 'debrief') return refuse('wrong-phase');
  if (!isAbroad(chronicle, actor, about)) return refuse('unknown-role');
  if (entry.concern !== undefined && !chronicle.game.index.issue(entry.concern))
    return refuse('unknown-issue');
  if (Object.keys(entry).length === 0) return refuse('wrong-picks');
  const whole: MapEntry = { ...actor.view.politics.maps[actor.role.id]?.[about], ...entry };
  chronicle.tell([actor.role.id], {
    type: 'mapped',
    id: chronicle.nextId(),
    role: actor.role.id,
    about,
    entry: whole,
    round: actor.view.round,
  });
  return null;
}

/** Buys a guess at a faction's support for the agreed terms. The truth lies within it, but nobody says where. */
export function buyEstimate(chronicle: Chronicle, actor: Actor, command: Of<'estimate'>): Verdict {
  const { intelligence } = chronicle.game.scenario.politics;
  const wrong = mayBuy(chronicle, actor, command.about, intelligence.cost);
  if (wrong) return wrong;
  const id = chronicle.nextId();
  const truth = supportOnAgreedTerms(chronicle.game, chronicle.desk(), command.about);
  const { error } = intelligence;
  const middle = truth - error + chooseByChance(chronicle, id, 'estimate', 2 * error + 1);
  chronicle.tell([actor.role.id], {
    type: 'estimated',
    id,
    role: actor.role.id,
    about: command.about,
    min: middle - error,
    max: middle + error,
    round: actor.view.round,
  });
  changeCapital(chronicle, actor.role.id, -intelligence.cost, id);
  return null;
}

/** Buys an expert's word on one's own entry: right, too high or too low. */
export function consultExpert(chronicle: Chronicle, actor: Actor, command: Of<'consult'>): Verdict {
  const { intelligence } = chronicle.game.scenario.politics;
  const stance = actor.view.politics.maps[actor.role.id]?.[command.about]?.stance;
  if (stance === undefined) return refuse('unknown-happening');
  const wrong = mayBuy(chronicle, actor, command.about, intelligence.expert);
  if (wrong) return wrong;
  const id = chronicle.nextId();
  const off = stance - supportOnAgreedTerms(chronicle.game, chronicle.desk(), command.about);
  chronicle.tell([actor.role.id], {
    type: 'corrected',
    id,
    role: actor.role.id,
    about: command.about,
    stance,
    verdict: Math.abs(off) <= RIGHT_WITHIN ? 'right' : off > 0 ? 'too-high' : 'too-low',
    round: actor.view.round,
  });
  changeCapital(chronicle, actor.role.id, -intelligence.expert, id);
  return null;
}

function keepsMap(actor: Actor): boolean {
  return actor.role.kind !== 'faction';
}

function isAbroad(chronicle: Chronicle, actor: Actor, about: string): boolean {
  const faction = chronicle.game.index.faction(about);
  return faction !== undefined && faction.side !== actor.role.side;
}

function mayBuy(chronicle: Chronicle, actor: Actor, about: string, cost: number): Verdict {
  if (!keepsMap(actor) || actor.role.side === null) return refuse('not-entitled');
  const wrong = outsideBargaining(actor);
  if (wrong) return wrong;
  if (!isAbroad(chronicle, actor, about)) return refuse('unknown-role');
  return canPay(actor.view.capital[actor.role.id], cost) ? null : refuse('too-expensive');
}
