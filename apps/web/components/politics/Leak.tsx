'use client';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';
import { Fold } from './Fold';
import { canPay, leakable } from './lists';
import { roleName } from './names';
import { KnownAndRisk, Price, Refused } from './parts';

/** A faction gives to the press what it was told in confidence. */
export function Leak() {
  const play = usePlay();
  const { own, desk, role } = play;
  const { act, busy, error } = useAct();
  const known = leakable(desk);
  const cost = own.politics.prices.leak;
  return (
    <Fold
      title={t('leak.title')}
      level={3}
      aside={known.length === 0 ? t('leak.nothing') : t('leak.count', { count: known.length })}
    >
      <p className="text-sm text-muted">{t('leak.note')}</p>
      <KnownAndRisk known={t('leak.known')} risk={t('leak.risk')} />
      <ul className="mt-2 flex flex-col gap-2">
        {known.map((made) => (
          <li key={made.id} className="border-s-4 border-line ps-3">
            <p className="font-serif text-sm">
              {roleName(play, made.role)}: {made.headline}
            </p>
            <Button
              className="mt-1"
              disabled={busy || desk.paused !== null || !canPay(desk, role.id, cost)}
              aria-label={t('leak.do.of', { what: made.headline })}
              onClick={() => void act({ type: 'leak', happening: made.id })}
            >
              {t('leak.do')} <Price cost={cost} />
            </Button>
          </li>
        ))}
      </ul>
      <Refused reason={error} />
    </Fold>
  );
}
