'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import { useHost } from './useHost';

/** Words to everybody at one table or several: as the host, or as news on the press wire. */
export function Broadcast({ tables }: { readonly tables: readonly string[] }) {
  const host = useHost();
  const [words, setWords] = useState('');
  const [asNews, setAsNews] = useState(false);
  async function send(text: string): Promise<void> {
    const done = await Promise.all(
      tables.map((table) =>
        host.table(
          table,
          asNews ? { type: 'say', channel: 'press', words: text } : { type: 'broadcast', words: text },
        ),
      ),
    );
    if (done.every(Boolean)) setWords('');
  }
  const several = tables.length > 1;
  return (
    <Panel title={several ? t('tell.all') : t('broadcast.title')} level={3}>
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const text = words.trim();
          if (text) void send(text);
        }}
      >
        <textarea
          aria-label={several ? t('tell.all.words') : t('broadcast.words')}
          value={words}
          rows={2}
          maxLength={600}
          onChange={(event) => setWords(event.target.value)}
          className="rounded-md border border-line-strong bg-sheet px-3 py-2"
        />
        <label className="flex flex-wrap items-center gap-2 text-sm">
          {t('tell.kind')}
          <select
            value={asNews ? 'news' : 'announce'}
            onChange={(event) => setAsNews(event.target.value === 'news')}
            className="min-h-11 min-w-0 flex-1 rounded-md border border-line-strong bg-sheet px-2"
          >
            <option value="announce">{t('tell.announce')}</option>
            <option value="news">{t('tell.news')}</option>
          </select>
        </label>
        <Button type="submit" disabled={host.busy || words.trim() === ''}>
          {t('broadcast.send')}
        </Button>
        {host.error && <p role="alert">{host.error}</p>}
      </form>
    </Panel>
  );
}
