export type * from './brief';
export { type Desk, EMPTY_DESK } from './desk/desk';
export { fold, foldAll } from './desk/fold';
export type * from './facts';
export { EMPTY_POLITICS, type PoliticsDesk } from './politics/desk';
export type * from './politics/facts';
export type * from './findings';
export * from './frames';
export type * from './library';
export { dueAnswer, hasConsent, mayMove, type MoveTerms } from './legality/may-move';
export { isFrozen, mayInitial } from './legality/may-act';
export { type Circumstances, holds, isAgreed, openInvitation, timesMade } from './legality/holds';
export { refuse, REFUSALS, type Refusal, type RefusalCode } from './refusals';
export type {
  ClientMessage,
  ClientMessageName,
  Cursor,
  HostCommand,
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
export { EMPTY_SESSION, foldSession, type SessionFact, type SessionPart, type SessionView } from './session';
