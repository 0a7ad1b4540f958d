'use client';
import '@/messages/library';
import './packets.css';
import type { ScenarioSheet } from '@btt/protocol';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { PassForm } from '@/components/scenario/PassForm';
import { Button } from '@/components/ui/Button';
import { useSheet } from '@/lib/sheet';
import { t } from '@/messages';
import { Packet } from './Packet';

interface Asked {
  readonly ref: string;
  /** '' = all roles. */
  readonly role: string;
  /** null = the reader's, where the scenario speaks it. */
  readonly language: string | null;
}

/** The packets of all roles or of one, as they are printed. */
export function Packets() {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    const search = new URLSearchParams(location.search);
    setAsked({
      ref: search.get('id') ?? '',
      role: search.get('role') ?? '',
      language: search.get('language'),
    });
  }, []);
  const { state, reload } = useSheet(asked?.ref ?? null, asked?.language ?? null);
  const ready = state.kind === 'ready' && asked !== null;
  return (
    <main className="mx-auto flex max-w-4xl flex-col gap-5 px-4 py-6 print:block print:max-w-none print:p-0">
      <header className="flex flex-col gap-3 print:hidden">
        <p>
          <Link
            href={`/scenario?id=${asked?.ref ?? ''}#packets`}
            className="inline-flex min-h-11 items-center"
          >
            {t('packets.back')}
          </Link>
        </p>
        <h1 className="text-3xl">{t('packets.title')}</h1>
        <p className="max-w-prose text-sm text-muted">{t('packets.text')}</p>
        {state.kind === 'loading' && <p role="status">{t('scenario.loading')}</p>}
        {state.kind === 'refused' &&
          (state.code === 'wrong-pass' ? (
            <PassForm onPass={reload} />
          ) : (
            <p role="alert">{t('scenario.failed', { reason: state.message })}</p>
          ))}
        {ready && (
          <Choice sheet={state.sheet} role={asked.role} onChange={(role) => setAsked({ ...asked, role })} />
        )}
      </header>
      {ready &&
        state.sheet.public.roles
          .filter((role) => asked.role === '' || role.id === asked.role)
          .map((role) => <Packet key={role.id} sheet={state.sheet} role={role} />)}
    </main>
  );
}

interface ChoiceProps {
  readonly sheet: ScenarioSheet;
  readonly role: string;
  readonly onChange: (role: string) => void;
}

function Choice({ sheet, role, onChange }: ChoiceProps) {
  return (
    <div className="flex flex-wrap items-end gap-3">
      <label className="flex min-w-0 flex-col gap-1 text-sm">
        {t('packets.role')}
        <select
          value={role}
          onChange={(event) => onChange(event.target.value)}
          className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-sheet px-2 text-base"
        >
          <option value="">{t('packets.every')}</option>
          {sheet.public.roles.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <Button look="strong" onClick={() => window.print()}>
        {t('packets.print')}
      </Button>
    </div>
  );
}
