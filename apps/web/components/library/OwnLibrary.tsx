'use client';
import { useRef, useState } from 'react';
import { PassForm } from '@/components/scenario/PassForm';
import { Button } from '@/components/ui/Button';
import { importScenario } from '@/lib/bundle';
import { useOwnScenarios } from '@/lib/own-library';
import { t } from '@/messages';
import { OwnCardView } from './OwnCardView';

/** The scenarios that this browser brought along: to open, host, export and delete. */
export function OwnLibrary() {
  const { own, reload } = useOwnScenarios();
  const file = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<{ readonly bad: boolean; readonly text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [waiting, setWaiting] = useState<File | null>(null);

  async function bring(chosen: File): Promise<void> {
    setBusy(true);
    setSaid(null);
    setWaiting(null);
    const answer = await importScenario(chosen);
    setBusy(false);
    if (!answer) return setSaid({ bad: true, text: t('own.import.notJson') });
    if (answer.ok) {
      setSaid({ bad: false, text: t('own.import.done', { title: answer.scenario.title }) });
      return reload();
    }
    if (answer.code === 'wrong-pass') return setWaiting(chosen);
    setSaid({ bad: true, text: answer.message });
  }

  return (
    <section aria-labelledby="own-scenarios" className="mt-4 flex flex-col gap-3 border-t border-line pt-6">
      <h2 id="own-scenarios" className="text-2xl">
        {t('own.title')}
      </h2>
      <p className="max-w-prose text-sm text-muted">{t('own.note')}</p>
      {own.kind === 'none' && <p>{t('own.empty')}</p>}
      {own.kind === 'loading' && <p role="status">{t('library.loading')}</p>}
      {own.kind === 'failed' && <p role="alert">{t('scenario.failed', { reason: own.message })}</p>}
      {(own.kind === 'locked' || waiting) && (
        <PassForm onPass={() => (waiting ? void bring(waiting) : reload())} />
      )}
      {own.kind === 'ready' && own.scenarios.length === 0 && <p>{t('own.empty')}</p>}
      {own.kind === 'ready' && own.scenarios.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
          {own.scenarios.map((scenario) => (
            <OwnCardView key={scenario.ref} scenario={scenario} onDeleted={reload} />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={busy} onClick={() => file.current?.click()}>
          {busy ? t('own.import.busy') : t('own.import')}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          aria-label={t('own.import')}
          className="hidden"
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            event.target.value = '';
            if (chosen) void bring(chosen);
          }}
        />
        <p className="text-sm text-muted">{t('own.import.hint')}</p>
      </div>
      {said && (
        <p role={said.bad ? 'alert' : 'status'} className={said.bad ? 'text-oxblood' : ''}>
          {said.text}
        </p>
      )}
    </section>
  );
}
