import * as threads from '../threads/thread';
import type { FromThread, ToThread } from './messages';

export type Thread = threads.Thread<ToThread>;
export type StartThread = threads.StartThread<ToThread, FromThread>;

/** The thread that counts while games are played. */
export const startThread: StartThread = threads.threadOf('analysis');
