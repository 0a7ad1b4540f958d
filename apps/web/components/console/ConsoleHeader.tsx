import { t } from '@/messages';

export function ConsoleHeader({ title }: { readonly title: string }) {
  return (
    <header className="border-b border-line bg-sheet px-4 py-3">
      <p className="text-xs font-semibold uppercase tracking-wide text-muted">{t('console.title')}</p>
      <h1 className="text-2xl">{title}</h1>
    </header>
  );
}
