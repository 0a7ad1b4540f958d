'use client';
import { useState } from 'react';
import { HowToSeat } from '@/components/room/HowToSeat';
import { Undo } from '@/components/room/Undo';
import { Panel } from '@/components/ui/Panel';
import { useLive } from '@/lib/live';
import { t } from '@/messages';
import { Person } from './Person';
import { useHost } from './useHost';

/** People listed at once, and from how many on they can be searched. */
const MOST = 60;
const MANY = 12;

/** Everybody who has joined, with a seat or without, and one button that seats them all. */
export function People() {
  const people = useLive((state) => state.session.people);
  const words = useLive((state) => state.words);
  const host = useHost();
  const [wanted, setWanted] = useState('');
  const unseated = people.filter((one) => one.seat === null && one.watches === null).length;
  const found = people.filter(({ person }) =>
    (words[person] ?? '').toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  return (
    <Panel
      title={t('people.title', { count: people.length })}
      aside={unseated > 0 ? t('people.unseated', { count: unseated }) : undefined}
    >
      <HowToSeat host={host} unseated={unseated} />
      <div className="mt-2 empty:hidden">
        <Undo />
      </div>
      {host.error && (
        <p role="alert" className="mt-2 text-sm text-oxblood">
          {t('action.failed', { reason: host.error })}
        </p>
      )}
      {people.length > MANY && (
        <input
          type="search"
          aria-label={t('people.find')}
          placeholder={t('people.find')}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          className="mt-3 min-h-11 w-full rounded-md border border-line-strong bg-sheet px-3"
        />
      )}
      <ul
        aria-live="polite"
        aria-relevant="additions"
        {...(people.length > MANY
          ? { tabIndex: 0, 'aria-label': t('people.title', { count: people.length }) }
          : {})}
        className={`mt-3 divide-y divide-line ${people.length > MANY ? 'max-h-[30rem] overflow-y-auto' : ''}`}
      >
        {people.length === 0 && <li className="text-sm text-muted">{t('people.nobody')}</li>}
        {found.slice(0, MOST).map((one) => (
          <Person key={one.person} {...one} />
        ))}
      </ul>
      {found.length > MOST && (
        <p className="mt-2 text-sm text-muted">{t('people.shown', { shown: MOST, count: found.length })}</p>
      )}
    </Panel>
  );
}
