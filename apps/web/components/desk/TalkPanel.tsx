'use client';
import { Tabs } from '@base-ui/react/tabs';
import type { Channel } from '@btt/protocol';
import { useMemo } from 'react';
import { factsOf, usePlay } from '@/components/play/context';
import { t } from '@/messages';
import { ChannelPane } from './ChannelPane';

const ORDER: readonly Channel['kind'][] = ['table', 'caucus', 'back-channel', 'direct', 'facilitator'];

/** The rooms this seat may speak in. Who may read is fixed by the room. */
export function TalkPanel() {
  const { own, entries } = usePlay();
  const channels = useMemo(() => ORDER.flatMap((kind) => own.channels.filter((channel) => channel.kind === kind)), [own.channels]);
  const counts = useMemo(() => {
    const said = factsOf(entries, 'said');
    return new Map(channels.map((channel) => [channel.id, said.filter(({ fact }) => fact.channel === channel.id).length]));
  }, [entries, channels]);
  const first = channels[0];
  if (!first) return null;
  return (
    <section className="rounded-lg border border-line bg-sheet">
      <h2 className="sr-only">{t('talk.title')}</h2>
      <Tabs.Root defaultValue={first.id}>
        <Tabs.List className="flex flex-wrap border-b border-line px-1" aria-label={t('talk.title')}>
          {channels.map((channel) => (
            <Tabs.Tab key={channel.id} value={channel.id} className="min-h-11 border-b-2 border-transparent px-3 text-sm text-muted data-[active]:border-ink data-[active]:font-semibold data-[active]:text-ink data-[selected]:border-ink data-[selected]:font-semibold data-[selected]:text-ink">
              {channel.kind === 'direct' || channel.kind === 'back-channel' ? channel.name : t(`talk.${channel.kind}`)}
              {(counts.get(channel.id) ?? 0) > 0 && <span className="ms-1 text-xs">{counts.get(channel.id)}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {channels.map((channel) => (
          <Tabs.Panel key={channel.id} value={channel.id}>
            <ChannelPane channel={channel} />
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </section>
  );
}
