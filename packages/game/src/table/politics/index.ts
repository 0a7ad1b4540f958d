import type { SeatCommand } from '@btt/protocol';
import type { Chronicle } from '../chronicle';
import type { Actor } from '../decide/actor';
import type { Verdict } from '../decide/verdict';
import { acknowledge, judge } from './afterwards';
import { ask, assure } from './assurance';
import { joinBloc, leaveBloc } from './blocs';
import { confide } from './confide';
import { askConsent, giveConsent } from './consent';
import { leak } from './leak';
import { answerLobby, lobby } from './lobby';
import { buyEstimate, consultExpert, drawMap } from './map';
import { answerPlan, offerPlan } from './plans';
import { draftSpeech, handSpeech } from './speech';

type PoliticsCommand = Extract<
  SeatCommand,
  {
    type:
      | 'offer-plan'
      | 'answer-plan'
      | 'ask-consent'
      | 'give-consent'
      | 'join-bloc'
      | 'leave-bloc'
      | 'ask'
      | 'assure'
      | 'lobby'
      | 'answer-lobby'
      | 'map'
      | 'estimate'
      | 'consult'
      | 'confide'
      | 'draft-speech'
      | 'hand-speech'
      | 'leak'
      | 'acknowledge'
      | 'judge';
  }
>;

/** The politics behind the tables: acts that every scenario knows and that need no content of their own. */
export function decidePolitics(chronicle: Chronicle, actor: Actor, command: PoliticsCommand): Verdict {
  switch (command.type) {
    case 'offer-plan':
      return offerPlan(chronicle, actor, command);
    case 'answer-plan':
      return answerPlan(chronicle, actor, command);
    case 'ask-consent':
      return askConsent(chronicle, actor, command);
    case 'give-consent':
      return giveConsent(chronicle, actor, command);
    case 'join-bloc':
      return joinBloc(chronicle, actor, command);
    case 'leave-bloc':
      return leaveBloc(chronicle, actor, command);
    case 'ask':
      return ask(chronicle, actor, command);
    case 'assure':
      return assure(chronicle, actor, command);
    case 'lobby':
      return lobby(chronicle, actor, command);
    case 'answer-lobby':
      return answerLobby(chronicle, actor, command);
    case 'map':
      return drawMap(chronicle, actor, command);
    case 'estimate':
      return buyEstimate(chronicle, actor, command);
    case 'consult':
      return consultExpert(chronicle, actor, command);
    case 'confide':
      return confide(chronicle, actor, command);
    case 'draft-speech':
      return draftSpeech(chronicle, actor, command);
    case 'hand-speech':
      return handSpeech(chronicle, actor, command);
    case 'leak':
      return leak(chronicle, actor, command);
    case 'acknowledge':
      return acknowledge(chronicle, actor, command);
    case 'judge':
      return judge(chronicle, actor, command);
  }
}
