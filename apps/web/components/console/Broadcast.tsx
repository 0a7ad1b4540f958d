'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import { useHost } from './useHost';

/** An announcement to everybody at the table. */
export function Broadcast({ table }: { readonly table: string }) {
  const host = useHost();
  const [words, setWords] = useState('');
  return (
    <Panel title={t('broadcast.title')} level={3}>
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const text = words.trim();
          if (text)
            void host.table(table, { type: 'broadcast', words: text }).then((done) => done && setWords(''));
        }}
      >
        <textarea
          aria-label={t('broadcast.words')}
          value={words}
          rows={2}
          maxLength={600}
          onChange={(event) => setWords(event.target.value)}
          className="rounded-md border border-line-strong bg-sheet px-3 py-2"
        />
        <Button type="submit" disabled={host.busy || words.trim() === ''}>
          {t('broadcast.send')}
        </Button>
        {host.error && <p role="alert">{host.error}</p>}
      </form>
    </Panel>
  );
}
