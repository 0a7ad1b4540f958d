'use client';
import { useState } from 'react';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';
import { Fold } from './Fold';
import { thanksFor, unanswered } from './lists';
import { roleName } from './names';
import { Refused } from './parts';

/** Moves listed before asking for all. */
const FIRST = 4;

/** Tells the other side what came of its moves, and shows what it has told about one's own. */
export function AfterwardsPanel() {
  const play = usePlay();
  const { desk, role } = play;
  const { act, busy, error } = useAct();
  const [all, setAll] = useState(false);
  const open = unanswered(desk, role.side);
  const told = thanksFor(desk, role.side);
  if (open.length === 0 && told.length === 0) return null;
  const shown = all ? open : open.slice(0, FIRST);
  return (
    <Fold title={t('ack.title')} aside={open.length > 0 ? t('ack.count', { count: open.length }) : undefined}>
      {told.length > 0 && (
        <section className="mb-3">
          <h3 className="text-sm font-semibold">{t('ack.theirs')}</h3>
          <ul className="text-sm" aria-live="polite">
            {told.map(({ made, result }) => (
              <li key={made.id}>{t('ack.line', { what: made.headline, result: t(`ack.${result}`) })}</li>
            ))}
          </ul>
        </section>
      )}
      {open.length > 0 && <p className="mb-2 text-sm text-muted">{t('ack.note')}</p>}
      <ul className="flex flex-col gap-2">
        {shown.map((made) => (
          <li key={made.id} className="border-s-4 border-line ps-3">
            <p className="font-serif text-sm">
              {roleName(play, made.role)}: {made.headline}
            </p>
            <Button
              className="mt-1"
              disabled={busy}
              aria-label={t('ack.tell.of', { what: made.headline })}
              onClick={() => void act({ type: 'acknowledge', happening: made.id })}
            >
              {t('ack.tell')}
            </Button>
          </li>
        ))}
      </ul>
      {open.length > FIRST && (
        <button
          type="button"
          aria-expanded={all}
          className="mt-2 min-h-11 font-semibold text-blue underline underline-offset-4"
          onClick={() => setAll(!all)}
        >
          {all ? t('moves.fewer') : t('ack.more', { count: open.length - FIRST })}
        </button>
      )}
      <Refused reason={error} />
    </Fold>
  );
}
