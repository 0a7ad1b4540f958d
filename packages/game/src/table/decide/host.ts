import { type HostCommand, refuse } from '@btt/protocol';
import type { Chronicle } from '../chronicle';
import { settleDraw } from '../consequences';
import { advance, finish, startBriefing } from '../phases/advance';
import { causeOfDraw, MINUTE } from '../phases/rounds';
import { fire } from '../phases/triggers';
import { fillSeats, setAutopilot } from './autopilot';
import { audienceOfChannel } from './talk';
import type { Verdict } from './verdict';

export function decideForHost(chronicle: Chronicle, command: HostCommand): Verdict {
  const desk = chronicle.desk();
  if (!desk.settings) return refuse('unknown-table');
  switch (command.type) {
    case 'start':
      if (desk.phase !== 'lobby') return refuse('wrong-phase');
      startBriefing(chronicle);
      return null;
    case 'pause':
      if (desk.deadline === null) return refuse('nothing-to-do');
      chronicle.tell('everyone', {
        type: 'clock',
        deadline: null,
        paused: Math.max(0, desk.deadline - chronicle.context.at),
      });
      return null;
    case 'resume':
      if (desk.paused === null) return refuse('nothing-to-do');
      chronicle.tell('everyone', {
        type: 'clock',
        deadline: chronicle.context.at + desk.paused,
        paused: null,
      });
      return null;
    case 'extend':
      return extend(chronicle, command.minutes);
    case 'reopen-lobby':
      if (desk.phase !== 'briefing') return refuse('wrong-phase');
      chronicle.tell('everyone', { type: 'phase', phase: 'lobby', round: 0, deadline: null, returned: 0 });
      return null;
    case 'skip':
      return advance(chronicle);
    case 'finish':
      if (desk.phase !== 'count' || desk.outcome !== null) return refuse('wrong-phase');
      finish(chronicle);
      return null;
    case 'broadcast':
      chronicle.tell('everyone', { type: 'broadcast', id: chronicle.nextId(), words: command.words });
      return null;
    case 'say': {
      const channel = chronicle.game.index.channel(command.channel);
      if (!channel || (channel.kind !== 'facilitator' && channel.kind !== 'press'))
        return refuse('unknown-channel');
      chronicle.tell(audienceOfChannel(channel), {
        type: 'said',
        id: chronicle.nextId(),
        channel: channel.id,
        role: null,
        person: null,
        words: command.words,
      });
      return null;
    }
    case 'give-help':
      if (!desk.help[command.role]) return refuse('nothing-to-do');
      chronicle.tell([command.role], { type: 'help-given', role: command.role });
      return null;
    case 'fire': {
      const trigger = chronicle.game.index.trigger(command.trigger);
      if (!trigger) return refuse('unknown-happening');
      if (desk.phase !== 'bargaining') return refuse('wrong-phase');
      if (desk.triggers[trigger.id] !== undefined) return refuse('used-up');
      fire(chronicle, trigger);
      return null;
    }
    case 'overrule-draw': {
      const draw = desk.draws.find((one) => one.id === command.draw && one.hit === null);
      const cause = draw && causeOfDraw(chronicle, draw.cause, draw.draw);
      if (!draw || !cause) return refuse('unknown-happening');
      if (desk.phase !== 'bargaining') return refuse('wrong-phase');
      settleDraw(chronicle, cause, draw.draw, command.hit);
      return null;
    }
    case 'autopilot':
      return command.role === undefined
        ? fillSeats(chronicle, command.on)
        : setAutopilot(chronicle, command.role, command.on, 'host');
    case 'open-debrief':
      if (desk.phase !== 'debrief') return refuse('wrong-phase');
      if (desk.debriefOpen) return refuse('nothing-to-do');
      chronicle.tell('everyone', { type: 'debrief-opened', to: 'everyone' });
      return null;
  }
}

function extend(chronicle: Chronicle, minutes: number): Verdict {
  const { deadline, paused } = chronicle.desk();
  const more = minutes * MINUTE;
  if (deadline === null && paused === null) return refuse('wrong-phase');
  // Time that is taken back must be there: the clock is never run out by the host's hand.
  const left = (deadline === null ? (paused ?? 0) : deadline - chronicle.context.at) + more;
  if (minutes < 0 && left <= 0) return refuse('not-available');
  chronicle.tell(
    'everyone',
    deadline !== null
      ? { type: 'clock', deadline: deadline + more, paused: null }
      : { type: 'clock', deadline: null, paused: left },
  );
  return null;
}
