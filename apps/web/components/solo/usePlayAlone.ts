'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import type { HostCard } from '@/components/host/useCards';
import { heldHostPass, holdHostPass } from '@/lib/host-pass';
import { keepSeat } from '@/lib/identity';
import { useComingClient } from '@/lib/live';
import { heldOwner } from '@/lib/owner';
import { t } from '@/messages';
import { spokenNow } from '@/messages/language';

export interface PlayAlone {
  readonly play: (card: HostCard, role: string | null, pass?: string) => Promise<void>;
  readonly busy: boolean;
  readonly error: string | null;
  /** The server lets nobody open a session without its pass. */
  readonly wantsPass: boolean;
}

/** Opens a session for oneself, keeps its seat, and goes there. In the reader's language where the scenario speaks it. */
export function usePlayAlone(): PlayAlone {
  const coming = useComingClient();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [wantsPass, setWantsPass] = useState(false);
  const play = useCallback(
    async (card: HostCard, role: string | null, typed = '') => {
      setBusy(true);
      setError(null);
      const client = await coming();
      const { language } = spokenNow();
      const pass = typed || heldHostPass();
      const owner = card.own ? heldOwner() : null;
      const nickname = t('solo.you');
      const answer = await client.playAlone({
        scenario: card.id,
        nickname,
        ...(language !== card.language && card.languages.includes(language) ? { language } : {}),
        ...(role === null ? {} : { role }),
        ...(pass ? { pass } : {}),
        ...(owner ? { owner } : {}),
      });
      if (!answer.ok) {
        setBusy(false);
        const passMissing = answer.code === 'wrong-pass' && !pass;
        if (answer.code === 'wrong-pass') setWantsPass(true);
        return setError(passMissing ? null : answer.message);
      }
      if (typed) holdHostPass(typed);
      const { token, session, code } = answer;
      keepSeat({ token, session, code, nickname });
      router.replace(`/play?code=${encodeURIComponent(code)}`);
    },
    [coming, router],
  );
  return { play, busy, error, wantsPass };
}
