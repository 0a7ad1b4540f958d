'use client';
import { useState } from 'react';
import { useAct, usePlay } from '@/components/play/context';
import { DraftChoice } from '@/components/politics/DraftChoice';
import { chartsFor } from '@/components/politics/lists';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';

/** The acceptance speech: attacks to foresee, the answer to each, and own words. */
export function SpeechForm() {
  const { own, desk, role, words: texts } = usePlay();
  const { act, busy, error } = useAct();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [words, setWords] = useState('');
  const [draft, setDraft] = useState<string | null>(null);
  const drafts = chartsFor(desk, role.side);
  const chosen = drafts.find((one) => one.id === draft);
  const most = own.speech?.max ?? 0;
  const count = Object.keys(answers).length;
  return (
    <Panel title={t('speech.title')} aside={t('speech.chosen', { count, most })}>
      <p className="mb-2 text-sm text-muted">{t('speech.note', { most })}</p>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          const text = words.trim();
          void act({
            type: 'give-speech',
            answers: Object.entries(answers).map(([criticism, answer]) => ({ criticism, answer })),
            ...(draft !== null ? { draft } : {}),
            ...(text ? { words: text } : {}),
          });
        }}
      >
        {drafts.length > 0 && (
          <DraftChoice
            drafts={drafts}
            chosen={draft}
            onChoose={(one) => {
              setDraft(one?.id ?? null);
              if (one?.chart.words) setWords(texts[one.chart.words] ?? '');
            }}
          />
        )}
        {own.criticisms.map((attack) => (
          <fieldset
            key={attack.id}
            className={`rounded-md border p-3 ${chosen?.chart.attacks.includes(attack.id) ? 'border-brass' : 'border-line'}`}
          >
            <legend className="px-1 font-serif font-semibold">
              “{attack.text}”
              {chosen?.chart.attacks.includes(attack.id) && (
                <span className="font-sans text-sm text-brass"> · {t('speech.draft.expected')}</span>
              )}
            </legend>
            <Choice
              name={attack.id}
              checked={answers[attack.id] === undefined}
              label={t('speech.skip')}
              onPick={() => setAnswers(({ [attack.id]: _gone, ...others }) => others)}
            />
            {attack.answers.map((card) => (
              <Choice
                key={card.id}
                name={attack.id}
                checked={answers[attack.id] === card.id}
                disabled={answers[attack.id] === undefined && count >= most}
                label={card.text}
                onPick={() => setAnswers({ ...answers, [attack.id]: card.id })}
              />
            ))}
          </fieldset>
        ))}
        <label className="text-sm font-semibold">
          {t('speech.words')}
          <textarea
            value={words}
            rows={4}
            maxLength={1200}
            onChange={(event) => setWords(event.target.value)}
            className="mt-1 w-full rounded-md border border-line-strong bg-sheet px-3 py-2 font-serif text-base font-normal"
          />
        </label>
        <Button type="submit" look="strong" disabled={busy}>
          {t('speech.give')}
        </Button>
        {error && (
          <p role="alert" className="text-oxblood">
            {t('action.failed', { reason: error })}
          </p>
        )}
      </form>
    </Panel>
  );
}

function Choice({
  name,
  checked,
  label,
  disabled = false,
  onPick,
}: {
  readonly name: string;
  readonly checked: boolean;
  readonly label: string;
  readonly disabled?: boolean;
  readonly onPick: () => void;
}) {
  return (
    <label className={`flex min-h-11 items-center gap-2 text-sm ${disabled ? 'text-muted' : ''}`}>
      <input
        type="radio"
        className="size-5 shrink-0"
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={onPick}
      />
      <span className="font-serif">{label}</span>
    </label>
  );
}
