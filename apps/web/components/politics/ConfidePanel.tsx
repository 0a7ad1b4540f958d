'use client';
import { useState } from 'react';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { oddsText } from '@/lib/describe-chance';
import { signed } from '@/lib/signed';
import { t } from '@/messages';
import { Fold } from './Fold';
import { roleName } from './names';
import { Choose, KnownAndRisk, Refused } from './parts';

/** Tells somebody across the table, through the back channel, how an own faction truly stands. */
export function ConfidePanel() {
  const play = usePlay();
  const { own, desk, role, roles, brief } = play;
  const { confidants, overheard } = own.politics;
  const { act, busy, error } = useAct();
  const [about, setAbout] = useState('');
  const [to, setTo] = useState(confidants[0] ?? '');
  if (overheard === null) return null;
  const factions = brief.public.roles.filter((one) => one.kind === 'faction' && one.side === role.side);
  const sent = desk.politics.cards.filter((card) => roles.get(card.about)?.side === role.side);
  const used = sent.some((card) => card.about === about && card.round === desk.round);
  return (
    <Fold title={t('confide.title')}>
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void act({ type: 'confide', about, to });
        }}
      >
        <div className="grid gap-2 sm:grid-cols-2">
          <Choose label={t('confide.about')} value={about} onChange={setAbout} none="–" options={factions} />
          <Choose
            label={t('confide.to')}
            value={to}
            onChange={setTo}
            options={confidants.map((id) => ({ id, name: roles.get(id)?.name ?? '' }))}
          />
        </div>
        <KnownAndRisk known={t('confide.known')} risk={t('confide.risk', { odds: oddsText(overheard) })} />
        {used && <p className="text-sm text-muted">{t('confide.used')}</p>}
        <Button
          type="submit"
          disabled={busy || about === '' || used || desk.phase !== 'bargaining' || desk.paused !== null}
        >
          {t('confide.do')}
        </Button>
        <Refused reason={error} />
      </form>
      {sent.length > 0 && (
        <ul className="mt-3 flex flex-col gap-1 text-sm" aria-live="polite">
          {[...sent].reverse().map((card) => (
            <li key={card.id}>
              {t('confide.sent', {
                round: card.round,
                who: roleName(play, card.to),
                about: roleName(play, card.about),
                support: signed(card.support),
                yes: signed(card.yes),
              })}
            </li>
          ))}
        </ul>
      )}
    </Fold>
  );
}
