'use client';
import type { ScenarioCard } from '@btt/protocol';
import { useEffect, useState } from 'react';

export type LibraryState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly cards: readonly ScenarioCard[] };

/** The cards of the scenarios that this server has. */
export function useLibrary(): LibraryState {
  const [state, setState] = useState<LibraryState>({ kind: 'loading' });
  useEffect(() => {
    let left = false;
    fetch('/api/library')
      .then((response) =>
        response.ok
          ? (response.json() as Promise<ScenarioCard[]>)
          : Promise.reject(new Error(String(response.status))),
      )
      .then(
        (cards) => left || setState({ kind: 'ready', cards }),
        () => left || setState({ kind: 'failed' }),
      );
    return () => {
      left = true;
    };
  }, []);
  return state;
}
