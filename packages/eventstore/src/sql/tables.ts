/** The tables, alike in both databases. Times are milliseconds since the epoch. */
export interface Tables {
  readonly meta: { name: string; value: string };
  readonly streams: { stream: string; version: number; at: number; deadline: number | null };
  readonly events: {
    stream: string;
    version: number;
    at: number;
    actor: string;
    command_id: string;
    type: string;
    payload: string;
  };
  readonly commands: { stream: string; actor: string; command_id: string; first: number; last: number };
  readonly words: { id: string; stream: string; body: string };
  readonly documents: { hash: string; body: string };
  readonly keys: { kind: string; key: string; value: string };
}
