'use client';
import type { Answer, RefusalCode, ScenarioSheet } from '@btt/protocol';
import { useCallback, useEffect, useState } from 'react';
import { spokenNow } from '@/messages/language';
import { ask, scenarioPath } from './scenarios';

export type SheetState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly message: string }
  | { readonly kind: 'ready'; readonly sheet: ScenarioSheet };

/**
 * A scenario as its host may read it, and a way to fetch it again; what is shown meanwhile stays. Null = no scenario is named. In the language
 * asked for; else in the reader's, where the scenario speaks it.
 */
export function useSheet(
  ref: string | null,
  language: string | null = null,
): { readonly state: SheetState; readonly reload: () => void } {
  const [state, setState] = useState<SheetState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((one) => one + 1), []);
  useEffect(() => {
    if (ref === null) return;
    const leaving = new AbortController();
    setState((before) => (before.kind === 'ready' ? before : { kind: 'loading' }));
    void sheetIn(ref, language, leaving.signal).then((answer) => {
      if (leaving.signal.aborted) return;
      setState(answer.ok ? { kind: 'ready', sheet: answer } : { ...answer, kind: 'refused' });
    });
    return () => leaving.abort();
  }, [ref, language, round]);
  return { state, reload };
}

async function sheetIn(
  ref: string,
  language: string | null,
  signal: AbortSignal,
): Promise<Answer<ScenarioSheet>> {
  const inLanguage = (one: string) =>
    ask<ScenarioSheet>('GET', `${scenarioPath(ref)}?language=${encodeURIComponent(one)}`, undefined, signal);
  if (language !== null) return inLanguage(language);
  const own = await ask<ScenarioSheet>('GET', scenarioPath(ref), undefined, signal);
  const spoken = spokenNow().language;
  return own.ok && own.card.language !== spoken && own.card.languages.includes(spoken)
    ? inLanguage(spoken)
    : own;
}
