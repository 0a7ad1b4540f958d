import type { Welcome } from '@btt/protocol';
import type { Follower } from '../feeds/deliveries';
import type { Bucket } from '../limits/bucket';
import type { Identity } from '../sessions/tokens';

/** The line to a page, as far as the parts of a node use it: a socket of socket.io, or what plays one in a simulation. */
export interface Line {
  readonly id: string;
  readonly connected: boolean;
  emit(name: string, message: unknown): unknown;
  /** Calls back with the name and the message of everything that arrives, and last how to answer. */
  onAny(heard: (name: unknown, ...rest: readonly unknown[]) => void): unknown;
}

/** One open page. Who it is, once it has said so, and which feeds it is sent. */
export interface Connection {
  readonly socket: Line;
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
