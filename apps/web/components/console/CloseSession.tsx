'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { useLive } from '@/lib/live';
import { t } from '@/messages';
import { useHost } from './useHost';

/** Ends the session for good and deletes every nickname and every word; the bare record stays for the debrief. Asked twice. */
export function CloseSession() {
  const closed = useLive((state) => state.session.closed);
  const host = useHost();
  const [sure, setSure] = useState(false);
  if (closed) return <p role="status">{t('close.done')}</p>;
  return (
    <Panel title={t('close.title')} level={3}>
      <p className="mb-2 text-sm text-muted">{t('close.text')}</p>
      {sure ? (
        <div className="flex flex-wrap gap-2" role="group" aria-label={t('close.title')}>
          <Button look="danger" disabled={host.busy} onClick={() => void host.session({ type: 'close' })}>
            {t('close.yes')}
          </Button>
          <Button onClick={() => setSure(false)}>{t('close.no')}</Button>
        </div>
      ) : (
        <Button onClick={() => setSure(true)}>{t('close.ask')}</Button>
      )}
      {host.error && <p role="alert">{host.error}</p>}
    </Panel>
  );
}
