'use client';
import { useAct, usePlay } from '@/components/play/context';
import { MapPanel } from '@/components/politics/MapPanel';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import { BoardPanel } from './BoardPanel';
import { Dossier } from './Dossier';
import { HelpButton } from './HelpButton';
import { RoleCard } from './RoleCard';
import { TalkPanel } from './TalkPanel';

/** Before bargaining: in the lobby the card, in the briefing the whole dossier. */
export function Briefing() {
  const { desk, role } = usePlay();
  const { act, busy, error } = useAct();
  const ready = desk.ready.includes(role.id);
  return (
    <div className="grid gap-3 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,28rem)]">
      <div className="flex min-w-0 flex-col gap-3">
        <Notice role="status">
          {desk.phase === 'lobby' ? t('briefing.lobby') : ready ? t('briefing.ready') : t('briefing.read')}
        </Notice>
        <div className={desk.phase === 'lobby' ? '' : 'lg:hidden'}>
          <RoleCard />
        </div>
        {desk.phase === 'briefing' && (
          <Panel title={t('dossier.title')} aside={t('card.private')}>
            <Dossier />
            <div className="mt-4 flex flex-wrap gap-2">
              <Button look="strong" disabled={ready || busy} onClick={() => void act({ type: 'ready' })}>
                {ready ? t('briefing.isReady') : t('briefing.sayReady')}
              </Button>
              <HelpButton />
            </div>
            {error && <p role="alert">{error}</p>}
          </Panel>
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        {desk.phase === 'briefing' && (
          <div className="hidden lg:block">
            <RoleCard />
          </div>
        )}
        <BoardPanel />
        <MapPanel />
        {desk.phase === 'briefing' && <TalkPanel />}
      </div>
    </div>
  );
}
