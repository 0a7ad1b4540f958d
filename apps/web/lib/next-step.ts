import type { Desk } from '@btt/protocol';
import { t } from '@/messages';

/** What comes next at a table. */
export interface Step {
  readonly text: string;
  /** There is no way back from it. */
  readonly final: boolean;
}

export function nextStep(desk: Desk): Step {
  const rounds = desk.settings?.rounds.length ?? 0;
  switch (desk.phase) {
    case 'briefing':
      return { text: t('control.toRound', { round: 1 }), final: false };
    case 'bargaining': {
      const next = desk.round + 1 + desk.roundsLost;
      return desk.returned === 0 && next <= rounds
        ? { text: t('control.toRound', { round: next }), final: false }
        : { text: t('control.endBargaining'), final: true };
    }
    case 'ratification':
      return { text: t('control.count'), final: false };
    case 'lobby':
      return { text: t('control.start'), final: false };
    case 'count':
    case 'debrief':
      return { text: desk.outcome === null ? t('control.return') : t('control.toDebrief'), final: false };
  }
}
