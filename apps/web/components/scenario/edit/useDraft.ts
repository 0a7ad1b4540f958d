'use client';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { createDraft, type Draft, type DraftState, NO_DRAFT } from '@/lib/draft';
import { ask, newWishId } from '@/lib/scenarios';

const PAUSE = 600;
const NOTHING_YET = createStore<DraftState>(() => NO_DRAFT);

/** The draft of an own scenario for as long as its editor is open; null during the first render. */
export function useDraft(
  ref: string,
  onSaved: () => void,
): { readonly draft: Draft | null; readonly state: DraftState } {
  const [draft, setDraft] = useState<Draft | null>(null);
  useEffect(() => {
    const made = createDraft(ref, { ask, newId: newWishId, pause: PAUSE, saved: onSaved });
    made.load();
    setDraft(made);
    return () => made.close();
  }, [ref, onSaved]);

  const state = useStore(draft?.store ?? NOTHING_YET);
  const unsaved = useMemo(() => Object.keys(state.changes).length > 0, [state.changes]);
  useEffect(() => {
    if (!unsaved) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [unsaved]);
  return { draft, state };
}
