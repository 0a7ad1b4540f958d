'use client';
import { usePlay } from '@/components/play/context';
import { AfterwardsPanel } from './AfterwardsPanel';
import { Assurances } from './Assurances';
import { ChartsPanel } from './ChartsPanel';
import { ConfidePanel } from './ConfidePanel';
import { PlansPanel } from './PlansPanel';

/** What those at the table and behind its chairs can do with the other side, beyond their moves. Folded until wanted. */
export function AcrossPanels() {
  const { role } = usePlay();
  if (role.side === null || (role.kind !== 'negotiator' && role.kind !== 'aide')) return null;
  return (
    <div className="flex flex-col gap-3">
      <PlansPanel />
      <ConfidePanel />
      <ChartsPanel />
      <AfterwardsPanel />
      <Assurances />
    </div>
  );
}
