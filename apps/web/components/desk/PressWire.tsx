'use client';
import { useMemo, useState } from 'react';
import { type Play, useAct, usePlay } from '@/components/play/context';
import { factsOf } from '@/lib/facts';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';

interface Item {
  readonly key: string;
  readonly label: string;
  readonly head: string;
  readonly text: string;
}

/** What everybody, or this seat, has been told: events, public words, the host's announcements. Newest first. */
export function PressWire() {
  const play = usePlay();
  const items = useMemo(() => itemsOf(play), [play]);
  const press = play.own.channels.find((channel) => channel.kind === 'press');
  return (
    <Panel title={t('press.title')}>
      {press && <Speak channel={press.id} />}
      <ul
        aria-live="polite"
        tabIndex={0}
        aria-label={t('press.title')}
        className="flex max-h-96 flex-col gap-3 overflow-y-auto"
      >
        {items.length === 0 && <li className="text-sm text-muted">{t('press.empty')}</li>}
        {items.map((item) => (
          <li key={item.key} className="border-s-4 border-line ps-3 text-sm">
            <p className="text-xs text-muted">{item.label}</p>
            <p className="font-serif font-semibold">{item.head}</p>
            {item.text && <p className="font-serif">{item.text}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Speak({ channel }: { readonly channel: string }) {
  const { desk, role } = usePlay();
  const { act, busy, error } = useAct();
  const [words, setWords] = useState('');
  if (desk.phase !== 'bargaining' || desk.settings?.chat === false) return null;
  const spent = role.kind !== 'press' && desk.lines[role.id] === desk.round;
  return (
    <form
      className="mb-3 flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const text = words.trim();
        if (text) void act({ type: 'say', channel, words: text }).then((done) => done && setWords(''));
      }}
    >
      <label className="text-sm">
        {spent ? t('press.spent') : t('press.speak')}
        <input
          value={words}
          disabled={spent}
          maxLength={280}
          onChange={(event) => setWords(event.target.value)}
          className="mt-1 min-h-11 w-full rounded-md border border-line-strong bg-sheet px-3 text-base disabled:bg-paper"
        />
      </label>
      <Button type="submit" disabled={busy || spent || words.trim() === ''}>
        {t('press.publish')}
      </Button>
      {error && <p role="alert">{error}</p>}
    </form>
  );
}

function itemsOf({ entries, roles, words }: Play): Item[] {
  const who = (role: string | null) => (role === null ? t('talk.host') : (roles.get(role)?.name ?? role));
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
  );
  return facts
    .flatMap(({ at, fact }): Item[] => {
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
      }
    })
    .reverse();
}
