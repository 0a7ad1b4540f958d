import { type Audience, refuse } from '@btt/protocol';
import type { Channel } from '@btt/scenario';
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
  chronicle.tell(audienceOfChannel(channel), {
    type: 'said',
    id: chronicle.nextId(),
    channel: channel.id,
    role: actor.role.id,
    person: actor.person,
    words: command.words,
  });
  return null;
}

export function askHelp(chronicle: Chronicle, actor: Actor, command: Of<'ask-help'>): Verdict {
  if (actor.view.help[actor.role.id] && command.words === undefined) return refuse('nothing-to-do');
  chronicle.tell([actor.role.id], { type: 'help-asked', role: actor.role.id, words: command.words ?? null });
  return null;
}
