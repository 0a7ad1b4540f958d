'use client';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { PassForm } from '@/components/scenario/PassForm';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Panel } from '@/components/ui/Panel';
import { hostPasses, keepHost } from '@/lib/identity';
import { useLive } from '@/lib/live';
import { branchAt } from '@/lib/session-files';
import { t } from '@/messages';
import { useLesson, useLessonAct } from '../useLesson';

interface Props {
  readonly table: string;
  readonly position: number;
  /** Whether the game is still open at this moment: only then can it be played on from here. */
  readonly playable: boolean;
  readonly go: (position: number) => void;
}

/** What only hosts can do at a moment of a replay: keep it, show it to everybody, play on from it. */
export function MomentTools(props: Props) {
  const isHost = useLive((state) => state.welcome?.me.kind === 'host');
  return isHost ? <Tools {...props} /> : null;
}

function Tools({ table, position, playable, go }: Props) {
  const lesson = useLesson();
  const { lead, busy, error } = useLessonAct();
  const [words, setWords] = useState('');
  const goThere = useRef(go);
  // A bookmark leads to its moment.
  useEffect(() => {
    const at = Number(new URLSearchParams(location.search).get('at') ?? Number.NaN);
    if (Number.isInteger(at)) goThere.current(at);
  }, []);
  const showing = lesson?.view.running === true && lesson.view.shown.includes('replay');
  const { moment, notes = [] } = lesson?.view ?? { moment: null };
  const here = moment?.table === table && moment.position === position;
  return (
    <Panel title={t('tools.title')} aside={t('tools.go', { position })}>
      <div className="flex flex-col gap-4">
        {showing && (
          <div>
            <Button
              look="strong"
              disabled={busy || here}
              onClick={() => void lead({ type: 'show-moment', table, position })}
            >
              {t('tools.show')}
            </Button>
            <span role="status" className="ms-3 text-sm text-muted">
              {here ? t('tools.show.done') : ''}
            </span>
          </div>
        )}
        <form
          className="flex flex-col gap-1"
          onSubmit={(event) => {
            event.preventDefault();
            const said = words.trim();
            const note = { type: 'note', table, position, ...(said === '' ? {} : { words: said }) } as const;
            void lead(note).then((done) => done && setWords(''));
          }}
        >
          <Field
            label={t('tools.note')}
            hint={t('tools.note.hint')}
            value={words}
            maxLength={1200}
            onChange={(event) => setWords(event.target.value)}
            error={error}
          />
          <Button type="submit" disabled={busy} className="self-start">
            {t('tools.keep')}
          </Button>
        </form>
        <section>
          <h3 className="text-base">{t('tools.notes')}</h3>
          {!notes.some((note) => note.table === table) && (
            <p className="text-sm text-muted">{t('tools.notes.none')}</p>
          )}
          <ul>
            {notes
              .filter((note) => note.table === table)
              .map((note) => (
                <li key={note.id} className="flex flex-wrap items-center gap-2">
                  <Button look="quiet" className="px-0" onClick={() => go(note.position)}>
                    {t('tools.go', { position: note.position })}
                  </Button>
                  <span className="min-w-0 flex-1 text-sm">
                    {note.words === null ? '' : (lesson?.words[note.words] ?? '')}
                  </span>
                  <Button
                    look="quiet"
                    aria-label={t('tools.remove', { position: note.position })}
                    onClick={() => void lead({ type: 'remove-note', note: note.id })}
                  >
                    <span aria-hidden="true">✕</span>
                  </Button>
                </li>
              ))}
          </ul>
        </section>
        {playable && position > 0 && <Branch table={table} position={position} />}
      </div>
    </Panel>
  );
}

type Branched =
  | { readonly kind: 'none' | 'busy' | 'locked' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'open'; readonly code: string };

function Branch({ table, position }: Pick<Props, 'table' | 'position'>) {
  const session = useLive((state) => state.welcome?.session);
  const title = useLive((state) => state.session.title);
  const [state, setState] = useState<Branched>({ kind: 'none' });
  async function branch(): Promise<void> {
    const token = hostPasses().find((pass) => pass.session === session)?.token;
    if (!token) return setState({ kind: 'failed', reason: t('lesson.host.noPass') });
    setState({ kind: 'busy' });
    const answer = await branchAt(table, position, token);
    if (!answer.ok)
      return setState(
        answer.code === 'wrong-pass' ? { kind: 'locked' } : { kind: 'failed', reason: answer.message },
      );
    const { hostToken, screenToken, code } = answer;
    keepHost({ token: hostToken, screenToken, session: answer.session, code, title });
    setState({ kind: 'open', code });
  }
  return (
    <section>
      <Button disabled={state.kind === 'busy'} onClick={() => void branch()}>
        {t('tools.branch')}
      </Button>
      <p className="mt-1 text-sm text-muted">{t('tools.branch.note')}</p>
      {state.kind === 'locked' && <PassForm onPass={() => void branch()} />}
      {state.kind === 'failed' && (
        <p role="alert" className="text-oxblood">
          {state.reason}
        </p>
      )}
      {state.kind === 'open' && (
        <p role="status">
          {t('tools.branch.done', { code: state.code })}{' '}
          <Link
            href={`/console?code=${state.code}`}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            {t('tools.branch.open')}
          </Link>
        </p>
      )}
    </section>
  );
}
