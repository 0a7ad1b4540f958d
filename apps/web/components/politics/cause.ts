import type { Play } from '@/components/play/context';
import { t } from '@/messages';
import { roleName } from './names';

/** What lies behind a change of support that no move and no event brought about; null if nothing was told of it. */
export function politicsCause(play: Play, id: string): string | null {
  const { lobbies, questions, cards, contradictions, plans } = play.desk.politics;
  const lobby = lobbies[id];
  if (lobby) return t('felt.lobby', { who: roleName(play, lobby.faction) });
  if (questions[id]) return t('felt.assurance');
  if (plans[id]) return t('felt.plan');
  if (cards.some((card) => card.id === id)) return t('felt.confided');
  if (contradictions.some((one) => one.id === id)) return t('felt.tongues');
  return null;
}
