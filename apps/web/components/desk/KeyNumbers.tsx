'use client';
import { usePlay } from '@/components/play/context';
import { signed } from '@/lib/signed';
import { t } from '@/messages';

/** The three numbers a seat plays by. */
export function KeyNumbers() {
  const { own, role } = usePlay();
  const numbers: [string, string][] = own.faction
    ? [
        [t('numbers.start'), signed(own.faction.start)],
        [t('numbers.yes'), signed(own.faction.yes)],
        [t('numbers.weight'), String(role.weight ?? 0)],
      ]
    : own.noAgreement !== null
      ? [[t('numbers.noAgreement'), String(own.noAgreement)]]
      : [];
  if (numbers.length === 0) return null;
  return (
    <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-2 border-t border-line pt-3">
      {numbers.map(([name, value]) => (
        <div key={name}>
          <dt className="text-xs text-muted">{name}</dt>
          <dd className="text-lg font-bold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
