export { createGame, type Game } from './game';
export { briefFor } from './projection/brief';
export { card, debriefTexts, tableSettings } from './projection/card';
export {
  type Countable,
  countable,
  type Counting,
  createCounting,
  type WinSets,
} from './projection/counting';
export { counted, type DeskReading, readDesk, stillCounting, weighs } from './projection/reading';
export { findingSteps } from './projection/findings';
export { numbersOf } from './projection/numbers';
export { sheetOf } from './projection/sheet';
export { type TrialReading, tryOut } from './projection/trial';
export { adjustmentsOf, type Vector, vectorOf } from './projection/vector';
export { epochOf, visible, visibleSession, wordsIn } from './projection/visible';
export { compareTable, readTable, type TableReading } from './readings';
export { makeYardstick, type Yardstick } from './readings/scores/yardstick';
export {
  decideSession,
  evolveSession,
  holders,
  initialSession,
  SESSION_LIMITS,
  type SessionEvent,
  type SessionState,
  type SessionWish,
} from './session/session';
export { chanceFrom, recordedChance } from './table/chance';
export { type Decision, decide } from './table/decide';
export { type RecordedCause, resolve } from './table/resolve';
export {
  type Chance,
  type Context,
  evolve,
  initialTable,
  nextDeadline,
  type SystemCommand,
  type TableCommand,
  type TableEvent,
  type TableState,
} from './table/state';
