'use client';
import { Tabs } from '@base-ui/react/tabs';
import type { OwnChannel } from '@btt/protocol';
import { useMemo, useState } from 'react';
import { usePlay } from '@/components/play/context';
import { factsOf } from '@/lib/facts';
import { t } from '@/messages';
import { ChannelPane } from './ChannelPane';

/** Rooms in the order of their tabs. Rooms of one kind share a tab. */
const KINDS = ['table', 'caucus', 'back-channel', 'direct', 'facilitator'] as const;
type Kind = (typeof KINDS)[number];

/** The rooms this seat may speak in. Who may read is fixed by the room. */
export function TalkPanel() {
  const { own, entries } = usePlay();
  const rooms = useMemo(
    () =>
      KINDS.map((kind) => ({
        kind,
        channels: own.channels.filter((channel) => channel.kind === kind),
      })).filter(({ channels }) => channels.length > 0),
    [own.channels],
  );
  const counts = useMemo(
    () => countByChannel(factsOf(entries, 'said').map(({ fact }) => fact.channel)),
    [entries],
  );
  const first = rooms[0];
  if (!first) return null;
  return (
    <section className="rounded-lg border border-line bg-sheet">
      <h2 className="sr-only">{t('talk.title')}</h2>
      <Tabs.Root defaultValue={first.kind}>
        <Tabs.List className="flex flex-wrap border-b border-line px-1" aria-label={t('talk.title')}>
          {rooms.map(({ kind, channels }) => {
            const count = channels.reduce((sum, channel) => sum + (counts.get(channel.id) ?? 0), 0);
            return (
              <Tabs.Tab
                key={kind}
                value={kind}
                className="min-h-11 border-b-2 border-transparent px-3 text-sm text-muted data-[active]:border-ink data-[active]:font-semibold data-[active]:text-ink"
              >
                {t(`talk.${kind}`)}
                {count > 0 && <span className="ms-1 text-xs">{count}</span>}
              </Tabs.Tab>
            );
          })}
        </Tabs.List>
        {rooms.map(({ kind, channels }) => (
          <Tabs.Panel key={kind} value={kind}>
            <Room kind={kind} channels={channels} counts={counts} />
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </section>
  );
}

function Room({
  kind,
  channels,
  counts,
}: {
  readonly kind: Kind;
  readonly channels: readonly OwnChannel[];
  readonly counts: ReadonlyMap<string, number>;
}) {
  const [chosen, setChosen] = useState(channels[0]?.id ?? '');
  const channel = channels.find((one) => one.id === chosen) ?? channels[0];
  if (!channel) return null;
  return (
    <>
      {channels.length > 1 && (
        <label className="flex items-center gap-2 px-3 pt-2 text-sm">
          {t('talk.with')}
          <select
            value={channel.id}
            onChange={(event) => setChosen(event.target.value)}
            className="min-h-11 min-w-0 flex-1 rounded-md border border-line-strong bg-sheet px-2 text-base"
            aria-label={t(`talk.choose.${kind}`)}
          >
            {channels.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
                {counts.has(one.id) ? ` (${counts.get(one.id)})` : ''}
              </option>
            ))}
          </select>
        </label>
      )}
      <ChannelPane key={channel.id} channel={channel} />
    </>
  );
}

function countByChannel(channels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const channel of channels) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  return counts;
}
