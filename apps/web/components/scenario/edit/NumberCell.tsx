'use client';
import { useEffect, useState } from 'react';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly onChange: (value: number) => void;
}

const MOST = 1_000_000;

/** A whole number, taken over when the field is left or Enter is pressed. What is none goes back to what it was. */
export function NumberCell({ label, value, min, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => setTyped(null), [value]);

  function take(): void {
    if (typed === null) return;
    const number = Number(typed);
    const fits = typed.trim() !== '' && Number.isInteger(number) && number >= min && number <= MOST;
    if (!fits || number === value) return setTyped(null);
    // Stays as it was typed until the new text has been read.
    onChange(number);
  }

  return (
    <input
      type="number"
      inputMode="numeric"
      aria-label={label}
      min={min}
      step={1}
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
      className="min-h-9 w-16 rounded-md border border-line-strong bg-sheet px-1.5 text-end text-sm text-ink"
    />
  );
}
