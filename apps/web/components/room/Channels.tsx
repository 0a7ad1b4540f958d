'use client';
import type { TableFeed } from '@btt/client';
import type { HostBrief, PublicScenario } from '@btt/protocol';
import { useState } from 'react';
import { timeOfDay } from '@/components/debrief/time';
import { factsOf } from '@/lib/facts';
import { useLive } from '@/lib/live';
import { t } from '@/messages';

/** What has been said in one room of the table. The host reads everything and is not seen reading. */
export function Channels({
  feed,
  scenario,
  channels,
}: {
  readonly feed: TableFeed;
  readonly scenario: PublicScenario;
  readonly channels: HostBrief['channels'];
}) {
  const words = useLive((state) => state.words);
  const said = factsOf(feed.entries, 'said');
  const counts = new Map<string, number>();
  for (const { fact } of said) counts.set(fact.channel, (counts.get(fact.channel) ?? 0) + 1);
  const [chosen, setChosen] = useState(channels[0]?.id ?? '');
  const lines = said.filter(({ fact }) => fact.channel === chosen);
  const role = (id: string | null) =>
    scenario.roles.find((one) => one.id === id)?.short ?? t('channels.host');
  return (
    <details className="rounded-lg border border-line bg-sheet p-4">
      <summary className="min-h-8">
        <h2 className="inline text-lg">{t('channels.title')}</h2>
      </summary>
      <label className="mt-2 flex flex-col gap-1 text-sm">
        {t('channels.choose')}
        <select
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
          className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-sheet px-2"
        >
          {channels.map(({ id, name }) => (
            <option key={id} value={id}>
              {counts.has(id) ? `${name} (${counts.get(id) ?? 0})` : name}
            </option>
          ))}
        </select>
      </label>
      {lines.length === 0 ? (
        <p className="mt-2 text-sm text-muted">{t('channels.empty')}</p>
      ) : (
        <ol tabIndex={0} aria-label={t('channels.title')} className="mt-2 max-h-80 overflow-y-auto text-sm">
          {lines.map(({ at, fact }) => (
            <li key={fact.id} className="border-t border-line py-1">
              <span className="text-muted">{timeOfDay(at)} </span>
              <span className="font-semibold">{role(fact.role)}: </span>
              {words[fact.words] ?? t('reveal.deleted')}
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
