import type { Welcome } from '@btt/protocol';
import type { Socket } from 'socket.io';
import type { Follower } from '../feeds/deliveries';
import type { Bucket } from '../limits/bucket';
import type { Identity } from '../sessions/tokens';

/** One open page. Who it is, once it has said so, and which feeds it is sent. */
export interface Connection {
  readonly socket: Socket;
  /** Whom its network address stands for. */
  readonly neighbourhood: string;
  readonly rates: Readonly<Record<'messages' | 'joins' | 'records' | 'trials', Bucket>>;
  identity: Identity | null;
  /** The projector's token, for the host's pages alone. */
  screenToken: string | null;
  /** Whether it wants to know what happens at tables, as far as it may. */
  tables: boolean;
  /** By feed. */
  readonly following: Map<string, Follower>;
  /** What it was told last about itself. */
  welcome: Welcome | null;
}
