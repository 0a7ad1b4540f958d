import type { Play } from '@/components/play/context';
import { POLITICS_NEWS, politicsNews } from '@/components/politics/news';
import { factsOf } from '@/lib/facts';
import { logNames } from '@/lib/log-names';
import { t } from '@/messages';

export interface NewsItem {
  readonly key: string;
  readonly label: string;
  readonly head: string;
  readonly text: string;
}

/** What this seat has been told, newest first, as lines of the news. */
export function newsOf(play: Play): NewsItem[] {
  const { entries, roles, words } = play;
  const names = newsNames(play);
  const who = (role: string | null) => (role === null ? t('talk.host') : (roles.get(role)?.name ?? ''));
  const facts = factsOf(
    entries,
    'event',
    'told',
    'move',
    'disclosed',
    'broadcast',
    'said',
    'stance',
    'released',
    'reacted',
    ...POLITICS_NEWS,
  );
  return facts
    .flatMap(({ at, fact }, i): NewsItem[] => {
      switch (fact.type) {
        case 'event':
          return [
            {
              key: fact.id,
              label: fact.audience === 'everyone' ? fact.date : `${fact.date} · ${t('press.private')}`,
              head: fact.headline,
              text: fact.text,
            },
          ];
        case 'told':
          return [{ key: fact.id, label: t('press.told'), head: fact.text, text: '' }];
        case 'move':
          return [
            {
              key: fact.made.id,
              label:
                fact.made.audience === 'everyone'
                  ? who(fact.made.role)
                  : `${who(fact.made.role)} · ${t('press.private')}`,
              head: fact.made.headline,
              text: fact.made.words ? `“${words[fact.made.words] ?? t('reveal.deleted')}”` : '',
            },
          ];
        case 'disclosed':
          return [
            {
              key: `${fact.made.id} leaked`,
              label: t('press.leaked', { who: who(fact.made.role) }),
              head: fact.made.headline,
              text: fact.text,
            },
          ];
        case 'broadcast':
          return [
            {
              key: fact.id,
              label: t('press.host'),
              head: words[fact.words] ?? t('reveal.deleted'),
              text: '',
            },
          ];
        case 'said':
          return fact.channel === 'press'
            ? [
                {
                  key: fact.id,
                  label: who(fact.role),
                  head: `“${words[fact.words] ?? t('reveal.deleted')}”`,
                  text: '',
                },
              ]
            : [];
        case 'stance':
          return [
            {
              key: `${at} ${fact.faction}`,
              label: who(fact.faction),
              head: fact.public
                ? t('press.stance.public', { stance: t(`stance.${fact.stance}`) })
                : t('press.stance.private', { stance: t(`stance.${fact.stance}`) }),
              text: '',
            },
          ];
        case 'released':
          return [
            {
              key: `${at} ${fact.obligation}`,
              label: t('press.private'),
              head: fact.how === 'kept' ? t('press.kept') : t('press.broken'),
              text: '',
            },
          ];
        case 'reacted':
          return [{ key: fact.id, label: who(fact.faction), head: t(`press.${fact.reaction}`), text: '' }];
        default:
          return [{ key: `${at} ${i}`, text: '', ...politicsNews(fact, names) }];
      }
    })
    .reverse();
}

function newsNames({ brief, desk, words, own }: Play) {
  return logNames(
    brief.public,
    desk,
    words,
    new Map(own.channels.map((channel) => [channel.id, channel.name])),
  );
}
