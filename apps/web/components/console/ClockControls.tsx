'use client';
import type { Desk, PublicScenario } from '@btt/protocol';
import Link from 'next/link';
import { Button } from '@/components/ui/Button';
import { Clock } from '@/components/ui/Clock';
import { t } from '@/messages';
import { Progress } from './Progress';
import { Skip } from './Skip';
import { useHost } from './useHost';

interface Props {
  readonly table: string;
  readonly desk: Desk;
  readonly scenario: PublicScenario;
}

/** Start, pause, extend, skip; the skip button names what comes next. */
export function ClockControls({ table, desk, scenario }: Props) {
  const host = useHost();
  const rounds = desk.settings?.rounds.length ?? 0;
  const running = desk.deadline !== null || desk.paused !== null;
  return (
    <section
      aria-label={t('control.title')}
      className="flex flex-wrap items-center gap-2 rounded-lg border border-line bg-sheet p-3"
    >
      <p className="me-2">
        <span className="block text-sm text-muted">
          {t(`phase.${desk.phase}`)}
          {desk.phase === 'bargaining' &&
            ` · ${desk.returned > 0 ? t('round.extra', { round: desk.round }) : t('round.of', { round: desk.round, rounds })}`}
        </span>
        <Clock deadline={desk.deadline} paused={desk.paused} className="text-3xl" />
      </p>
      {desk.phase === 'lobby' && (
        <Button look="strong" disabled={host.busy} onClick={() => void host.table(table, { type: 'start' })}>
          {t('control.start')}
        </Button>
      )}
      {running && (
        <>
          <Button
            disabled={host.busy}
            onClick={() => void host.table(table, { type: desk.paused === null ? 'pause' : 'resume' })}
          >
            {desk.paused === null ? t('control.pause') : t('control.resume')}
          </Button>
          <Button disabled={host.busy} onClick={() => void host.table(table, { type: 'extend', minutes: 1 })}>
            {t('control.extend', { minutes: 1 })}
          </Button>
          <Button disabled={host.busy} onClick={() => void host.table(table, { type: 'extend', minutes: 5 })}>
            {t('control.extend', { minutes: 5 })}
          </Button>
          <Button
            disabled={host.busy}
            onClick={() => void host.table(table, { type: 'extend', minutes: -1 })}
          >
            {t('undo.minutes', { minutes: 1 })}
          </Button>
        </>
      )}
      {desk.phase === 'briefing' && (
        <Button disabled={host.busy} onClick={() => void host.table(table, { type: 'reopen-lobby' })}>
          {t('undo.lobby')}
        </Button>
      )}
      {desk.phase !== 'lobby' && desk.phase !== 'debrief' && (
        <Skip key={`${desk.phase} ${desk.round}`} table={table} desk={desk} host={host} />
      )}
      {desk.phase === 'count' && desk.outcome === null && (
        <Button disabled={host.busy} onClick={() => void host.table(table, { type: 'finish' })}>
          {t('control.finish')}
        </Button>
      )}
      {desk.phase === 'debrief' && (
        <>
          <Link
            href={`/debrief?table=${table}`}
            className="inline-flex min-h-11 items-center rounded-md border border-ink bg-ink px-4 text-sm font-semibold text-sheet no-underline"
          >
            {t('control.debrief')}
          </Link>
          <Button
            disabled={host.busy || desk.debriefOpen}
            onClick={() => void host.table(table, { type: 'open-debrief' })}
          >
            {desk.debriefOpen ? t('control.debrief.isOpen') : t('control.debrief.open')}
          </Button>
        </>
      )}
      <Progress desk={desk} scenario={scenario} />
      {host.error && (
        <p role="alert" className="basis-full text-sm text-oxblood">
          {t('action.failed', { reason: host.error })}
        </p>
      )}
    </section>
  );
}
