'use client';
import type { ScenarioCard } from '@btt/protocol';
import { type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/Button';
import { ANYTHING, choicesOf, type Wanted } from '@/lib/filter';
import { languageName } from '@/lib/languages';
import { t } from '@/messages';

interface Props {
  readonly cards: readonly ScenarioCard[];
  readonly wanted: Wanted;
  readonly found: number;
  readonly onChange: (wanted: Wanted) => void;
}

const LEVELS = ['1', '2', '3'] as const;

/** What a scenario should be like. Every change shows at once, and the number found is read out. */
export function Filters({ cards, wanted, found, onChange }: Props) {
  const minutes = choicesOf(cards.flatMap((card) => card.minutes.map(String))).toSorted(
    (one, other) => Number(one) - Number(other),
  );
  const change = (part: Partial<Wanted>) => onChange({ ...wanted, ...part });
  return (
    <search className="rounded-lg border border-line bg-sheet p-4" aria-label={t('library.filter')}>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-6">
        <Box label={t('library.filter.text')} className="sm:col-span-2">
          {(id) => (
            <input
              id={id}
              type="search"
              value={wanted.text}
              placeholder={t('library.filter.text.hint')}
              onChange={(event) => change({ text: event.target.value })}
              className={BOX}
            />
          )}
        </Box>
        <Box label={t('library.filter.players')}>
          {(id) => (
            <input
              id={id}
              type="number"
              inputMode="numeric"
              min={1}
              max={250}
              value={wanted.players ?? ''}
              placeholder={t('library.filter.any')}
              onChange={(event) => change({ players: numberIn(event.target.value) })}
              className={BOX}
            />
          )}
        </Box>
        <Choice
          label={t('library.filter.minutes')}
          value={wanted.minutes === null ? '' : String(wanted.minutes)}
          choices={minutes.map((one) => [one, one])}
          onChange={(value) => change({ minutes: numberIn(value) })}
        />
        <Choice
          label={t('library.filter.difficulty')}
          value={wanted.difficulty === null ? '' : String(wanted.difficulty)}
          choices={LEVELS.map((level) => [level, t(`difficulty.${level}`)])}
          onChange={(value) => change({ difficulty: numberIn(value) })}
        />
        <Choice
          label={t('library.filter.language')}
          value={wanted.language}
          choices={choicesOf(cards.flatMap((card) => card.languages)).map((code) => [
            code,
            languageName(code),
          ])}
          onChange={(language) => change({ language })}
        />
        <Choice
          label={t('library.filter.device')}
          value={wanted.device}
          choices={choicesOf(cards.flatMap((card) => card.devices)).map((device) => [device, device])}
          onChange={(device) => change({ device })}
          className="sm:col-span-2"
        />
        <div className="flex flex-wrap items-center gap-3 self-end sm:col-span-2 lg:col-span-4">
          <p role="status" className="text-sm">
            {t('library.found', { count: found, all: cards.length })}
          </p>
          {found < cards.length && (
            <Button look="quiet" onClick={() => onChange(ANYTHING)}>
              {t('library.filter.clear')}
            </Button>
          )}
        </div>
      </div>
    </search>
  );
}

const BOX = 'min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-sheet px-3 text-base text-ink';

function Box({
  label,
  className = '',
  children,
}: {
  readonly label: string;
  readonly className?: string;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={`flex min-w-0 flex-col gap-1 text-sm ${className}`}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
  readonly className?: string;
}

function Choice({ label, value, choices, onChange, className = '' }: ChoiceProps) {
  return (
    <Box label={label} className={className}>
      {(id) => (
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)} className={BOX}>
          <option value="">{t('library.filter.any')}</option>
          {choices.map(([one, name]) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Box>
  );
}

function numberIn(text: string): number | null {
  const value = Number(text);
  return text.trim() !== '' && Number.isInteger(value) && value > 0 ? value : null;
}
