import { type Audience, refuse } from '@btt/protocol';
import type { Channel } from '@btt/scenario';
import { leakDraw } from '../../game';
import type { Chronicle } from '../chronicle';
import type { Verdict } from './verdict';
import type { Actor, Of } from './actor';

/** Who reads a channel is fixed by the channel. */
export function audienceOfChannel(channel: Channel): Audience {
  return channel.readers === 'everyone' ? 'everyone' : channel.members;
}

export function say(chronicle: Chronicle, actor: Actor, command: Of<'say'>): Verdict {
  const channel = chronicle.game.index.channel(command.channel);
  if (!channel || !channel.members.includes(actor.role.id)) return refuse('unknown-channel');
  if (channel.kind !== 'facilitator' && actor.view.settings?.chat === false) return refuse('chat-off');
  if (channel.kind === 'press') {
    if (actor.view.phase !== 'bargaining') return refuse('wrong-phase');
    if (actor.role.kind !== 'press' && actor.view.lines[actor.role.id] === actor.view.round)
      return refuse('line-spent');
  }
  const id = chronicle.nextId();
  chronicle.tell(audienceOfChannel(channel), {
    type: 'said',
    id,
    channel: channel.id,
    role: actor.role.id,
    person: actor.person,
    words: command.words,
  });
  if (channel.leak) riskLeak(chronicle, channel, id);
  return null;
}

/** A back channel that is used in a round may come out at the next: one chance a round, however much is said. */
function riskLeak(chronicle: Chronicle, { id: channel, name, leak }: Channel, cause: string): void {
  const desk = chronicle.desk();
  if (!leak || desk.phase !== 'bargaining') return;
  const draw = leakDraw(channel);
  const due = desk.round + 1;
  if (desk.draws.some((one) => one.draw === draw && one.round === due)) return;
  chronicle.tell('host', {
    type: 'draw-pending',
    id: `${cause}:${draw}`,
    draw,
    odds: `${leak.odds.numerator}/${leak.odds.denominator}`,
    cause,
    round: due,
    hint: name,
  });
}

export function askHelp(chronicle: Chronicle, actor: Actor, command: Of<'ask-help'>): Verdict {
  if (actor.view.help[actor.role.id] && command.words === undefined) return refuse('nothing-to-do');
  chronicle.tell([actor.role.id], { type: 'help-asked', role: actor.role.id, words: command.words ?? null });
  return null;
}
