'use client';
import { useEffect, useMemo, useRef } from 'react';

/** Where the caret is asked to go; `asked` tells a repeated wish from the one before. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly asked: number;
}

interface Props {
  readonly path: string;
  readonly text: string;
  readonly place: Place | null;
  readonly onChange: (text: string) => void;
}

/** A plain text with numbered lines. */
export function TextEditor({ path, text, place, onChange }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLPreElement>(null);
  const count = text.split('\n').length;
  const numbers = useMemo(() => Array.from({ length: count }, (_, at) => at + 1).join('\n'), [count]);

  useEffect(() => {
    const { current } = box;
    if (!current || !place) return;
    const start = offsetOf(current.value, place);
    const end = current.value.indexOf('\n', start);
    current.focus();
    current.setSelectionRange(start, end < 0 ? current.value.length : end);
    // Browsers do not scroll to a selection that a page makes.
    const height = current.scrollHeight / Math.max(1, current.value.split('\n').length);
    current.scrollTop = Math.max(0, (place.line - 4) * height);
  }, [place]);

  return (
    <div className="flex overflow-hidden rounded-md border border-line-strong bg-sheet font-mono text-sm leading-5">
      <pre
        ref={gutter}
        aria-hidden="true"
        className="h-[60dvh] min-h-72 shrink-0 overflow-hidden border-e border-line bg-paper px-2 py-2 text-end text-muted select-none"
      >
        {numbers}
      </pre>
      <textarea
        ref={box}
        aria-label={path}
        value={text}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onScroll={(event) => {
          if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
        }}
        className="h-[60dvh] min-h-72 w-full min-w-0 resize-none overflow-auto bg-sheet p-2 leading-5 text-ink -outline-offset-2"
      />
    </div>
  );
}

function offsetOf(text: string, { line, column }: Place): number {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const next = text.indexOf('\n', start);
    if (next < 0) return text.length;
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return Math.min(start + column - 1, end < 0 ? text.length : end);
}
