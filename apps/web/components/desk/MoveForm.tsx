'use client';
import type { OwnMove } from '@btt/protocol';
import { useState } from 'react';
import { usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';

export interface MoveExtra {
  readonly picked?: string[];
  readonly secrets?: Record<string, string>;
  readonly words?: string;
}

interface Props {
  readonly move: OwnMove;
  readonly busy: boolean;
  readonly onMake: (extra: MoveExtra) => void;
  readonly onCancel: () => void;
}

/** What a move asks for before it is made: things to pick, a hidden choice, own words. */
export function MoveForm({ move, busy, onMake, onCancel }: Props) {
  const { own } = usePlay();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [secrets, setSecrets] = useState<Readonly<Record<string, string>>>({});
  const [words, setWords] = useState('');
  const offered =
    move.pick === null
      ? []
      : move.pick.from === 'items'
        ? move.pick.items.map(({ id, label, group }) => ({ id, label, group }))
        : own.theirCriticisms.map(({ id, text }) => ({ id, label: text, group: '' }));
  const open = move.secrets.filter((secret) => secret.values.length > 1);
  const enough = move.pick === null || (picked.length >= move.pick.min && picked.length <= move.pick.max);
  const complete = enough && open.every((secret) => secrets[secret.key] !== undefined);
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const text = words.trim();
        onMake({
          ...(move.pick ? { picked: [...picked] } : {}),
          ...(open.length > 0 ? { secrets: { ...secrets } } : {}),
          ...(text ? { words: text } : {}),
        });
      }}
    >
      {move.pick && (
        <fieldset>
          <legend className="text-sm font-semibold">
            {t('move.pick', { min: move.pick.min, max: move.pick.max })}
          </legend>
          {offered.map((item) => (
            <label key={item.id} className="flex min-h-11 items-center gap-2 text-sm">
              <input
                type="checkbox"
                className="size-5 shrink-0"
                checked={picked.includes(item.id)}
                onChange={(event) =>
                  setPicked(
                    event.target.checked ? [...picked, item.id] : picked.filter((one) => one !== item.id),
                  )
                }
              />
              <span>
                {item.label}
                {item.group && <span className="text-muted"> · {item.group}</span>}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {open.map((secret) => (
        <fieldset key={secret.key}>
          <legend className="text-sm font-semibold">{t('move.secret')}</legend>
          {secret.values.map((value, i) => (
            <label key={value} className="flex min-h-11 items-center gap-2 text-sm">
              <input
                type="radio"
                className="size-5"
                name={secret.key}
                checked={secrets[secret.key] === value}
                onChange={() => setSecrets({ ...secrets, [secret.key]: value })}
              />
              {secret.labels[i]}
            </label>
          ))}
        </fieldset>
      ))}
      {move.words && (
        <label className="text-sm">
          {t('move.words')}
          <textarea
            value={words}
            maxLength={600}
            rows={2}
            onChange={(event) => setWords(event.target.value)}
            className="mt-1 w-full rounded-md border border-line-strong bg-sheet px-3 py-2 text-base"
          />
        </label>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="strong" disabled={busy || !complete}>
          {t('move.make')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('move.cancel')}
        </Button>
      </div>
    </form>
  );
}
