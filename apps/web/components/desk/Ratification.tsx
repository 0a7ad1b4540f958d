'use client';
import { usePlay } from '@/components/play/context';
import { AfterwardsPanel } from '@/components/politics/AfterwardsPanel';
import { ChartsPanel } from '@/components/politics/ChartsPanel';
import { MapPanel } from '@/components/politics/MapPanel';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/messages';
import { Ballot } from './Ballot';
import { BoardPanel } from './BoardPanel';
import { DraftPanel } from './DraftPanel';
import { HelpButton } from './HelpButton';
import { PressWire } from './PressWire';
import { RoleCard } from './RoleCard';
import { Speech } from './Speech';
import { SpeechForm } from './SpeechForm';
import { TalkPanel } from './TalkPanel';

/** The agreement goes home: the speech, the questions, the exact score, the vote. */
export function Ratification() {
  const { role, desk } = usePlay();
  const faction = role.kind === 'faction';
  const speaks = role.initials && desk.speeches[role.side ?? ''] === undefined;
  const hint = faction ? t('home.now.faction') : speaks ? t('home.now.speak') : t('home.now.wait');
  return (
    <div className="grid gap-3 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,28rem)]">
      <div className="flex min-w-0 flex-col gap-3">
        <Notice role="status">
          <div className="flex flex-wrap items-center justify-between gap-2">
            {hint}
            <HelpButton />
          </div>
        </Notice>
        {faction && <Ballot />}
        {speaks && <SpeechForm />}
        <Speech />
        {!faction && <ChartsPanel />}
        {!faction && role.side !== null && <AfterwardsPanel />}
        <DraftPanel />
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <BoardPanel />
        <BallotsIn />
        <MapPanel />
        <TalkPanel />
        <PressWire />
        <RoleCard />
      </div>
    </div>
  );
}

function BallotsIn() {
  const { desk, roles } = usePlay();
  if (desk.ballotsIn.length === 0) return null;
  return (
    <p role="status" className="rounded-lg border border-line bg-sheet p-3 text-sm">
      {t('home.ballotsIn', { who: desk.ballotsIn.map((id) => roles.get(id)?.short ?? id).join(', ') })}
    </p>
  );
}
