'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { holdHostPass } from '@/lib/host-pass';
import { ask } from '@/lib/scenarios';
import { t } from '@/messages';

/** Asks for the host pass, and goes on when it is right. */
export function PassForm({ onPass }: { readonly onPass: () => void }) {
  const [pass, setPass] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function open(): Promise<void> {
    setBusy(true);
    holdHostPass(pass);
    // Whatever is asked, the pass is looked at first.
    const answer = await ask<{ readonly ok: true }>('GET', '/own');
    setBusy(false);
    if (answer.ok || answer.code === 'unknown-token') return onPass();
    setError(answer.code === 'wrong-pass' ? t('pass.wrong') : answer.message);
  }

  return (
    <form
      className="max-w-md rounded-lg border border-line bg-sheet p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <h2 className="text-lg">{t('pass.title')}</h2>
      <p className="mb-3 text-sm text-muted">{t('pass.text')}</p>
      <Field
        label={t('host.pass')}
        hint={t('host.pass.hint')}
        error={error}
        type="password"
        autoComplete="off"
        value={pass}
        onChange={(event) => {
          setPass(event.target.value);
          setError(null);
        }}
      />
      <Button type="submit" look="strong" className="mt-3" disabled={pass === '' || busy}>
        {t('pass.open')}
      </Button>
    </form>
  );
}
