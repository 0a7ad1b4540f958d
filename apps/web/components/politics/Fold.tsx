'use client';
import { type ReactNode, useId, useState } from 'react';

interface Props {
  readonly title: string;
  /** Beside the title: what is inside, in a few words. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
  /** A sheet of its own, or a part of one. */
  readonly level?: 2 | 3;
}

/** A sheet that is folded until it is wanted, with a heading to open it by. */
export function Fold({ title, aside, children, open: first = false, level = 2 }: Props) {
  const [open, setOpen] = useState(first);
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  const sheet = level === 2 ? 'rounded-lg border border-line bg-sheet px-4' : 'border-t border-line';
  return (
    <section className={sheet}>
      <Heading className={level === 2 ? 'text-lg' : 'font-semibold'}>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="flex min-h-12 w-full flex-wrap items-baseline justify-between gap-x-4 py-2 text-start"
        >
          <span>
            <span aria-hidden="true" className="me-1.5 inline-block text-muted">
              {open ? '▾' : '▸'}
            </span>
            {title}
          </span>
          {aside && <span className="font-sans text-sm font-normal text-muted">{aside}</span>}
        </button>
      </Heading>
      <div id={id} hidden={!open} className="pb-4">
        {children}
      </div>
    </section>
  );
}
