'use client';
import { type ReactNode, useState } from 'react';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** Opened by a tap. What is inside is made only then: long tables cost nothing while nobody reads them. */
export function Folded({ title, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className="text-sm" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="inline-flex min-h-11 items-center text-blue underline underline-offset-4">
        {title}
      </summary>
      {open && children}
    </details>
  );
}
