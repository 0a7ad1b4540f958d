import type { WordBook } from '../feeds/word-book';
import type { LessonBoard } from '../lessons/board';
import type { Buckets } from '../limits/bucket';
import type { HostGate } from '../limits/host-gate';
import type { Patience } from '../limits/patience';
import type { Catalogue } from '../scenarios/catalogue';
import type { Deriver } from '../sessions/secrets';
import type { Sessions } from '../sessions/sessions';
import type { Shelf } from '../sessions/shelf';
import type { Tokens } from '../sessions/tokens';
import type { Findings } from '../tables/findings';
import type { Records } from '../tables/record';
import type { Hub } from './hub';
import type { PresenceBoard } from './presence';
import type { Readings } from './readings';

/** The parts of a node that answer messages. */
export interface Services {
  readonly sessions: Sessions;
  readonly shelf: Shelf;
  readonly tokens: Tokens;
  readonly deriver: Deriver;
  readonly hub: Hub;
  readonly words: WordBook;
  readonly records: Records;
  readonly findings: Findings;
  readonly lessons: LessonBoard;
  readonly presence: PresenceBoard;
  readonly readings: Readings;
  readonly hostGate: HostGate;
  readonly catalogue: Catalogue;
  /** Tells the other nodes that a session was deleted. */
  readonly removed: (session: string) => void;
  readonly hostings: Buckets;
  readonly wrongCodes: Patience;
}
