'use client';
import type { TableFeed } from '@btt/client';
import type { Brief, Clause, Desk, OwnBrief, PublicRole, SeatCommand, Terms } from '@btt/protocol';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useClient, useLive } from '@/lib/live';

/** Everything a seat's screens are made of: what was told to the seat, and the way to act. */
export interface Play {
  readonly table: string;
  readonly person: string;
  readonly desk: Desk;
  readonly entries: TableFeed['entries'];
  readonly brief: Brief;
  readonly own: OwnBrief;
  readonly role: PublicRole;
  readonly roles: ReadonlyMap<string, PublicRole>;
  readonly sides: readonly string[];
  readonly words: Readonly<Record<string, string>>;
}

const PlayContext = createContext<Play | null>(null);

export function PlayProvider({
  table,
  person,
  children,
  waiting,
}: {
  readonly table: string;
  readonly person: string;
  readonly children: ReactNode;
  readonly waiting: ReactNode;
}) {
  const feed = useLive((state) => state.tables[table]);
  const words = useLive((state) => state.words);
  const value = useMemo((): Play | null => {
    const brief = feed?.brief;
    const own = brief?.own;
    const role = brief?.public.roles.find((one) => one.id === own?.role);
    if (!feed || !brief || !own || !role) return null;
    return {
      table,
      person,
      desk: feed.desk,
      entries: feed.entries,
      brief,
      own,
      role,
      roles: new Map(brief.public.roles.map((one) => [one.id, one])),
      sides: brief.public.sides.map((side) => side.id),
      words,
    };
  }, [feed, words, table, person]);
  return value ? <PlayContext.Provider value={value}>{children}</PlayContext.Provider> : waiting;
}

export function usePlay(): Play {
  const play = useContext(PlayContext);
  if (!play) throw new Error('usePlay outside PlayProvider');
  return play;
}

export interface Act {
  /** True when it was accepted. */
  readonly act: (command: SeatCommand) => Promise<boolean>;
  readonly busy: boolean;
  readonly error: string | null;
}

/** A way to act whose refusal is shown where the action was. */
export function useAct(): Act {
  const { table } = usePlay();
  const client = useClient();
  const [busy, setBusy] = useState(0);
  const [error, setError] = useState<string | null>(null);
  return {
    busy: busy > 0,
    error,
    async act(command) {
      if (!client) return false;
      setBusy((count) => count + 1);
      setError(null);
      const answer = await client.seat(table, command);
      setBusy((count) => count - 1);
      // What is so already needs no excuse: a double tap, or somebody else on the seat was faster.
      const done = answer.ok || answer.code === 'nothing-to-do';
      if (!done) setError(answer.message);
      return done;
    },
  };
}

/** The terms that stand in a text; open issues are left out. */
export function termsOf(text: Readonly<Record<string, Clause>>): Terms {
  return Object.fromEntries(
    Object.entries(text).flatMap(([issue, clause]) =>
      clause.option === null ? [] : [[issue, clause.option]],
    ),
  );
}

/** The text this seat can see: the draft itself at the table, the last copy shown behind it, the agreement once it is public. */
export function visibleText(play: Play): Readonly<Record<string, Clause>> {
  const { desk, role, sides } = play;
  if (desk.deal)
    return Object.fromEntries(
      Object.entries(desk.deal).map(([issue, option]) => [
        issue,
        { option, accepted: sides, rejected: [], by: null },
      ]),
    );
  return role.kind === 'negotiator' || role.kind === 'aide' ? desk.text : (desk.shown?.draft ?? {});
}
