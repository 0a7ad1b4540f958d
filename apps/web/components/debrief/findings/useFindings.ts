'use client';
import type { Answer, Comparison, FindingsOfTable } from '@btt/protocol';
import { useEffect, useState } from 'react';
import { useClient } from '@/lib/live';

/** What was asked for: nothing yet, a refusal, or the answer. */
type Asked<T> = Answer<T> | null;

/** What can be read from the record of a table. Asked for once, when it is first shown. */
export function useFindings(table: string): Asked<FindingsOfTable> {
  const client = useClient();
  const [answer, setAnswer] = useState<Asked<FindingsOfTable>>(null);
  useEffect(() => {
    let left = false;
    void client?.findings(table).then((one) => {
      if (!left) setAnswer(one);
    });
    return () => {
      left = true;
    };
  }, [client, table]);
  return answer;
}

/** The tables of the class, as far as they are open to this page. */
export function useComparison(): Asked<Comparison> {
  const client = useClient();
  const [answer, setAnswer] = useState<Asked<Comparison>>(null);
  useEffect(() => {
    let left = false;
    void client?.compare().then((one) => {
      if (!left) setAnswer(one);
    });
    return () => {
      left = true;
    };
  }, [client]);
  return answer;
}
