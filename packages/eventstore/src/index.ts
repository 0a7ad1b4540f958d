export { AppendTooLarge, StoreLocked, StoreUnavailable } from './errors';
export { createMemoryStore } from './memory/memory-store';
export { openStore, type StoreOptions } from './open-store';
export {
  type AppendRequest,
  type AppendResult,
  type Due,
  type EventStore,
  LARGEST_APPEND,
  LONGEST_NOTICE,
  MOST_EVENTS,
  type NewEvent,
  type Notices,
  type StoredEvent,
  type Words,
} from './port';
