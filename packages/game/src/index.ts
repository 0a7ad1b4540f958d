export { agreementsOf, explore } from './explore/explore';
export { createGame, type Game } from './game';
export {
  type Asker,
  decideLesson,
  evolveLesson,
  hasEnded,
  initialLesson,
  isRevealed,
  type LessonEvent,
  lessonFor,
  type LessonViewer,
  type LessonWish,
  mayLook,
  visibleLesson,
} from './lesson/lesson';
export { whatMattered } from './lesson/mattered';
export { questionsFor } from './lesson/questions';
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
export { epochOf, peopleIn, visible, visibleSession, visibleToPerson, wordsIn } from './projection/visible';
export { type ClaimedEvent, playedAgain } from './record/again';
export { branchedAt } from './record/branch';
export { renamed } from './record/rename';
export { resultsCsv } from './results/csv';
export { type FinishedTable, resultsOf } from './results/results';
export { compareTable, readTable, type TableReading } from './readings';
export { fairPoints } from './readings/scores/fair';
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
