'use client';
import { useId, useState } from 'react';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';
import { attacksOn } from './lists';
import { KnownAndRisk, OwnWords, Refused, Tick } from './parts';

/** Characters for the themes, and as many for the answers: both travel as one text. */
const MOST = 590;

/** Factions that a draft may name. */
const PICKS = 20;

/** The four parts of a speech: who must be won, with what themes, against which attacks, with which answers. */
export function ChartForm({ onDone }: { readonly onDone: () => void }) {
  const { own, role, brief } = usePlay();
  const { act, busy, error } = useAct();
  const id = useId();
  const sides = [...brief.public.sides].sort(
    (a, b) => Number(a.id === role.side) - Number(b.id === role.side),
  );
  const [side, setSide] = useState(sides[0]?.id ?? '');
  const [won, setWon] = useState<readonly string[]>([]);
  const [attacks, setAttacks] = useState<readonly string[]>([]);
  const [themes, setThemes] = useState('');
  const [answers, setAnswers] = useState('');
  const factions = brief.public.roles.filter((one) => one.kind === 'faction' && one.side === side);
  const most = Math.min(PICKS, own.politics.drafts?.attacks ?? 0);
  const expected = attacksOn(own, role.side, side);
  const words = [themes, answers]
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n');
  return (
    <form
      className="flex flex-col gap-3 rounded-md border border-line p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void act({
          type: 'draft-speech',
          for: side,
          constituencies: [...won],
          attacks: [...attacks],
          ...(words ? { words } : {}),
        }).then((done) => done && onDone());
      }}
    >
      <fieldset>
        <legend className="text-sm font-semibold">{t('draftSpeech.for')}</legend>
        {sides.map((one) => (
          <label key={one.id} className="flex min-h-11 items-center gap-2 text-sm">
            <input
              type="radio"
              name={id}
              className="size-5 shrink-0"
              checked={one.id === side}
              onChange={() => {
                setSide(one.id);
                setWon([]);
                setAttacks([]);
              }}
            />
            {one.id === role.side ? t('draftSpeech.own', { side: one.name }) : one.name}
          </label>
        ))}
      </fieldset>
      <Several
        title={t('draftSpeech.who')}
        most={PICKS}
        all={factions.map((one) => ({ id: one.id, label: one.name }))}
        chosen={won}
        onChange={setWon}
      />
      <OwnWords label={t('draftSpeech.themes')} value={themes} onChange={setThemes} most={MOST} rows={3} />
      {expected.length > 0 ? (
        <Several
          title={t('draftSpeech.attacks', { most })}
          most={most}
          all={expected.map((one) => ({ id: one.id, label: `“${one.text}”` }))}
          chosen={attacks}
          onChange={setAttacks}
        />
      ) : (
        <p className="text-sm text-muted">{t('draftSpeech.attacks.none')}</p>
      )}
      <OwnWords label={t('draftSpeech.answers')} value={answers} onChange={setAnswers} most={MOST} rows={3} />
      {side !== role.side && <KnownAndRisk known={t('draftSpeech.known')} risk={t('draftSpeech.risk')} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="strong" disabled={busy || won.length + attacks.length === 0}>
          {t('draftSpeech.save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('move.cancel')}
        </Button>
      </div>
      <Refused reason={error} />
    </form>
  );
}

function Several({
  title,
  most,
  all,
  chosen,
  onChange,
}: {
  readonly title: string;
  readonly most: number;
  readonly all: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  return (
    <fieldset>
      <legend className="text-sm font-semibold">{title}</legend>
      {all.map((one) => (
        <Tick
          key={one.id}
          label={one.label}
          checked={chosen.includes(one.id)}
          disabled={chosen.length >= most && !chosen.includes(one.id)}
          onChange={(ticked) =>
            onChange(ticked ? [...chosen, one.id] : chosen.filter((other) => other !== one.id))
          }
        />
      ))}
    </fieldset>
  );
}
