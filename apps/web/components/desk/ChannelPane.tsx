'use client';
import type { OwnChannel } from '@btt/protocol';
import { useEffect, useMemo, useRef, useState } from 'react';
import { colourOf } from '@/components/board/colours';
import { useAct, usePlay } from '@/components/play/context';
import { factsOf } from '@/lib/facts';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';
import { lineOf } from './lines';

/** One room: what was said and done in it, oldest first, and a line to speak. */
export function ChannelPane({ channel }: { readonly channel: OwnChannel }) {
  const play = usePlay();
  const { entries, own, roles, brief, desk } = play;
  const { act, busy, error } = useAct();
  const [words, setWords] = useState('');
  const end = useRef<HTMLLIElement>(null);
  const lines = useMemo(
    () =>
      factsOf(
        entries,
        'said',
        'proposed',
        'clause-answered',
        'initialled',
        'initials-removed',
        'draft-shown',
        'instructed',
        'help-given',
      ).flatMap(({ at, fact }) => lineOf(play, channel, fact, at)),
    [entries, channel, play],
  );
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [lines.length]);
  const secret = channel.kind === 'back-channel';
  const silent = desk.settings?.chat === false && channel.kind !== 'facilitator';
  const readers = channel.members.filter((id) => id !== own.role).map((id) => roles.get(id)?.short ?? id);
  return (
    <div className={secret ? 'secret-lines' : ''}>
      <p className="px-3 pt-2 text-xs text-muted">
        {channel.kind === 'facilitator'
          ? t('talk.facilitator.note')
          : secret
            ? t('talk.secret', { who: readers.join(', ') })
            : t('talk.readers', { who: readers.join(', ') })}
      </p>
      <ul
        aria-live="polite"
        tabIndex={0}
        aria-label={channel.name}
        className="flex max-h-80 min-h-24 flex-col gap-2 overflow-y-auto px-3 py-2 text-sm"
      >
        {lines.length === 0 && <li className="text-muted">{t('talk.empty')}</li>}
        {lines.map((line) => (
          <li key={line.key} className={line.quiet ? 'text-muted' : ''}>
            <strong
              className={colourOf(brief.public.sides.find((side) => side.id === line.side)?.colour).text}
            >
              {line.who}
            </strong>{' '}
            {line.text}
          </li>
        ))}
        <li ref={end} aria-hidden="true" />
      </ul>
      {silent ? (
        <p className="border-t border-line p-3 text-sm text-muted">{t('talk.chatOff')}</p>
      ) : (
        <form
          className="flex gap-2 border-t border-line p-2"
          onSubmit={(event) => {
            event.preventDefault();
            const text = words.trim();
            if (text)
              void act({ type: 'say', channel: channel.id, words: text }).then(
                (done) => done && setWords(''),
              );
          }}
        >
          <input
            aria-label={t('talk.write', { channel: channel.name })}
            value={words}
            maxLength={600}
            onChange={(event) => setWords(event.target.value)}
            placeholder={t('talk.placeholder')}
            className="min-h-11 min-w-0 flex-1 rounded-md border border-line-strong bg-sheet px-3 text-base placeholder:text-muted"
          />
          <Button type="submit" disabled={busy || words.trim() === ''}>
            {t('talk.send')}
          </Button>
        </form>
      )}
      {error && (
        <p role="alert" className="px-3 pb-2 text-sm text-oxblood">
          {t('action.failed', { reason: error })}
        </p>
      )}
    </div>
  );
}
