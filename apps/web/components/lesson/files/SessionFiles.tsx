'use client';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import type { HostPass } from '@/lib/identity';
import { saveOf } from '@/lib/session-files';
import { t } from '@/messages';

/** What the host takes home: report, results, and the whole session. */
export function SessionFiles({ pass }: { readonly pass: HostPass }) {
  const [names, setNames] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  async function save(part: 'file' | 'results', as?: 'csv' | 'json'): Promise<void> {
    setBusy(true);
    setError(null);
    const name = part === 'file' ? `${pass.code}.session.json` : `${pass.code}.results.${as ?? 'json'}`;
    setError(await saveOf(part, { names, ...(as === undefined ? {} : { as }) }, pass.token, name));
    setBusy(false);
  }
  return (
    <Panel title={t('files.title')} level={3}>
      <p className="mb-2 text-sm text-muted">{t('files.note')}</p>
      <label className="mb-2 flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          checked={names}
          onChange={() => setNames(!names)}
          className="size-5 shrink-0 accent-ink"
        />
        {t('files.names')}
      </label>
      <div className="flex flex-col items-start gap-2">
        <Link href={`/report?code=${pass.code}`} className="inline-flex min-h-11 items-center font-semibold">
          {t('files.report')}
        </Link>
        <Button disabled={busy} onClick={() => void save('results', 'csv')}>
          {t('files.csv')}
        </Button>
        <Button disabled={busy} onClick={() => void save('results', 'json')}>
          {t('files.json')}
        </Button>
        <Button disabled={busy} onClick={() => void save('file')}>
          {t('files.session')}
        </Button>
      </div>
      <p role="status" className="text-sm">
        {busy ? t('files.busy') : ''}
      </p>
      {error && (
        <p role="alert" className="text-oxblood">
          {error}
        </p>
      )}
    </Panel>
  );
}
