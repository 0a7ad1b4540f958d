'use client';
import type { Agreements, Answer, Exploration, Terms } from '@btt/protocol';
import { useEffect, useState } from 'react';
import { useClient } from '@/lib/live';

/** Milliseconds without a change before the server is asked. */
const PAUSE = 200;

/** What all sides would have made of a deal at a moment. The newest answer, that of an older question until the next one is there. */
export function useExploration(table: string, position: number, deal: Terms): Answer<Exploration> | null {
  const client = useClient();
  const [answer, setAnswer] = useState<Answer<Exploration> | null>(null);
  useEffect(() => {
    let left = false;
    const timer = setTimeout(() => {
      void client?.explore(table, position, deal).then((one) => {
        if (!left) setAnswer(one);
      });
    }, PAUSE);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [client, table, position, deal]);
  return answer;
}

/** What could have been ratified, once it is asked for. */
export interface AgreementsWanted {
  readonly state: 'idle' | 'asking' | Answer<Agreements>;
  ask(): void;
}

/** Forgotten when the moment or the deal changes. */
export function useAgreements(table: string, position: number, deal: Terms): AgreementsWanted {
  const client = useClient();
  const [found, setFound] = useState<{
    readonly of: readonly [string, number, Terms];
    readonly state: AgreementsWanted['state'];
  } | null>(null);
  const mine =
    found !== null && found.of[0] === table && found.of[1] === position && found.of[2] === deal
      ? found
      : null;
  return {
    state: mine?.state ?? 'idle',
    ask() {
      const of = [table, position, deal] as const;
      setFound({ of, state: 'asking' });
      void client?.agreements(table, position, deal).then((state) => {
        setFound((now) => (now?.of === of ? { of, state } : now));
      });
    },
  };
}
