'use client';
import { usePlay } from '@/components/play/context';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import { Bloc } from './Bloc';
import { Leak } from './Leak';
import { Lobby } from './Lobby';
import { RuleOut } from './RuleOut';

/** What a faction can do at home beyond its moves: ask, lobby, stand together, leak. */
export function HomePanel() {
  const { role } = usePlay();
  if (role.kind !== 'faction') return null;
  return (
    <Panel title={t('homePolitics.title')} className="pb-0">
      <RuleOut />
      <Lobby />
      <Bloc />
      <Leak />
    </Panel>
  );
}
