'use client';
import type { Desk, HostCommand } from '@btt/protocol';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { useHost } from '@/components/console/useHost';
import { useLive } from '@/lib/live';
import { type MessageKey, t } from '@/messages';

/** What can be done at all tables at once; each button says at how many it would do something. */
export function ClassBar() {
  const tables = useLive((state) => state.session.tables);
  const feeds = useLive((state) => state.tables);
  const host = useHost();
  const [asked, setAsked] = useState(false);
  const desks = tables.flatMap(({ table }) => feeds[table]?.desk ?? []);
  const where = (is: (desk: Desk) => boolean) => desks.filter(is);
  const nameOf = (id: string) => tables.find(({ table }) => table === id)?.name ?? '';
  const isRunning = (desk: Desk) => desk.deadline !== null;
  const roles = useLive((state) => state.tables[tables[0]?.table ?? '']?.brief?.public.roles) ?? [];
  const hasEmptySeats = ({ phase, outcome, seats, autopilots }: Desk) =>
    phase !== 'debrief' &&
    outcome === null &&
    roles.some(({ id }) => (seats[id] ?? []).length === 0 && autopilots[id] === undefined);
  const goesOn = where((desk) => desk.phase !== 'lobby' && desk.phase !== 'debrief');
  const everywhere = (at: readonly Desk[], command: HostCommand) =>
    void Promise.all(at.map((desk) => host.table(desk.table, command)));
  const actions: readonly (readonly [MessageKey, readonly Desk[], HostCommand])[] = [
    ['bar.start', where((desk) => desk.phase === 'lobby'), { type: 'start' }],
    ['bar.autopilot', where(hasEmptySeats), { type: 'autopilot', on: true }],
    ['bar.pause', where(isRunning), { type: 'pause' }],
    ['bar.resume', where((desk) => desk.paused !== null), { type: 'resume' }],
    ['bar.extend', where((desk) => isRunning(desk) || desk.paused !== null), { type: 'extend', minutes: 1 }],
    ['bar.extend', where((desk) => isRunning(desk) || desk.paused !== null), { type: 'extend', minutes: 5 }],
    ['bar.debrief', where((desk) => desk.phase === 'debrief' && !desk.debriefOpen), { type: 'open-debrief' }],
  ];
  return (
    <section aria-label={t('bar.title')} className="rounded-lg border border-line bg-sheet p-3">
      <h2 className="mb-2 text-lg">{t('bar.title')}</h2>
      <div className="flex flex-wrap gap-2">
        {actions.map(([key, at, command]) =>
          at.length === 0 ? null : (
            <Button
              key={`${key} ${'minutes' in command ? command.minutes : ''}`}
              look={command.type === 'start' ? 'strong' : 'plain'}
              disabled={host.busy}
              onClick={() => everywhere(at, command)}
            >
              {t(key, {
                count: at.length,
                minutes: 'minutes' in command ? command.minutes : '',
              })}
            </Button>
          ),
        )}
        {goesOn.length > 0 && !asked && (
          <Button disabled={host.busy} onClick={() => setAsked(true)}>
            {t('bar.skip', { count: goesOn.length })}
          </Button>
        )}
      </div>
      {asked && goesOn.length > 0 && (
        <div role="group" aria-label={t('bar.title')} className="mt-2 flex flex-wrap items-center gap-2">
          <span className="text-sm">
            {t('bar.skip.sure', { list: goesOn.map((desk) => nameOf(desk.table)).join(', ') })}
          </span>
          <Button
            look="danger"
            disabled={host.busy}
            onClick={() => {
              everywhere(goesOn, { type: 'skip' });
              setAsked(false);
            }}
          >
            {t('bar.skip.yes')}
          </Button>
          <Button onClick={() => setAsked(false)}>{t('bar.no')}</Button>
        </div>
      )}
      {host.error && (
        <p role="alert" className="mt-2 text-sm text-oxblood">
          {t('bar.failed', { reason: host.error })}
        </p>
      )}
    </section>
  );
}
