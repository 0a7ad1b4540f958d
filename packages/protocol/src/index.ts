export type * from './brief';
export { AUTOPILOT, type Desk, EMPTY_DESK } from './desk/desk';
export { fold, foldAll } from './desk/fold';
export { factionScore, principalValue, voteOn } from './desk/score';
export type * from './explore';
export type * from './facts';
export { EMPTY_POLITICS, type PoliticsDesk } from './politics/desk';
export type * from './politics/facts';
export type * from './findings';
export * from './frames';
export type * from './lesson/answers';
export * from './lesson/lesson';
export type * from './library';
export { dueAnswer, hasConsent, mayMove, type MoveTerms } from './legality/may-move';
export { isFrozen, mayInitial } from './legality/may-act';
export { type Circumstances, holds, isAgreed, openInvitation, timesMade } from './legality/holds';
export { OWN_REFUSALS } from './own-refusals';
export { refuse, REFUSALS, type Refusal, type RefusalCode } from './refusals';
export type {
  ClientMessage,
  ClientMessageName,
  Cursor,
  HostCommand,
  LessonHostCommand,
  LessonPersonCommand,
  LibraryRequest,
  SeatCommand,
  SessionCommand,
  Settings,
} from './schema';
export type {
  Action,
  Audience as ScenarioAudience,
  Ban,
  Channel,
  Condition,
  Issue,
  OptionTest,
  SideColour,
  TableDefaults,
} from '@btt/scenario';
export {
  EMPTY_SESSION,
  type Expected,
  foldSession,
  type SeatingWay,
  type SessionAudience,
  type SessionFact,
  type SessionPart,
  type SessionTable,
  type SessionView,
  type Whereabouts,
  type UndoPoint,
} from './session';
