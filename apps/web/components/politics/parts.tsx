'use client';
import type { ReactNode } from 'react';
import { t } from '@/messages';

/** Capital, as a diamond and a number that is read out with its unit. */
export function Price({ cost }: { readonly cost: number }) {
  if (cost === 0) return null;
  return (
    <span className="whitespace-nowrap text-brass">
      <span aria-hidden="true">◆</span> {cost}
      <span className="sr-only"> {t('move.cost')}</span>
    </span>
  );
}

/** A refusal, where the action was. */
export function Refused({ reason }: { readonly reason: string | null }) {
  if (reason === null) return null;
  return (
    <p role="alert" className="mt-1 text-sm text-oxblood">
      {t('action.failed', { reason })}
    </p>
  );
}

/** What an act does and what it may cost, marked like a move's. */
export function KnownAndRisk({ known, risk }: { readonly known?: string; readonly risk?: string }) {
  return (
    <>
      {known && (
        <p className="mt-1 text-sm">
          <span aria-hidden="true" className="text-green">
            ▲{' '}
          </span>
          <span className="sr-only">{t('move.known')} </span>
          {known}
        </p>
      )}
      {risk && (
        <p className="mt-1 text-sm">
          <span aria-hidden="true" className="text-oxblood">
            ▼{' '}
          </span>
          <span className="sr-only">{t('move.risk')} </span>
          {risk}
        </p>
      )}
    </>
  );
}

interface ChooseProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The first entry, for nothing chosen yet. */
  readonly none?: string | undefined;
  readonly children?: ReactNode;
  readonly options?: readonly { readonly id: string; readonly name: string }[];
}

/** A labelled list to choose one of. */
export function Choose({ label, value, onChange, none, options = [], children }: ChooseProps) {
  return (
    <label className="block min-w-0 text-sm">
      {label}
      <select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="mt-1 min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-sheet px-2 text-base"
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
        {children}
      </select>
    </label>
  );
}

interface WordsProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly most?: number;
  readonly rows?: number;
}

/** Own words: one line, or a few. */
export function OwnWords({ label, value, onChange, most = 400, rows = 1 }: WordsProps) {
  const look = 'mt-1 w-full rounded-md border border-line-strong bg-sheet px-3 text-base';
  return (
    <label className="block text-sm">
      {label}
      {rows === 1 ? (
        <input
          value={value}
          maxLength={most}
          onChange={(event) => onChange(event.target.value)}
          className={`${look} min-h-11`}
        />
      ) : (
        <textarea
          value={value}
          rows={rows}
          maxLength={most}
          onChange={(event) => onChange(event.target.value)}
          className={`${look} py-2 font-serif`}
        />
      )}
    </label>
  );
}

interface TickProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

/** One of several things to tick. */
export function Tick({ label, checked, onChange, disabled = false }: TickProps) {
  return (
    <label className={`flex min-h-11 items-center gap-2 text-sm ${disabled ? 'text-muted' : ''}`}>
      <input
        type="checkbox"
        className="size-5 shrink-0"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
