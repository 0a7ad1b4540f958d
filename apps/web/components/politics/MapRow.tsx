'use client';
import type { MapEntry, PublicRole, PublicScenario } from '@btt/protocol';
import { useId, useState } from 'react';
import { colourOf } from '@/components/board/colours';
import { usePlay } from '@/components/play/context';
import { signed } from '@/lib/signed';
import { t } from '@/messages';
import { Findings } from './Findings';
import { MapForm } from './MapForm';

/** One faction abroad: what is noted in a line; opened, the sliders and what has been found out. */
export function MapRow({
  faction,
  entry,
}: {
  readonly faction: PublicRole;
  readonly entry: MapEntry | undefined;
}) {
  const { brief } = usePlay();
  const [open, setOpen] = useState(false);
  const id = useId();
  const side = brief.public.sides.find((one) => one.id === faction.side);
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="min-h-12 w-full py-1.5 text-start"
      >
        <span className={`block font-serif font-semibold ${colourOf(side?.colour).text}`}>
          <span aria-hidden="true" className="me-1 inline-block text-muted">
            {open ? '▾' : '▸'}
          </span>
          {faction.name}
        </span>
        <span className={`block text-sm ${entry ? '' : 'text-muted'}`}>
          {entry ? entryText(entry, brief.public) : t('map.nothing')}
        </span>
      </button>
      {open && (
        <div id={id} className="flex flex-col gap-2 pb-3">
          <MapForm faction={faction} entry={entry} />
          <Findings faction={faction} entry={entry} />
        </div>
      )}
    </li>
  );
}

function entryText(entry: MapEntry, scenario: PublicScenario): string {
  const issue = scenario.issues.find((one) => one.id === entry.concern)?.short;
  const vote = entry.vote && t(`vote.${entry.vote}`);
  return [
    ...(entry.stance === undefined ? [] : [t('map.stance.short', { points: signed(entry.stance) })]),
    ...(vote === undefined
      ? []
      : [
          entry.confidence === undefined
            ? t('map.vote.short', { vote })
            : t('map.vote.sure', { vote, percent: entry.confidence }),
        ]),
    ...(issue === undefined ? [] : [t('map.concern.short', { issue })]),
  ].join(' · ');
}
