'use client';
import { useEffect, useMemo, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { timeOfDay } from '@/components/debrief/time';
import { describe } from '@/lib/describe';
import { logNames } from '@/lib/log-names';
import { t } from '@/messages';
import { usePlay } from './context';

/** Newest lines shown: a page is read, a record is not. */
const MOST = 40;

/** For whoever took a seat while the table was playing: what the role knows of it, and nothing else. Until it has been read. */
export function SoFar() {
  const { table, person, role, desk, entries, brief, words } = usePlay();
  const arrived = useMemo(() => arrivalOf(entries, role.id, person), [entries, role.id, person]);
  const key = `behind-the-table.sofar.${table} ${role.id}`;
  const [read, setRead] = useState(true);
  useEffect(() => setRead(localStorage.getItem(key) !== null), [key]);
  const late = arrived !== null && arrived.phase !== 'lobby' && arrived.phase !== 'briefing';
  const lines = useMemo(() => {
    if (!late || read) return [];
    const channels = (brief.own?.channels ?? []).map((one): [string, string] => [one.id, one.name]);
    const names = logNames(brief.public, desk, words, new Map(channels));
    return entries
      .slice(0, arrived.at)
      .flatMap((entry) =>
        entry.facts.flatMap((fact, i) => {
          const line = describe(fact, names);
          return line && line.kind !== 'people' ? [{ key: `${entry.n} ${i}`, at: entry.at, ...line }] : [];
        }),
      )
      .slice(-MOST);
  }, [late, read, arrived, entries, brief, desk, words]);
  if (!late || read || desk.phase === 'debrief') return null;
  return (
    <Panel title={t('sofar.title')} className="mx-auto my-3 w-full max-w-3xl border-brass">
      <p>{t('sofar.text')}</p>
      {lines.length === 0 ? (
        <p className="mt-2 text-muted">{t('sofar.nothing')}</p>
      ) : (
        <ol tabIndex={0} aria-label={t('sofar.title')} className="mt-2 max-h-80 overflow-y-auto text-sm">
          {lines.map((line) => (
            <li key={line.key} className="flex gap-3 border-t border-line py-1">
              <span className="whitespace-nowrap text-muted">{timeOfDay(line.at)}</span>
              <span>{line.text}</span>
            </li>
          ))}
        </ol>
      )}
      <div className="mt-3 flex flex-wrap items-center justify-between gap-2">
        <p className="font-semibold">{t('sofar.now', { phase: t(`phase.${desk.phase}`) })}</p>
        <Button
          look="strong"
          onClick={() => {
            localStorage.setItem(key, 'read');
            setRead(true);
          }}
        >
          {t('sofar.done')}
        </Button>
      </div>
    </Panel>
  );
}

/** The entry with which this person took the seat, and the phase in which that was. */
function arrivalOf(
  entries: ReturnType<typeof usePlay>['entries'],
  role: string,
  person: string,
): { readonly at: number; readonly phase: string } | null {
  let phase = 'lobby';
  let arrived: { at: number; phase: string } | null = null;
  entries.forEach((entry, at) => {
    for (const fact of entry.facts) {
      if (fact.type === 'phase') phase = fact.phase;
      if (fact.type !== 'seat-held' || fact.role !== role) continue;
      if (!fact.people.includes(person)) arrived = null;
      else arrived ??= { at, phase };
    }
  });
  return arrived;
}
