'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';

/** Copies a link. Where the browser does not let a page copy, the link is shown to be copied by hand. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'shown'>('idle');
  return (
    <div>
      <Button
        className="w-full"
        onClick={() => {
          if (!navigator.clipboard) return setState('shown');
          navigator.clipboard.writeText(text).then(
            () => setState('copied'),
            () => setState('shown'),
          );
        }}
      >
        {state === 'copied' ? t('copy.done') : label}
      </Button>
      {state === 'shown' && (
        <input
          readOnly
          aria-label={label}
          value={text}
          onFocus={(event) => event.target.select()}
          className="mt-1 min-h-11 w-full rounded-md border border-line-strong bg-sheet px-2 text-sm"
        />
      )}
    </div>
  );
}
