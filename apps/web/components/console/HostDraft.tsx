import type { Desk, PublicScenario } from '@btt/protocol';
import { DraftTable } from '@/components/debrief/DraftTable';
import { Panel } from '@/components/ui/Panel';

/** The draft as it stands. */
export function HostDraft({ desk, scenario }: { readonly desk: Desk; readonly scenario: PublicScenario }) {
  return (
    <Panel>
      <DraftTable scenario={scenario} desk={desk} eyes={{ kind: 'all' }} />
    </Panel>
  );
}
