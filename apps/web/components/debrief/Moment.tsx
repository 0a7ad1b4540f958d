'use client';
import type { Desk, RefereeLine, TableRecord } from '@btt/protocol';
import { useMemo } from 'react';
import { Panel } from '@/components/ui/Panel';
import { describe } from '@/lib/describe';
import { logNames } from '@/lib/log-names';
import type { Eyes, Replay } from '@/lib/replay';
import { t } from '@/messages';
import { Reading } from './Reading';
import { timeOfDay } from './time';

interface Props {
  readonly record: TableRecord;
  readonly replay: Replay;
  readonly position: number;
  readonly eyes: Eyes;
  readonly desk: Desk;
  readonly line: RefereeLine | null;
}

/** How many events back the list reaches. */
const BACK = 14;

/** What has just happened, as the eyes saw it; and what the referee says, when everything is looked at. */
export function Moment({ record, replay, position, eyes, desk, line }: Props) {
  const names = useMemo(
    () =>
      logNames(record.brief.public, replay.deskAt(replay.length, eyes), record.words, channelNames(record)),
    [record, replay, eyes],
  );
  const happened = [];
  for (let at = position; at > 0 && happened.length < BACK; at--) {
    const lines = replay.factsAt(at, eyes).flatMap((fact) => describe(fact, names) ?? []);
    if (lines.length > 0) happened.push({ at, lines });
  }
  const own = eyes.kind === 'role' ? record.briefs[eyes.role]?.own : null;
  return (
    <div className="flex flex-col gap-3">
      {eyes.kind === 'all' && line && <Reading line={line} scenario={record.brief.public} />}
      {own?.card && (
        <Panel title={t('moment.who')}>
          <p className="font-serif text-sm">{own.card.who}</p>
          <p className="mt-1 font-serif text-sm">{own.card.want}</p>
          {desk.capital[own.role] != null && (
            <p className="mt-2 text-sm text-brass">
              {t('capital.left', { count: desk.capital[own.role] ?? 0 })}
            </p>
          )}
        </Panel>
      )}
      <Panel title={eyes.kind === 'all' ? t('moment.happened') : t('moment.saw')}>
        <ol
          className="flex max-h-[36rem] flex-col gap-2 overflow-y-auto text-sm"
          tabIndex={0}
          aria-label={eyes.kind === 'all' ? t('moment.happened') : t('moment.saw')}
        >
          {happened.map(({ at, lines }) => (
            <li
              key={at}
              className={`border-s-4 ps-3 ${at === position ? 'border-brass' : 'border-line text-muted'}`}
            >
              <span className="text-xs">{timeOfDay(replay.timeAt(at))}</span>
              {lines.map((one, i) => (
                <p key={i} className={one.kind === 'hidden' ? 'italic' : ''}>
                  {one.text}
                </p>
              ))}
            </li>
          ))}
          {happened.length === 0 && <li className="text-muted">{t('moment.nothing')}</li>}
        </ol>
      </Panel>
    </div>
  );
}

/** Every room that somebody could speak in, by its name. */
function channelNames(record: TableRecord): Map<string, string> {
  const briefs = Object.values(record.briefs);
  return new Map(
    briefs.flatMap(({ own }) => (own?.channels ?? []).map((one): [string, string] => [one.id, one.name])),
  );
}
