'use client';
import type { Accepted, Answer, HostCommand, SessionCommand } from '@btt/protocol';
import { useState } from 'react';
import { useClient } from '@/lib/live';

export interface Host {
  /** Both resolve to true when it was done. */
  readonly table: (table: string, command: HostCommand) => Promise<boolean>;
  readonly session: (command: SessionCommand) => Promise<boolean>;
  readonly busy: boolean;
  readonly error: string | null;
}

/** The host's way to act; a refusal is shown where the action was. */
export function useHost(): Host {
  const client = useClient();
  const [busy, setBusy] = useState(0);
  const [error, setError] = useState<string | null>(null);
  async function run(work: Promise<Answer<Accepted>> | undefined): Promise<boolean> {
    if (!work) return false;
    setBusy((count) => count + 1);
    setError(null);
    const answer = await work;
    setBusy((count) => count - 1);
    const done = answer.ok || answer.code === 'nothing-to-do';
    if (!done) setError(answer.message);
    return done;
  }
  return {
    busy: busy > 0,
    error,
    table: (table, command) => run(client?.hostTable(table, command)),
    session: (command) => run(client?.hostSession(command)),
  };
}
