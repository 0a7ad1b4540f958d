'use client';
import { useMemo, useState } from 'react';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import { newsOf } from './news';

/** What everybody, or this seat, has been told: events, public words, the host's announcements. Newest first. */
export function PressWire() {
  const play = usePlay();
  const items = useMemo(() => newsOf(play), [play]);
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
            {item.text && <p className="whitespace-pre-line font-serif">{item.text}</p>}
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
