'use client';
import type { OwnCard, OwnCards } from '@btt/protocol';
import { useCallback, useEffect, useState } from 'react';
import { heldOwner } from './owner';
import { ask } from './scenarios';

export type OwnState =
  /** This browser has brought nothing along. */
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  /** The host pass is asked for. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'ready'; readonly scenarios: readonly OwnCard[] };

/** The scenarios of this browser, and a way to fetch them again. */
export function useOwnScenarios(): { readonly own: OwnState; readonly reload: () => void } {
  const [own, setOwn] = useState<OwnState>({ kind: 'none' });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((one) => one + 1), []);
  useEffect(() => {
    if (heldOwner() === null) return setOwn({ kind: 'none' });
    let left = false;
    setOwn((before) => (before.kind === 'ready' ? before : { kind: 'loading' }));
    void ask<OwnCards>('GET', '/own').then((answer) => {
      if (left) return;
      if (answer.ok) setOwn({ kind: 'ready', scenarios: answer.scenarios });
      else if (answer.code === 'wrong-pass') setOwn({ kind: 'locked' });
      else setOwn({ kind: 'failed', message: answer.message });
    });
    return () => {
      left = true;
    };
  }, [round]);
  return { own, reload };
}
