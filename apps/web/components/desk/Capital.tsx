'use client';
import { usePlay } from '@/components/play/context';
import { t } from '@/messages';

/** Political capital left this round: diamonds and a number. */
export function Capital() {
  const { desk, role } = usePlay();
  const balance = desk.capital[role.id];
  const full = desk.settings?.capital.perRound ?? 0;
  if (balance === undefined) return null;
  if (balance === null)
    return <span className="text-sm font-semibold text-brass">{t('capital.unlimited')}</span>;
  return (
    <span className="whitespace-nowrap text-sm font-semibold text-brass">
      <span aria-hidden="true">
        {'◆'.repeat(Math.min(8, balance))}
        {'◇'.repeat(Math.max(0, Math.min(8, full) - balance))}
      </span>{' '}
      <span className="sr-only sm:not-sr-only">{t('capital.left', { count: balance })}</span>
    </span>
  );
}
