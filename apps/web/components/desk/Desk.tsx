'use client';
import { useState } from 'react';
import { OwnAutopilot } from '@/components/autopilot/OwnAutopilot';
import { LanguageSwitch } from '@/components/language/LanguageSwitch';
import { usePlay } from '@/components/play/context';
import { GoOn } from '@/components/solo/GoOn';
import { AcrossPanels } from '@/components/politics/AcrossPanels';
import { HomePanel } from '@/components/politics/HomePanel';
import { MapPanel } from '@/components/politics/MapPanel';
import { TwoTongues } from '@/components/politics/TwoTongues';
import { t } from '@/messages';
import { Briefing } from './Briefing';
import { BoardPanel } from './BoardPanel';
import { Count } from './Count';
import { DebriefDoor } from './DebriefDoor';
import { DeskHeader } from './DeskHeader';
import { DraftPanel } from './DraftPanel';
import { Dossier } from './Dossier';
import { FactionPanel } from './FactionPanel';
import { MovesPanel } from './MovesPanel';
import { NeedsMe } from './NeedsMe';
import { PressWire } from './PressWire';
import { Ratification } from './Ratification';
import { RoleCard } from './RoleCard';
import { TalkPanel } from './TalkPanel';
import { type Tab, TabBar } from './TabBar';

/** A seat's screen in every phase. One column with tabs on a phone, three on a laptop. */
export function Desk() {
  const { desk, role } = usePlay();
  return (
    <div className="mx-auto flex min-h-dvh max-w-[1500px] flex-col">
      <DeskHeader />
      <GoOn />
      <OwnAutopilot />
      <main className="flex-1 px-3 pb-24 pt-3 lg:px-5 lg:pb-6">
        <h1 className="sr-only">{t('desk.title', { role: role.name })}</h1>
        {(desk.phase === 'lobby' || desk.phase === 'briefing') && <Briefing />}
        {desk.phase === 'bargaining' && <Bargaining />}
        {desk.phase === 'ratification' && <Ratification />}
        {desk.phase === 'count' && <Count />}
        {desk.phase === 'debrief' && <DebriefDoor />}
        <div className="mt-4">
          <LanguageSwitch />
        </div>
      </main>
    </div>
  );
}

function Bargaining() {
  const { role } = usePlay();
  const [tab, setTab] = useState<Tab>('desk');
  const faction = role.kind === 'faction';
  const show = (...tabs: Tab[]) => (tabs.includes(tab) ? '' : 'hidden lg:block');
  return (
    <>
      <div className="grid gap-3 lg:grid-cols-[minmax(15rem,20rem)_minmax(0,1fr)_minmax(18rem,24rem)]">
        <div className="order-2 flex min-w-0 flex-col gap-3 lg:order-1">
          <div className={show('dossier')}>
            <RoleCard />
          </div>
          <div className={`lg:hidden ${tab === 'dossier' ? '' : 'hidden'}`}>
            <Dossier />
          </div>
          {faction ? (
            <>
              <div className={show('desk')}>
                <FactionPanel />
              </div>
              <div className={show('moves')}>
                <HomePanel />
              </div>
            </>
          ) : (
            <div className={show('desk')}>
              <MapPanel />
            </div>
          )}
        </div>
        <div className="order-1 flex min-w-0 flex-col gap-3 lg:order-2">
          <div className={show('desk', 'draft', 'moves')}>
            <NeedsMe go={setTab} />
          </div>
          <div className={show('desk')}>
            <BoardPanel />
          </div>
          <div className={show('draft')}>
            <DraftPanel />
          </div>
          <div className={show('moves')}>
            <div className="flex flex-col gap-3">
              <MovesPanel />
              <AcrossPanels />
            </div>
          </div>
        </div>
        <div className="order-3 flex min-w-0 flex-col gap-3">
          <div className={show('talk')}>
            <TalkPanel />
          </div>
          <div className={show('press', 'desk')}>
            <div className="flex flex-col gap-3">
              <TwoTongues />
              <PressWire />
            </div>
          </div>
        </div>
      </div>
      <TabBar tab={tab} go={setTab} />
    </>
  );
}
