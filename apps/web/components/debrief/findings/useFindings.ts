'use client';
import type { Answer, Comparison, FindingsOfTable } from '@btt/protocol';
import { useEffect, useState } from 'react';
import { useClient, useLive } from '@/lib/live';

/** What was asked for: nothing yet, a refusal, or the answer. */
type Asked<T> = Answer<T> | null;

/** What can be read from the record of a table. Asked for when it is first shown, and again when the class has been shown more. */
export function useFindings(table: string): Asked<FindingsOfTable> {
  const client = useClient();
  const shown = useShown();
  const [answer, setAnswer] = useState<Asked<FindingsOfTable>>(null);
  useEffect(() => {
    let left = false;
    void client?.findings(table).then((one) => {
      if (!left) setAnswer(one);
    });
    return () => {
      left = true;
    };
  }, [client, table, shown]);
  return answer;
}

/** The tables of the class, as far as they are open to this page. Asked for again when the class has been shown more. */
export function useComparison(): Asked<Comparison> {
  const client = useClient();
  const shown = useShown();
  const [answer, setAnswer] = useState<Asked<Comparison>>(null);
  useEffect(() => {
    let left = false;
    void client?.compare().then((one) => {
      if (!left) setAnswer(one);
    });
    return () => {
      left = true;
    };
  }, [client, shown]);
  return answer;
}

/** How many steps of the debrief the class has been shown. */
function useShown(): number {
  return useLive((state) => state.lesson?.view.shown.length ?? 0);
}
