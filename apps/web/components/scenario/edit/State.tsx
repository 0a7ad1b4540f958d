'use client';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';
import type { Editing } from './types';

/** Whether everything is sound and saved, and the ways to make it so. */
export function State({ draft, state }: Editing) {
  const { changes, findings, checking, saving } = state;
  const changed = Object.keys(changes).length > 0;
  const problems = findings?.problems.length ?? 0;
  return (
    <>
      <p role="status" className="text-sm">
        {checking ? (
          t('edit.checking')
        ) : (
          <span className={problems > 0 ? 'font-semibold text-oxblood' : 'text-green'}>
            <span aria-hidden="true">{problems > 0 ? '✕ ' : '✓ '}</span>
            {problems === 0
              ? t('edit.sound')
              : t(problems === 1 ? 'edit.problems.one' : 'edit.problems.many', { count: problems })}
          </span>
        )}
        <span className="text-muted"> · {changed ? t('edit.unsaved') : t('edit.saved')}</span>
      </p>
      <div className="ms-auto flex flex-wrap gap-2">
        {changed && <Button onClick={draft.load}>{t('edit.revert')}</Button>}
        <Button look="strong" disabled={!changed || saving} onClick={draft.save}>
          {saving ? t('edit.saving') : t('edit.save')}
        </Button>
      </div>
    </>
  );
}
