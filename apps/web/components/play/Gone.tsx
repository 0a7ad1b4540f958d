'use client';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';
import { Waiting } from './Waiting';

/** Removed, closed, or opened elsewhere: what happened and what to do next. */
export function Gone({ code }: { readonly code: 'removed' | 'session-closed' | 'elsewhere' }) {
  if (code !== 'elsewhere')
    return (
      <Waiting
        title={t(`gone.${code}.title`)}
        text={t(`gone.${code}.text`)}
        link={{ href: '/join', text: t('gone.again') }}
      />
    );
  return (
    <main className="mx-auto flex max-w-xl flex-col items-start gap-4 px-4 py-16">
      <h1 className="text-2xl">{t('gone.elsewhere.title')}</h1>
      <p>{t('gone.elsewhere.text')}</p>
      <Button look="strong" onClick={() => location.reload()}>
        {t('gone.here')}
      </Button>
    </main>
  );
}
