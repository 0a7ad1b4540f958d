import { OWN_REFUSALS } from './own-refusals';

/** Why a wish was refused. Codes are stable; sentences are for people and may be translated by code. */
export const REFUSALS = {
  malformed: 'That message could not be understood.',
  'wrong-protocol': 'This page is older or newer than the server. Reload it.',
  'too-many': 'Too many messages at once. Wait a moment.',
  'unknown-code': 'No session has this code.',
  'unknown-token': OWN_REFUSALS['unknown-token'],
  'unknown-scenario': 'There is no such scenario.',
  'wrong-pass': 'The host pass is not right.',
  'not-a-scenario': 'This file holds no scenario that can be read.',
  'not-playable': 'Something is wrong in this scenario. Mend it first.',
  'too-large': 'That is too large.',
  'library-full': 'No more scenarios can be kept here. Delete one first.',
  outdated: 'It has been changed elsewhere meanwhile. Reload it.',
  'no-answer': OWN_REFUSALS['no-answer'],
  'session-closed': 'This session has been closed.',
  'session-archived': 'This session has been put away. Its host can open it again.',
  'session-full': 'This session is full.',
  'nickname-taken': 'Somebody here already uses this name. Choose another.',
  'wrong-return-code': 'That is not the return code of this name.',
  'not-admitted': 'The host has not let you in.',
  'last-table': 'A session needs one table at least.',
  'not-entitled': 'You may not do that.',
  'not-seated': 'You have no seat at this table.',
  'unknown-table': 'There is no such table.',
  'unknown-person': 'There is nobody like that here.',
  'unknown-role': 'There is no such role.',
  'unknown-channel': 'You have no such channel.',
  'unknown-issue': 'There is no such issue or option.',
  'unknown-move': 'You have no such move.',
  'unknown-happening': 'Nothing like that is known to you.',
  'seat-full': 'This seat is taken.',
  'chat-off': 'Free chat is switched off: talk in the room.',
  'wrong-phase': 'That cannot be done in this phase.',
  paused: 'The table is paused.',
  'nothing-to-do': 'That is so already.',
  'too-expensive': 'You have not enough political capital left this round.',
  'used-up': 'That has been done as often as it can be.',
  'line-spent': 'You have spoken in public this round already.',
  'not-available': 'That is not possible at the moment.',
  'nothing-to-answer': 'There is nothing to answer with that.',
  'no-consent': 'Your own side has not agreed to that yet.',
  'no-channel': 'You have no back channel to them.',
  'wrong-picks': 'Choose as many as the move asks for.',
  frozen: 'Your side is bound on this issue for now.',
  'draft-open': 'Not every issue is agreed yet.',
  'not-due': 'That moment has passed or has not come.',
  'debrief-closed': 'The debrief has not been opened yet.',
  'not-a-record': 'This file holds no session that can be read.',
  'other-rules':
    'This session cannot be played again as it is written: it was changed, or played by other rules.',
  unavailable: OWN_REFUSALS.unavailable,
  conflict: 'Too much happened at once. Try again.',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly message: string;
}

export function refuse(code: RefusalCode, detail?: string): Refusal {
  return { ok: false, code, message: detail ?? REFUSALS[code] };
}
