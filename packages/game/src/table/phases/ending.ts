import type { Outcome } from '@btt/protocol';
import type { Chronicle } from '../chronicle';

/** The table has its outcome. Everybody sees it; the debrief waits for the host. */
export function endTable(
  chronicle: Chronicle,
  outcome: Outcome,
  defection: 'voluntary' | 'involuntary' | null,
  sentence: string,
): void {
  const desk = chronicle.desk();
  if (desk.outcome !== null) return;
  chronicle.tell('everyone', { type: 'ended', outcome, defection, sentence });
  if (desk.phase !== 'count')
    chronicle.tell('everyone', {
      type: 'phase',
      phase: 'count',
      round: desk.round,
      deadline: null,
      returned: desk.returned,
    });
}
