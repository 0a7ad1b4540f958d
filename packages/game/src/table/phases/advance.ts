import { type Refusal, refuse } from '@btt/protocol';
import { messagesFor } from '@btt/referee';
import type { Chronicle } from '../chronicle';
import { mayReturn, openCount, returnToTable } from './ratification';
import { deadlineAfter, enterRound, leaveRound } from './rounds';
import { endTable } from './ending';

/** On to what comes next: the same step for the clock and for the host. */
export function advance(chronicle: Chronicle): Refusal | null {
  const desk = chronicle.desk();
  switch (desk.phase) {
    case 'lobby':
      return refuse('wrong-phase');
    case 'briefing':
      enterRound(chronicle, 1, 0);
      return null;
    case 'bargaining':
      leaveRound(chronicle);
      return null;
    case 'ratification':
      openCount(chronicle);
      return null;
    case 'count':
      if (mayReturn(chronicle.game, chronicle)) returnToTable(chronicle);
      else openDebriefPhase(chronicle);
      return null;
    case 'debrief':
      return refuse('nothing-to-do');
  }
}

export function startBriefing(chronicle: Chronicle): void {
  const minutes = chronicle.desk().settings?.briefing ?? 0;
  if (minutes === 0) return enterRound(chronicle, 1, 0);
  chronicle.tell('everyone', {
    type: 'phase',
    phase: 'briefing',
    round: 0,
    deadline: deadlineAfter(chronicle, minutes),
    returned: 0,
  });
}

/** No further return: what home refused stays refused. */
export function finish(chronicle: Chronicle): void {
  const last = chronicle.desk().results.at(-1);
  endTable(
    chronicle,
    'refused',
    'involuntary',
    last?.sentence ?? messagesFor(chronicle.game.scenario.language).refusedAtHome(),
  );
  openDebriefPhase(chronicle);
}

function openDebriefPhase(chronicle: Chronicle): void {
  const desk = chronicle.desk();
  chronicle.tell('everyone', {
    type: 'phase',
    phase: 'debrief',
    round: desk.round,
    deadline: null,
    returned: desk.returned,
  });
}
