'use client';
import type { RefusalCode, ScenarioSheet } from '@btt/protocol';
import { useCallback, useEffect, useState } from 'react';
import { ask, scenarioPath } from './scenarios';

export type SheetState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly message: string }
  | { readonly kind: 'ready'; readonly sheet: ScenarioSheet };

/** A scenario as its host may read it, and a way to fetch it again; what is shown meanwhile stays. Null = no scenario is named. */
export function useSheet(ref: string | null): { readonly state: SheetState; readonly reload: () => void } {
  const [state, setState] = useState<SheetState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((one) => one + 1), []);
  useEffect(() => {
    if (ref === null) return;
    const leaving = new AbortController();
    setState((before) => (before.kind === 'ready' ? before : { kind: 'loading' }));
    void ask<ScenarioSheet>('GET', scenarioPath(ref), undefined, leaving.signal).then((answer) => {
      if (leaving.signal.aborted) return;
      setState(answer.ok ? { kind: 'ready', sheet: answer } : { ...answer, kind: 'refused' });
    });
    return () => leaving.abort();
  }, [ref, round]);
  return { state, reload };
}
