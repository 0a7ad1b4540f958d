export { choose, type Circumstance } from './choose';
export { EMPTY_NOTES, note, type Notes } from './seat/notes';
export type { Seat } from './seat/seat';
