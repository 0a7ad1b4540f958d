'use client';
import { usePlay } from '@/components/play/context';
import { signed } from '@/lib/signed';
import { t } from '@/messages';

/** What this seat has heard about others. It may be wrong, and it says so. */
export function Rumours() {
  const { own, roles } = usePlay();
  if (own.rumours.length === 0) return null;
  return (
    <section>
      <h3 className="text-lg">{t('rumours.title')}</h3>
      <p className="text-sm text-muted">{t('rumours.note')}</p>
      <ul className="mt-2 flex flex-col gap-2">
        {own.rumours.map((rumour) => (
          <li key={`${rumour.about} ${rumour.text}`} className="border-s-4 border-line ps-3">
            <span className="font-semibold">{rumour.about ? (roles.get(rumour.about)?.name ?? '') : ''}</span>{' '}
            <span className="font-serif">{rumour.text}</span>
            {rumour.range && (
              <span className="text-sm text-muted">
                {' '}
                {t('rumours.range', { from: signed(rumour.range.min), to: signed(rumour.range.max) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
