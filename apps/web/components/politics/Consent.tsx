'use client';
import { hasConsent, type OwnMove } from '@btt/protocol';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';
import { roleName, roleNames } from './names';
import { Refused } from './parts';

/** Whose consent a move needs at home, a button to ask for it, and who has answered what. */
export function Consent({ move }: { readonly move: OwnMove }) {
  const play = usePlay();
  const { desk } = play;
  const { act, busy, error } = useAct();
  const { consent } = move;
  if (consent === null) return null;
  const who = roleNames(play, consent.of);
  const asked = desk.politics.consents[move.id];
  const given = asked?.given ?? {};
  const refused = Object.values(given).some((yes) => !yes);
  const mayAsk = desk.phase === 'bargaining' && !hasConsent(desk, move.id, consent) && (!asked || refused);
  return (
    <div className="mt-2 rounded-md bg-paper px-3 py-2 text-sm">
      <p>
        {consent.least >= consent.of.length
          ? t('consent.needs.all', { who })
          : t('consent.needs.some', { least: consent.least, who })}{' '}
        <span className="text-muted">{t('consent.absent')}</span>
      </p>
      {asked && (
        <ul aria-live="polite">
          {consent.of.map((id) => (
            <li key={id}>
              {t(given[id] === undefined ? 'consent.waiting' : given[id] ? 'consent.yes' : 'consent.no', {
                who: roleName(play, id),
              })}
            </li>
          ))}
        </ul>
      )}
      {mayAsk && (
        <Button
          className="mt-1"
          disabled={busy || desk.paused !== null}
          aria-label={t('consent.ask.of', { name: move.name })}
          onClick={() => void act({ type: 'ask-consent', move: move.id })}
        >
          {refused ? t('consent.again') : t('consent.ask')}
        </Button>
      )}
      <Refused reason={error} />
    </div>
  );
}
