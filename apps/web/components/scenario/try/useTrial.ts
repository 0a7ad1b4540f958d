'use client';
import type { Terms, Trial } from '@btt/protocol';
import { useEffect, useState } from 'react';
import { follow, scenarioPath } from '@/lib/scenarios';

export interface Tried {
  /** The newest answer; that of an older question until the first line of a new one is there. */
  readonly trial: Trial | null;
  readonly error: string | null;
}

/** Milliseconds without a change before the server is asked. */
const PAUSE = 150;

/** What the referee makes of a deal with moves: asked again whenever either changes. What was asked before is withdrawn. */
export function useTrial(ref: string, language: string, deal: Terms, moves: readonly string[]): Tried {
  const path = `${scenarioPath(ref, '/trial')}?language=${encodeURIComponent(language)}`;
  const [tried, setTried] = useState<Tried>({ trial: null, error: null });
  useEffect(() => {
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      const tell = (trial: Trial) => leaving.signal.aborted || setTried({ trial, error: null });
      void follow<Trial>(path, { deal, moves }, tell, leaving.signal).then((refused) => {
        if (refused && !leaving.signal.aborted) setTried(({ trial }) => ({ trial, error: refused.message }));
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [path, deal, moves]);
  return tried;
}
