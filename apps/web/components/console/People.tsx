'use client';
import { useLive } from '@/lib/live';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import { Person } from './Person';
import { useHost } from './useHost';

/** Everybody who has joined, with a seat or without, and one button that seats them all. */
export function People() {
  const people = useLive((state) => state.session.people);
  const host = useHost();
  const unseated = people.filter((one) => one.seat === null).length;
  return (
    <Panel
      title={t('people.title', { count: people.length })}
      aside={unseated > 0 ? t('people.unseated', { count: unseated }) : undefined}
    >
      <Button
        look={unseated > 0 ? 'strong' : 'plain'}
        className="w-full"
        disabled={unseated === 0 || host.busy}
        onClick={() => void host.session({ type: 'seat-everyone' })}
      >
        {t('people.seatAll')}
      </Button>
      {host.error && (
        <p role="alert" className="mt-2 text-sm text-oxblood">
          {t('action.failed', { reason: host.error })}
        </p>
      )}
      <ul aria-live="polite" aria-relevant="additions" className="mt-3 divide-y divide-line">
        {people.length === 0 && <li className="text-sm text-muted">{t('people.nobody')}</li>}
        {people.map((one) => (
          <Person key={one.person} person={one.person} seat={one.seat} />
        ))}
      </ul>
    </Panel>
  );
}
