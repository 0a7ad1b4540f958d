/** Why a wish was refused. Codes are stable; sentences are for people and may be translated by code. */
export const REFUSALS = {
  malformed: 'That message could not be understood.',
  'wrong-protocol': 'This page is older or newer than the server. Reload it.',
  'too-many': 'Too many messages at once. Wait a moment.',
  'unknown-code': 'No session has this code.',
  'unknown-token': 'This device is not known here any more. Join again with the room code.',
  'unknown-scenario': 'There is no such scenario.',
  'wrong-pass': 'The host pass is not right.',
  'not-a-scenario': 'This file holds no scenario that can be read.',
  'not-playable': 'Something is wrong in this scenario. Mend it first.',
  'too-large': 'That is too large.',
  'library-full': 'No more scenarios can be kept here. Delete one first.',
  outdated: 'It has been changed elsewhere meanwhile. Reload it.',
  'no-answer': 'That took too long, or could not be worked out.',
  'session-closed': 'This session has been closed.',
  'session-full': 'This session is full.',
  'nickname-taken': 'Somebody here already uses this name. Choose another.',
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
  unavailable: 'The record cannot be written just now. Nothing was lost; try again.',
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
