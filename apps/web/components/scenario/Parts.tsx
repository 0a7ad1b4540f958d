'use client';
import { Tabs } from '@base-ui/react/tabs';
import type { ScenarioSheet } from '@btt/protocol';
import { type ReactNode, useState } from 'react';
import { Check } from './check/Check';
import { Edit } from './edit/Edit';
import { Header } from './Header';
import { PacketsPart } from './PacketsPart';
import { Read } from './read/Read';
import { Try } from './try/Try';
import { t } from '@/messages';

const PARTS = ['read', 'check', 'try', 'packets', 'edit'] as const;
type Part = (typeof PARTS)[number];

interface Props {
  readonly sheet: ScenarioSheet;
  readonly reload: () => void;
  readonly onLanguage: (language: string) => void;
}

/** The parts of a scenario's page. What was begun in one goes on while another is looked at. */
export function Parts({ sheet, reload, onLanguage }: Props) {
  const [part, setPart] = useState<Part>(partInAddress);
  const [visited, setVisited] = useState<readonly Part[]>([]);
  const own = sheet.version !== null;
  // Another version, or the same in another language, is looked at afresh.
  const version = `${sheet.version ?? ''} ${sheet.card.language}`;
  const parts = PARTS.filter((one) => one !== 'edit' || own);
  const shown = parts.includes(part) ? part : 'read';
  // What was looked at once stays as it was left.
  const kept = (one: Part) => one === shown || visited.includes(one);
  const panes: Readonly<Record<Part, ReactNode>> = {
    read: <Read sheet={sheet} />,
    check: <Check key={version} sheet={sheet} />,
    try: <Try key={version} sheet={sheet} />,
    packets: <PacketsPart sheet={sheet} />,
    edit: own ? <Edit scenario={sheet.ref} onSaved={reload} /> : null,
  };
  return (
    <>
      <Header sheet={sheet} onLanguage={onLanguage} />
      <Tabs.Root
        value={shown}
        onValueChange={(value: Part) => {
          setVisited([...visited, shown]);
          setPart(value);
          history.replaceState(null, '', `${location.pathname}${location.search}#${value}`);
        }}
      >
        <Tabs.List
          aria-label={t('scenario.parts')}
          className="flex gap-1 overflow-x-auto border-b border-line-strong"
        >
          {parts.map((one) => (
            <Tabs.Tab
              key={one}
              value={one}
              className="min-h-11 shrink-0 border-b-4 border-transparent px-3 text-muted data-[active]:border-ink data-[active]:font-semibold data-[active]:text-ink sm:px-4"
            >
              {t(`scenario.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {parts.map((one) => (
          <Tabs.Panel key={one} value={one} keepMounted className="pt-4">
            {kept(one) && panes[one]}
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </>
  );
}

function partInAddress(): Part {
  const named = location.hash.slice(1);
  return PARTS.find((one) => one === named) ?? 'read';
}
