'use client';
import type { Answer, Hosting } from '@btt/protocol';
import Link from 'next/link';
import { useRef, useState } from 'react';
import { PassForm } from '@/components/scenario/PassForm';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { keepHost } from '@/lib/identity';
import { bringSession } from '@/lib/session-files';
import { t } from '@/messages';

type State =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'locked'; readonly file: File }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'done'; readonly code: string; readonly title: string };

/** Brings a session back that was saved as a file. */
export function BringSession({ onDone = () => undefined }: { readonly onDone?: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [names, setNames] = useState(false);
  const [state, setState] = useState<State>({ kind: 'idle' });

  async function bring(file: File): Promise<void> {
    setState({ kind: 'busy' });
    const answer: Answer<Hosting> | null = await bringSession(file, names);
    if (answer === null) return setState({ kind: 'failed', reason: t('files.notJson') });
    if (!answer.ok)
      return setState(
        answer.code === 'wrong-pass' ? { kind: 'locked', file } : { kind: 'failed', reason: answer.message },
      );
    const { hostToken: token, screenToken, session, code } = answer;
    const title = file.name.replace(/(\.session)?\.json$/, '');
    keepHost({ token, screenToken, session, code, title });
    setState({ kind: 'done', code, title });
    onDone();
  }

  return (
    <Panel title={t('files.import')}>
      <p className="mb-2 max-w-prose text-sm text-muted">{t('files.import.note')}</p>
      <label className="mb-2 flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          checked={names}
          onChange={() => setNames(!names)}
          className="size-5 shrink-0 accent-ink"
        />
        {t('files.import.names')}
      </label>
      <Button disabled={state.kind === 'busy'} onClick={() => input.current?.click()}>
        {t('files.import')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={t('files.import')}
        className="hidden"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = '';
          if (chosen) void bring(chosen);
        }}
      />
      {state.kind === 'busy' && <p role="status">{t('files.import.busy')}</p>}
      {state.kind === 'locked' && <PassForm onPass={() => void bring(state.file)} />}
      {state.kind === 'failed' && (
        <p role="alert" className="mt-2 text-oxblood">
          {state.reason}
        </p>
      )}
      {state.kind === 'done' && (
        <p role="status" className="mt-2">
          {t('files.import.done', { title: state.title })}{' '}
          <Link
            href={`/lesson?code=${state.code}`}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            {t('files.import.open')}
          </Link>
        </p>
      )}
    </Panel>
  );
}
