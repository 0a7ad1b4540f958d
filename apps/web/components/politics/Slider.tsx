'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { t } from '@/messages';

/** Milliseconds without a change before a value is saved. */
const PAUSE = 600;

interface Props {
  readonly label: string;
  /** undefined = nothing noted yet. */
  readonly value: number | undefined;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly text: (value: number) => string;
  /** Resolves when the value is saved, or when it was refused. */
  readonly onSave: (value: number) => Promise<unknown>;
}

/** A value on a scale, saved by itself as soon as the hand rests. */
export function Slider({ label, value, min, max, step = 1, text, onSave }: Props) {
  const id = useId();
  const [moved, setMoved] = useState<number | null>(null);
  const save = useRef(onSave);
  useEffect(() => {
    save.current = onSave;
  });
  const shown = moved ?? value;
  useEffect(() => {
    if (moved === null) return;
    const timer = setTimeout(() => {
      // Undone when it was refused; by then the saved value has arrived otherwise.
      void save.current(moved).then(() => setMoved((now) => (now === moved ? null : now)));
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [moved]);
  const middle = Math.round((min + max) / 2 / step) * step;
  return (
    <div className="text-sm">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <label htmlFor={id}>{label}</label>
        <output htmlFor={id} className={shown === undefined ? 'text-muted' : 'font-semibold'}>
          {shown === undefined ? t('map.unknown') : text(shown)}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={shown ?? middle}
        aria-valuetext={shown === undefined ? t('map.unknown') : text(shown)}
        onChange={(event) => setMoved(event.target.valueAsNumber)}
        // A tap on the middle, where an empty slider stands, moves nothing and is meant all the same.
        onClick={(event) => shown === undefined && setMoved(event.currentTarget.valueAsNumber)}
        className={`block h-11 w-full accent-brass ${shown === undefined ? 'opacity-60' : ''}`}
      />
    </div>
  );
}
