'use client';
import { usePlay } from '@/components/play/context';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import { factionsAbroad } from './lists';
import { MapRow } from './MapRow';

/** What this seat thinks of every faction of the other sides: a document that lives as long as the table. */
export function MapPanel() {
  const { brief, desk, role } = usePlay();
  if (role.kind === 'faction' || desk.phase === 'lobby') return null;
  const abroad = factionsAbroad(brief.public, role.side);
  const mine = desk.politics.maps[role.id] ?? {};
  const all = abroad.reduce((sum, one) => sum + one.factions.length, 0);
  if (all === 0) return null;
  const press = role.side === null;
  return (
    <Panel
      title={press ? t('map.title.press') : t('map.title')}
      aside={t('map.count', { count: Object.keys(mine).length, all })}
    >
      <p className="mb-2 text-sm text-muted">{press ? t('map.note.press') : t('map.note')}</p>
      {abroad.map(({ side, factions }) => (
        <div key={side.id}>
          {abroad.length > 1 && <h3 className="mt-3 text-sm font-semibold">{side.name}</h3>}
          <ul className="divide-y divide-line border-y border-line">
            {factions.map((faction) => (
              <MapRow key={faction.id} faction={faction} entry={mine[faction.id]} />
            ))}
          </ul>
        </div>
      ))}
    </Panel>
  );
}
