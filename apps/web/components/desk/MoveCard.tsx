'use client';
import type { OwnMove, RefusalCode } from '@btt/protocol';
import { openInvitation, timesMade } from '@btt/protocol';
import { useState } from 'react';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { Consent } from '@/components/politics/Consent';
import { t } from '@/messages';
import { audienceText } from './audience';
import { MoveForm } from './MoveForm';

/** A move with its price, its known effect and its risk in words; one tap to make it, two when something is to be chosen. */
export function MoveCard({ move, wrong }: { readonly move: OwnMove; readonly wrong: RefusalCode | null }) {
  const { desk, role, brief } = usePlay();
  const { act, busy, error } = useAct();
  const [open, setOpen] = useState(false);
  const asks = move.pick !== null || move.words || move.secrets.some((secret) => secret.values.length > 1);
  const times = timesMade(desk, move.id);
  const invitedBy = brief.public.sides.filter((side) => openInvitation(desk, move.id, side.id) !== null);
  const seenBy = audienceText(brief.public, move.seenBy, role.id);
  return (
    <article
      className={`flex flex-col rounded-md border p-3 ${wrong === null ? 'border-line-strong' : 'border-line'}`}
    >
      <div className="flex items-baseline justify-between gap-2">
        <h3 className="font-serif font-semibold">{move.name}</h3>
        <span className="whitespace-nowrap text-sm font-semibold text-brass">
          <span aria-hidden="true">◆</span> {move.cost}
          <span className="sr-only"> {t('move.cost')}</span>
        </span>
      </div>
      <p className="text-xs text-muted">{move.device}</p>
      {invitedBy.map((side) => (
        <p key={side.id} className="mt-1 text-sm font-semibold text-brass">
          {t('move.invited', { side: side.name })}
        </p>
      ))}
      <p className="mt-1 text-sm">{move.summary}</p>
      {move.known && (
        <p className="mt-1 text-sm">
          <span aria-hidden="true" className="text-green">
            ▲{' '}
          </span>
          <span className="sr-only">{t('move.known')} </span>
          {move.known}
        </p>
      )}
      {move.risk && (
        <p className="mt-1 text-sm">
          <span aria-hidden="true" className="text-oxblood">
            ▼{' '}
          </span>
          <span className="sr-only">{t('move.risk')} </span>
          {move.risk}
        </p>
      )}
      <p className="mt-1 text-xs text-muted">{seenBy}</p>
      <Consent move={move} />
      <div className="mt-auto pt-2">
        {open ? (
          <MoveForm
            move={move}
            busy={busy}
            onCancel={() => setOpen(false)}
            onMake={(extra) =>
              void act({ type: 'move', move: move.id, ...extra }).then((done) => done && setOpen(false))
            }
          />
        ) : (
          <Button
            className="w-full"
            disabled={wrong !== null || busy}
            aria-label={t('move.make.of', { name: move.name })}
            onClick={() => (asks ? setOpen(true) : void act({ type: 'move', move: move.id }))}
          >
            {wrong === null ? t('move.make') : t(`move.wrong.${wrong}` as 'move.wrong.used-up')}
          </Button>
        )}
        {times > 0 && <p className="mt-1 text-xs text-muted">{t('move.made', { count: times })}</p>}
        {error && (
          <p role="alert" className="mt-1 text-sm text-oxblood">
            {t('action.failed', { reason: error })}
          </p>
        )}
      </div>
    </article>
  );
}
