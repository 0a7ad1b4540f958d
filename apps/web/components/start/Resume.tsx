'use client';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { type HostPass, hostPasses, type SeatPass, seatPasses } from '@/lib/identity';
import { t } from '@/messages';

/** Seats and sessions that this browser still holds. */
export function Resume() {
  const [held, setHeld] = useState<{
    readonly seats: readonly SeatPass[];
    readonly hosted: readonly HostPass[];
  }>({ seats: [], hosted: [] });
  useEffect(() => setHeld({ seats: seatPasses(), hosted: hostPasses() }), []);
  if (held.seats.length + held.hosted.length === 0) return null;
  return (
    <section aria-label={t('start.resume')}>
      <h2 className="text-xl">{t('start.resume')}</h2>
      <ul className="mt-2 divide-y divide-line rounded-lg border border-line bg-sheet">
        {held.seats.map((seat) => (
          <li key={seat.token}>
            <Link href={`/play?code=${seat.code}`} className="flex min-h-12 items-center px-4 font-semibold">
              {t('start.resume.seat', { name: seat.nickname, code: seat.code })}
            </Link>
          </li>
        ))}
        {held.hosted.map((session) => (
          <li key={session.token}>
            <Link
              href={`/console?code=${session.code}`}
              className="flex min-h-12 items-center px-4 font-semibold"
            >
              {t('start.resume.host', { title: session.title, code: session.code })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
