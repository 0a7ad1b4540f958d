import type { PoliticsFact } from '@btt/protocol';
import { politicsText } from '@/lib/describe-politics';
import type { LogNames } from '@/lib/log-names';
import { t } from '@/messages';

/** Everything but one's own notes, and what belongs to the debrief. */
export const POLITICS_NEWS = [
  'plan-offered',
  'plan-answered',
  'promise-settled',
  'consent-asked',
  'consent-given',
  'bloc',
  'asked',
  'assured',
  'lobbied',
  'lobby-answered',
  'estimated',
  'corrected',
  'confided',
  'speech-drafted',
  'speech-handed',
  'contradiction',
  'acknowledged',
] as const satisfies readonly PoliticsFact['type'][];

type News = Extract<PoliticsFact, { type: (typeof POLITICS_NEWS)[number] }>;

/** A line of the news about the politics behind the tables: what it belongs to, and the sentence of the log. */
export function politicsNews(fact: News, names: LogNames): { readonly label: string; readonly head: string } {
  const label = t(labelOf(fact));
  // Coalitions are formed in front of everybody; the rest is known to those who were told.
  return {
    label: fact.type === 'bloc' ? label : `${label} · ${t('press.private')}`,
    head: politicsText(fact, names),
  };
}

function labelOf({ type }: News) {
  switch (type) {
    case 'plan-offered':
    case 'plan-answered':
    case 'promise-settled':
      return 'news.plan';
    case 'consent-asked':
    case 'consent-given':
      return 'news.consent';
    case 'bloc':
      return 'bloc.news';
    case 'asked':
    case 'assured':
      return 'news.question';
    case 'lobbied':
    case 'lobby-answered':
      return 'news.lobby';
    case 'estimated':
    case 'corrected':
      return 'news.bought';
    case 'confided':
      return 'news.confidence';
    case 'speech-drafted':
    case 'speech-handed':
      return 'news.speech';
    case 'contradiction':
      return 'news.tongues';
    case 'acknowledged':
      return 'news.ack';
  }
}
