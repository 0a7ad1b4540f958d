'use client';
import '@/messages/full';
import type { TableRecord } from '@btt/protocol';
import { useEffect, useState } from 'react';
import { Waiting } from '@/components/play/Waiting';
import { hostPasses, seatPasses } from '@/lib/identity';
import { LiveProvider, useClient } from '@/lib/live';
import { t } from '@/messages';
import { Replayer } from './Replayer';

/** The debrief of one table: for the host at any time, for the class as soon as the host has opened it. */
export function Debrief() {
  return (
    <LiveProvider>
      <Loader />
    </LiveProvider>
  );
}

/** Milliseconds before the record is asked for again while win-sets are being counted. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;

const isCounting = (record: TableRecord) => record.lines.some((line) => line?.counting !== undefined);

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'open'; readonly record: TableRecord };

function Loader() {
  const client = useClient();
  const [state, setState] = useState<State>({ kind: 'loading' });

  useEffect(() => {
    if (!client) return;
    let left = false;
    const table = new URLSearchParams(location.search).get('table') ?? '';
    const tokens = [...hostPasses(), ...seatPasses()].map((pass) => pass.token);
    /** The record comes at once; win-sets that the server still has to count come when it is asked again. */
    async function untilCounted(first: TableRecord): Promise<void> {
      let newest = first;
      for (let pause = FIRST_PAUSE; isCounting(newest); pause = Math.min(LONGEST_PAUSE, 2 * pause)) {
        await new Promise((resume) => setTimeout(resume, pause));
        if (left) return;
        const again = await client?.record(table);
        if (left) return;
        if (!again?.ok) continue;
        newest = again;
        setState({ kind: 'open', record: again });
      }
    }
    void (async () => {
      let reason = t('debrief.noPass');
      for (const token of tokens) {
        // What the record will tell need not come a second time.
        const hello = await client.hello(token, { tables: false });
        if (left) return;
        if (!hello.ok) continue;
        const record = await client.record(table);
        if (left) return;
        if (record.ok) {
          setState({ kind: 'open', record });
          return untilCounted(record);
        }
        reason = record.message;
      }
      setState({ kind: 'failed', reason });
    })();
    return () => {
      left = true;
    };
  }, [client]);

  switch (state.kind) {
    case 'loading':
      return <Waiting title={t('debrief.loading')} text={t('debrief.loading.text')} />;
    case 'failed':
      return (
        <Waiting
          title={t('debrief.closed')}
          text={state.reason}
          link={{ href: '/', text: t('notFound.home') }}
        />
      );
    case 'open':
      return <Replayer record={state.record} />;
  }
}
