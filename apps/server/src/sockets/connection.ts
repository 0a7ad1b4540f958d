import type { Viewer, Welcome } from '@btt/protocol';
import type { Socket } from 'socket.io';
import type { Bucket } from '../limits/bucket';
import type { Identity } from '../sessions/sessions';

/** One open page. Who it is, once it has said so, and which feeds it is sent. */
export interface Connection {
  readonly socket: Socket;
  readonly bucket: Bucket;
  identity: Identity | null;
  /** Feeds that frames are sent for, with the eyes they are seen through. */
  readonly following: Map<string, Viewer>;
  welcome: Welcome | null;
}
