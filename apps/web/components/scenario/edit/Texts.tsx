'use client';
import type { FileProblem } from '@btt/protocol';
import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { pathsIn, textIn } from '@/lib/draft';
import { t } from '@/messages';
import { AddFile } from './AddFile';
import { Problems } from './Problems';
import { type Place, TextEditor } from './TextEditor';
import type { Editing } from './types';

const MAIN = 'scenario.yaml';

/** One file at a time, with what is wrong in all of them. */
export function Texts({ draft, state }: Editing) {
  const { changes, findings } = state;
  const [path, setPath] = useState(MAIN);
  const [place, setPlace] = useState<Place | null>(null);
  const asked = useRef(0);
  const id = useId();
  const paths = pathsIn(state);
  const shown = paths.includes(path) ? path : (paths[0] ?? MAIN);
  const problems = findings?.problems ?? [];
  const warnings = findings?.warnings ?? [];

  function go({ file, line, column }: FileProblem): void {
    if (paths.includes(file)) setPath(file);
    asked.current += 1;
    setPlace({ line, column, asked: asked.current });
  }

  function note(file: string): string {
    const count = problems.filter((problem) => problem.file === file).length;
    return `${file in changes ? ` · ${t('edit.changed')}` : ''}${count > 0 ? ` · ✕ ${count}` : ''}`;
  }

  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(16rem,22rem)]">
      <div className="flex min-w-0 flex-col gap-2">
        <div className="flex flex-wrap items-end gap-2">
          <div className="flex min-w-0 flex-1 basis-56 flex-col gap-1 text-sm">
            <label htmlFor={id}>{t('edit.file')}</label>
            <select
              id={id}
              value={shown}
              onChange={(event) => {
                setPath(event.target.value);
                setPlace(null);
              }}
              className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-sheet px-2 text-base"
            >
              {paths.map((one) => (
                <option key={one} value={one}>
                  {one}
                  {note(one)}
                </option>
              ))}
            </select>
          </div>
          {shown !== MAIN && <Button onClick={() => draft.write(shown, null)}>{t('edit.remove')}</Button>}
        </div>
        <TextEditor
          key={shown}
          path={shown}
          text={textIn(state, shown)}
          place={place}
          onChange={(text) => draft.write(shown, text)}
        />
        <AddFile
          taken={paths}
          onAdd={(added) => {
            draft.write(added, '');
            setPath(added);
          }}
        />
      </div>
      <Problems problems={problems} warnings={warnings} onGo={go} />
    </div>
  );
}
