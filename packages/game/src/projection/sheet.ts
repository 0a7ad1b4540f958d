import type { ScenarioSheet, SheetEvent, SheetMove } from '@btt/protocol';
import { plannedAdjustments } from '@btt/referee';
import type { Move, Scenario, Trigger } from '@btt/scenario';
import type { Game } from '../game';
import { briefFor } from './brief';
import { card, debriefTexts } from './card';
import { pick } from './pick';

/** Everything that a host may read of a scenario before it is played. What a role may read is what its seat will be told. */
export function sheetOf(
  game: Game,
  languages?: readonly string[],
): Omit<ScenarioSheet, 'ok' | 'ref' | 'version'> {
  const { scenario } = game;
  const roles = scenario.roles.flatMap(({ id }) => {
    const { own } = briefFor(game, { kind: 'seat', role: id });
    return own ? [[id, own] as const] : [];
  });
  return {
    card: card(scenario, languages),
    public: briefFor(game, { kind: 'observer' }).public,
    roles: Object.fromEntries(roles),
    moves: scenario.moves.map((move) => sheetMove(scenario, move)),
    events: scenario.triggers.map(sheetEvent),
    historic: scenario.historic,
    sources: scenario.sources,
    debrief: debriefTexts(scenario),
    teaching: scenario.teaching,
  };
}

function sheetMove(scenario: Scenario, move: Move): SheetMove {
  const effects = plannedAdjustments(scenario, [move.id]);
  return {
    ...pick(move, 'id', 'kind', 'name', 'device', 'by', 'cost', 'summary', 'known', 'risk'),
    effects: effects.map(({ faction, points, deal }) => ({ faction, points, always: deal.length === 0 })),
  };
}

function sheetEvent(trigger: Trigger): SheetEvent {
  const { at } = trigger;
  return {
    ...pick(trigger, 'id', 'name', 'date', 'headline', 'text'),
    when: at.kind === 'round' ? at : { kind: at.kind },
  };
}
