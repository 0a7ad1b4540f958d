'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { t } from '@/messages';

interface Props {
  readonly taken: readonly string[];
  readonly onAdd: (path: string) => void;
}

const PATH =
  /^(?:(?:roles|debrief)\/)?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)?\.(?:md|yaml)$/;

/** A file that is not there yet, such as the briefing of a new role. */
export function AddFile({ taken, onAdd }: Props) {
  const [path, setPath] = useState('');
  const [error, setError] = useState<string | null>(null);

  function add(): void {
    if (taken.includes(path)) return setError(t('edit.add.taken'));
    if (!PATH.test(path)) return setError(t('edit.add.wrong'));
    onAdd(path);
    setPath('');
  }

  return (
    <details className="rounded-md border border-line bg-sheet px-3">
      <summary className="flex min-h-11 items-center text-sm font-semibold">{t('edit.add')}</summary>
      <form
        className="pb-3"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Field
          label={t('edit.add.path')}
          hint={t('edit.add.hint')}
          error={error}
          value={path}
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setPath(event.target.value.trim());
            setError(null);
          }}
        />
        <Button type="submit" className="mt-2" disabled={path === ''}>
          {t('edit.add')}
        </Button>
      </form>
    </details>
  );
}
