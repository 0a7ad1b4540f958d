'use client';
import type { TableFeed } from '@btt/client';
import type { PublicScenario } from '@btt/protocol';
import { politicsText } from '@/lib/describe-politics';
import { factsOf } from '@/lib/facts';
import { useLive } from '@/lib/live';
import { logNames } from '@/lib/log-names';
import { t } from '@/messages';

/** Newest items shown at most: a projector is read from the last row. */
const MOST = 8;

/** The public press wire: roles and headlines, no names of students. */
export function Wire({ feed, scenario }: { readonly feed: TableFeed; readonly scenario: PublicScenario }) {
  const words = useLive((state) => state.words);
  const role = (id: string | null) =>
    id === null ? t('talk.host') : (scenario.roles.find((one) => one.id === id)?.name ?? '');
  const names = logNames(scenario, feed.desk, words, new Map());
  const items = factsOf(
    feed.entries,
    'event',
    'move',
    'disclosed',
    'broadcast',
    'said',
    'stance',
    'agreement',
    'bloc',
  ).map(({ at, fact }) => {
    switch (fact.type) {
      case 'event':
        return { key: fact.id, label: fact.date, text: fact.headline };
      case 'move':
        return { key: fact.made.id, label: role(fact.made.role), text: fact.made.headline };
      case 'disclosed':
        return {
          key: `${fact.made.id} known`,
          label: t('press.leaked', { who: role(fact.made.role) }),
          text: fact.made.headline,
        };
      case 'broadcast':
        return { key: fact.id, label: t('press.host'), text: words[fact.words] ?? '' };
      case 'said':
        return { key: fact.id, label: role(fact.role), text: `“${words[fact.words] ?? ''}”` };
      case 'stance':
        return {
          key: `${at} ${fact.faction}`,
          label: role(fact.faction),
          text: t('press.stance.public', { stance: t(`stance.${fact.stance}`) }),
        };
      case 'agreement':
        return { key: `${at} agreement`, label: t('press.title'), text: t('log.agreement') };
      case 'bloc':
        return {
          key: `${at} ${fact.bloc}`,
          label: t('bloc.news'),
          text: politicsText(fact, names),
        };
    }
  });
  if (items.length === 0) return null;
  return (
    <ol aria-live="polite" aria-label={t('press.title')} className="flex flex-col gap-3">
      {items
        .slice(-MOST)
        .reverse()
        .map((item) => (
          <li key={item.key} className="border-s-8 border-line ps-4">
            <p className="text-lg text-muted">{item.label}</p>
            <p className="font-serif text-3xl">{item.text}</p>
          </li>
        ))}
    </ol>
  );
}
