'use client';
import { type Clause as Text, type Issue, isFrozen } from '@btt/protocol';
import { useId, useState } from 'react';
import { colourOf } from '@/components/board/colours';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { signed } from '@/lib/signed';
import { t } from '@/messages';

interface Props {
  readonly issue: Issue;
  readonly clause: Text | undefined;
  readonly tried: string | undefined;
  readonly onTry: (option: string | null) => void;
}

/** One issue of the draft: what stands, who stands by it, and a way to propose, answer or try another option. */
export function Clause({ issue, clause, tried, onTry }: Props) {
  const { role, own, sides, desk } = usePlay();
  const { act, busy, error } = useAct();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const id = useId();
  const negotiator = role.kind === 'negotiator';
  const side = role.side ?? '';
  const chosen = tried ?? clause?.option ?? null;
  const label = issue.options.find((option) => option.id === clause?.option)?.label;
  const mayAnswer = negotiator && clause?.option != null && !clause.accepted.includes(side);
  const frozen = clause?.option != null && isFrozen(desk, side, issue.id, clause.option);
  return (
    <li className="py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="min-h-11 min-w-0 flex-1 basis-48 text-start"
        >
          <span className="block font-serif font-semibold">
            <span aria-hidden="true" className="me-1 inline-block text-muted">
              {open ? '▾' : '▸'}
            </span>
            {issue.name}
          </span>
          <span className="block text-sm">{label ?? t('clause.open')}</span>
        </button>
        <Status clause={clause} sides={sides} />
        {mayAnswer && (
          <span className="flex gap-2">
            <Button
              disabled={busy || frozen}
              title={frozen ? t('draft.frozenHint') : undefined}
              aria-label={t('clause.accept.of', { issue: issue.name })}
              onClick={() => void act({ type: 'answer-clause', issue: issue.id, answer: 'accept' })}
            >
              {t('clause.accept')}
            </Button>
            {!clause.rejected.includes(side) && (
              <Button
                disabled={busy}
                aria-label={t('clause.reject.of', { issue: issue.name })}
                onClick={() => void act({ type: 'answer-clause', issue: issue.id, answer: 'reject' })}
              >
                {t('clause.reject')}
              </Button>
            )}
          </span>
        )}
      </div>
      {error && (
        <p role="alert" className="text-sm text-oxblood">
          {error}
        </p>
      )}
      <div id={id} hidden={!open} className="pb-2 ps-4">
        <p className="mb-2 text-sm text-muted">{issue.question}</p>
        <fieldset>
          <legend className="sr-only">{t('clause.options', { issue: issue.name })}</legend>
          {issue.options.map((option) => {
            const points = own.points?.[issue.id]?.[option.id];
            return (
              <label
                key={option.id}
                className="flex min-h-11 items-center gap-3 border-t border-line py-1 first:border-t-0"
              >
                <input
                  type="radio"
                  name={`${id}-option`}
                  className="size-5 shrink-0 accent-current"
                  checked={chosen === option.id}
                  onChange={() => onTry(option.id === clause?.option ? null : option.id)}
                />
                <span className="flex-1 text-sm">
                  {option.label}
                  {option.note && <span className="block text-muted">{option.note}</span>}
                </span>
                {own.points && (
                  <span
                    className={`w-10 text-end text-sm font-semibold ${(points ?? 0) < 0 ? 'text-oxblood' : (points ?? 0) > 0 ? 'text-green' : 'text-muted'}`}
                  >
                    {signed(points ?? 0)}
                  </span>
                )}
              </label>
            );
          })}
        </fieldset>
        {negotiator && tried !== undefined && (
          <form
            className="mt-2 flex flex-wrap items-end gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              const words = note.trim();
              void act({ type: 'propose', terms: { [issue.id]: tried }, ...(words ? { words } : {}) }).then(
                (done) => {
                  if (!done) return;
                  setNote('');
                  onTry(null);
                },
              );
            }}
          >
            <label className="min-w-0 flex-1 basis-40 text-sm">
              {t('clause.note')}
              <input
                value={note}
                onChange={(event) => setNote(event.target.value)}
                maxLength={400}
                className="mt-1 min-h-11 w-full rounded-md border border-line-strong bg-sheet px-3 text-base"
              />
            </label>
            <Button type="submit" look="strong" disabled={busy}>
              {t('clause.propose')}
            </Button>
          </form>
        )}
      </div>
    </li>
  );
}

function Status({ clause, sides }: { readonly clause: Text | undefined; readonly sides: readonly string[] }) {
  const { brief } = usePlay();
  const pill = 'rounded-full border px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap';
  if (!clause || clause.option === null)
    return <span className={`${pill} border-line text-muted`}>{t('clause.status.open')}</span>;
  if (sides.every((side) => clause.accepted.includes(side)))
    return <span className={`${pill} border-green text-green`}>✓ {t('clause.status.agreed')}</span>;
  if (clause.rejected.length > 0)
    return <span className={`${pill} border-dashed border-ink`}>✕ {t('clause.status.disputed')}</span>;
  const by = brief.public.sides.find((side) => side.id === (clause.by ?? clause.accepted[0]));
  const colour = colourOf(by?.colour);
  return (
    <span className={`${pill} ${colour.border} ${colour.text}`}>
      {by ? t('clause.status.by', { side: by.short }) : t('clause.status.event')}
    </span>
  );
}
