export { type Client, type ClientLine, type ClientOptions, createClient } from './client';
export {
  type ClientState,
  INITIAL_STATE,
  type Pending,
  type TableFeed,
  cursorOf,
  fitOf,
  takeFrame,
} from './state';
