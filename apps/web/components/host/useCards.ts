'use client';
import type { ScenarioCard } from '@btt/protocol';
import { useMemo } from 'react';
import { type LibraryState, useLibrary } from '@/lib/library';
import { type OwnState, useOwnScenarios } from '@/lib/own-library';

/** A scenario that can be hosted; its id is the address under which the server knows it. */
export interface HostCard extends ScenarioCard {
  readonly own: boolean;
}

export interface Cards {
  readonly library: LibraryState;
  readonly own: OwnState;
  readonly cards: readonly HostCard[];
  readonly reload: () => void;
}

/** Everything that can be hosted from this browser: its own scenarios first. */
export function useCards(): Cards {
  const library = useLibrary();
  const { own, reload } = useOwnScenarios();
  const cards = useMemo(() => {
    const mine = own.kind === 'ready' ? own.scenarios : [];
    const shipped = library.kind === 'ready' ? library.cards : [];
    return [
      ...mine.flatMap(({ ref, card }) => (card ? [{ ...card, id: ref, own: true }] : [])),
      ...shipped.map((card) => ({ ...card, own: false })),
    ];
  }, [library, own]);
  return { library, own, cards, reload };
}
