import { refuse } from '@btt/protocol';
import type { Chronicle } from '../chronicle';
import { roleOf } from '../people';
import type { SystemCommand } from '../state';
import { advance } from '../phases/advance';
import { followSeat, setAway } from './autopilot';
import type { Verdict } from './verdict';

export function decideForSystem(chronicle: Chronicle, command: SystemCommand): Verdict {
  const { game } = chronicle;
  const desk = chronicle.desk();
  switch (command.type) {
    case 'open': {
      if (desk.settings) return refuse('nothing-to-do');
      chronicle.tell('everyone', {
        type: 'table-opened',
        table: command.table,
        name: command.name,
        scenario: game.hash,
        settings: command.settings,
      });
      const purse = command.settings.capital.perRound === null ? null : 0;
      for (const role of game.scenario.roles)
        chronicle.tell([role.id], { type: 'capital', role: role.id, balance: purse, change: 0, cause: null });
      for (const role of game.scenario.roles) followSeat(chronicle, role.id, []);
      return null;
    }
    case 'deadline':
      if (
        desk.deadline === null ||
        desk.deadline !== command.deadline ||
        chronicle.context.at < desk.deadline
      )
        return refuse('not-due');
      return advance(chronicle);
    case 'hold-seat': {
      if (!roleOf(game, command.role)) return refuse('unknown-role');
      const now = desk.seats[command.role] ?? [];
      if (now.length === command.people.length && now.every((person, i) => person === command.people[i]))
        return refuse('nothing-to-do');
      chronicle.tell('everyone', { type: 'seat-held', role: command.role, people: command.people });
      followSeat(chronicle, command.role, command.people);
      return null;
    }
    case 'away':
      return setAway(chronicle, command.role, command.away);
  }
}
