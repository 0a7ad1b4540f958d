'use client';
import { useState } from 'react';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';
import { Fold } from './Fold';
import { canPay, lobbiesOf } from './lists';
import { roleName } from './names';
import { Choose, KnownAndRisk, OwnWords, Price, Refused } from './parts';

/** A faction works on another of its side, once; that one says whether it was swayed. */
export function Lobby() {
  const play = usePlay();
  const { brief, desk, role, own } = play;
  const { act, busy, error } = useAct();
  const [faction, setFaction] = useState('');
  const [wants, setWants] = useState<'for' | 'against'>('for');
  const [words, setWords] = useState('');
  const done = lobbiesOf(desk).filter((one) => one.faction === role.id);
  const left = brief.public.roles.filter(
    (one) =>
      one.kind === 'faction' &&
      one.side === role.side &&
      one.id !== role.id &&
      !done.some((lobby) => lobby.target === one.id),
  );
  const cost = own.politics.prices.lobby;
  return (
    <Fold title={t('lobby.title')} level={3}>
      {left.length === 0 ? (
        <p className="text-sm text-muted">{t('lobby.done')}</p>
      ) : (
        <form
          className="flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            const text = words.trim();
            void act({ type: 'lobby', faction, wants, ...(text ? { words: text } : {}) }).then((granted) => {
              if (!granted) return;
              setFaction('');
              setWords('');
            });
          }}
        >
          <Choose label={t('lobby.whom')} value={faction} onChange={setFaction} none="–" options={left} />
          <Choose
            label={t('lobby.wants')}
            value={wants}
            onChange={(value) => setWants(value === 'against' ? 'against' : 'for')}
            options={[
              { id: 'for', name: t('lobby.for') },
              { id: 'against', name: t('lobby.against') },
            ]}
          />
          <OwnWords label={t('lobby.words')} value={words} onChange={setWords} />
          <KnownAndRisk known={t('lobby.known')} risk={t('lobby.risk')} />
          <Button type="submit" disabled={busy || faction === '' || !canPay(desk, role.id, cost)}>
            {t('lobby.do')} <Price cost={cost} />
          </Button>
          <Refused reason={error} />
        </form>
      )}
      {done.length > 0 && (
        <ul className="mt-2 text-sm" aria-live="polite">
          {done.map((one) => (
            <li key={one.id}>
              {t(one.swayed === null ? 'lobby.line.open' : one.swayed ? 'lobby.line.yes' : 'lobby.line.no', {
                who: roleName(play, one.target),
              })}
            </li>
          ))}
        </ul>
      )}
    </Fold>
  );
}
