import type { ScenarioCard, Settings, TableSettings } from '@btt/protocol';
import type { Scenario } from '@btt/scenario';
import { pick } from './pick';

/** What anybody may read about a scenario before it is played: no numbers of any role. `languages` = in which it can be played. */
export function card(scenario: Scenario, languages: readonly string[] = [scenario.language]): ScenarioCard {
  const { table } = scenario;
  const facts = pick(
    scenario,
    'id',
    'title',
    'tagline',
    'summary',
    'period',
    'language',
    'players',
    'minutes',
  );
  return {
    ...facts,
    languages,
    ...pick(scenario, 'difficulty', 'devices', 'licence'),
    sides: scenario.sides.map((side) => ({
      id: side.id,
      name: side.name,
      colour: side.colour,
      roles: scenario.roles.filter((role) => role.side === side.id).length,
    })),
    table: {
      briefing: table.briefing,
      rounds: table.rounds.length,
      roundMinutes: table.rounds[0]?.minutes ?? 0,
      ratification: table.ratification,
      returns: table.returns.times,
      ballot: table.ballot,
    },
  };
}

/** The scenario's own settings with the host's changes. Fewer rounds keep the first; more repeat the last. */
export function tableSettings(scenario: Scenario, wishes: Settings = {}): TableSettings {
  const { table } = scenario;
  const last = table.rounds.at(-1) ?? { name: 'Bargaining', date: '', minutes: 9 };
  const count = wishes.rounds ?? Math.max(1, table.rounds.length);
  const rounds = Array.from({ length: count }, (_, i) => table.rounds[i] ?? last);
  return {
    briefing: wishes.briefing ?? table.briefing,
    rounds: rounds.map((round) => ({ ...round, minutes: wishes.roundMinutes ?? round.minutes })),
    ratification: wishes.ratification ?? table.ratification,
    returns: {
      times: wishes.returns ?? table.returns.times,
      minutes: wishes.roundMinutes ?? table.returns.minutes,
    },
    ballot: wishes.ballot ?? table.ballot,
    capital: {
      perRound: wishes.unlimitedCapital ? null : table.capital.perRound,
      carry: table.capital.carry,
    },
    chat: wishes.chat ?? wishes.mode !== 'room',
    ...(wishes.crossTable === undefined ? {} : { crossTable: wishes.crossTable }),
    ...(wishes.mode === undefined ? {} : { mode: wishes.mode }),
    ...(wishes.luck === undefined ? {} : { luck: wishes.luck }),
    ...(wishes.autopilot === undefined || wishes.autopilot === 'off' ? {} : { autopilot: wishes.autopilot }),
  };
}

export function debriefTexts(scenario: Scenario): Scenario['debrief'] {
  return scenario.debrief;
}
