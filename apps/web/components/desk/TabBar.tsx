'use client';
import { t } from '@/messages';

export type Tab = 'desk' | 'dossier' | 'draft' | 'moves' | 'talk' | 'press';

const TABS: readonly Tab[] = ['desk', 'dossier', 'draft', 'moves', 'talk', 'press'];

/** The phone's way about the desk. */
export function TabBar({ tab, go }: { readonly tab: Tab; readonly go: (tab: Tab) => void }) {
  return (
    <nav
      aria-label={t('desk.tabs')}
      className="fixed inset-x-0 bottom-0 z-10 grid grid-cols-6 border-t border-line bg-sheet lg:hidden"
    >
      {TABS.map((one) => (
        <button
          key={one}
          type="button"
          aria-current={tab === one ? 'page' : undefined}
          onClick={() => {
            go(one);
            window.scrollTo({ top: 0 });
          }}
          className={`min-h-14 text-[13px] ${tab === one ? 'border-t-2 border-ink font-bold' : 'border-t-2 border-transparent text-muted'}`}
        >
          {t(`desk.tab.${one}`)}
        </button>
      ))}
    </nav>
  );
}
