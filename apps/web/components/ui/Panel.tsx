import type { ReactNode } from 'react';

interface Props {
  readonly title?: ReactNode;
  /** Beside the title, on the right. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  readonly level?: 2 | 3;
}

/** A sheet of paper on the desk. */
export function Panel({ title, aside, children, className = '', level = 2 }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={`rounded-lg border border-line bg-sheet p-4 ${className}`}>
      {(title || aside) && (
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          {title && <Heading className="text-lg">{title}</Heading>}
          {aside && <div className="text-sm text-muted">{aside}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
