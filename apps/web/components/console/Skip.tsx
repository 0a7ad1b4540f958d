'use client';
import type { Desk } from '@btt/protocol';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { nextStep } from '@/lib/next-step';
import { t } from '@/messages';
import type { Host } from './useHost';

/** On to what comes next, which the button names. Ending the bargaining with nothing to show for it is asked twice. */
export function Skip({
  table,
  desk,
  host,
}: {
  readonly table: string;
  readonly desk: Desk;
  readonly host: Host;
}) {
  const [asked, setAsked] = useState(false);
  const next = nextStep(desk);
  const skip = () => void host.table(table, { type: 'skip' }).then(() => setAsked(false));
  if (!next.final) {
    return (
      <Button disabled={host.busy} onClick={skip}>
        {next.text}
      </Button>
    );
  }
  if (!asked) {
    return (
      <Button disabled={host.busy} onClick={() => setAsked(true)}>
        {next.text}
      </Button>
    );
  }
  return (
    <span role="group" aria-label={t('control.end.sure')} className="flex flex-wrap items-center gap-2">
      <span className="text-sm">{t('control.end.sure')}</span>
      <Button look="danger" disabled={host.busy} onClick={skip}>
        {t('control.end.yes')}
      </Button>
      <Button onClick={() => setAsked(false)}>{t('control.end.no')}</Button>
    </span>
  );
}
