'use client';
import type { PublicScenario } from '@btt/protocol';
import { useMemo, useState } from 'react';
import { useHost } from '@/components/console/useHost';
import { Button } from '@/components/ui/Button';
import { readClassList } from '@/lib/class-list';
import { useLive } from '@/lib/live';
import { t } from '@/messages';

/** Names sent at once: a message has its bounds. */
const AT_ONCE = 300;
/** Problems shown. */
const MOST = 8;

/** Names of the class, pasted or from a file, with the places that are kept for them. */
export function ClassList({ scenario }: { readonly scenario: PublicScenario }) {
  const tables = useLive((state) => state.session.tables);
  const host = useHost();
  const [text, setText] = useState('');
  const [taken, setTaken] = useState(false);
  const list = useMemo(
    () => readClassList(text, { tables, roles: scenario.roles }),
    [text, tables, scenario],
  );
  return (
    <details className="rounded-lg border border-line bg-sheet p-4">
      <summary className="min-h-8">
        <h2 className="inline text-lg">{t('list.title')}</h2>
      </summary>
      <p className="my-2 text-sm text-muted">{t('list.text')}</p>
      <div className="flex flex-col gap-2">
        <textarea
          aria-label={t('list.label')}
          value={text}
          rows={6}
          placeholder={'Ana; 1; Baker\nBen; 2'}
          onChange={(event) => {
            setText(event.target.value);
            setTaken(false);
          }}
          className="rounded-md border border-line-strong bg-sheet px-3 py-2 font-mono text-sm"
        />
        <label className="flex flex-wrap items-center gap-2 text-sm">
          {t('list.file')}
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            className="min-h-11 min-w-0 max-w-full"
            onChange={(event) => {
              void event.target.files?.[0]?.text().then(setText);
              setTaken(false);
            }}
          />
        </label>
        {text.trim() !== '' && (
          <div role="status" className="text-sm">
            <p>{t('list.count', { count: list.people.length })}</p>
            {list.problems.slice(0, MOST).map(({ line, what, text: of }) => (
              <p key={`${line} ${what}`} className="text-oxblood">
                {t(`list.problem.${what}`, { line, text: of })}
              </p>
            ))}
          </div>
        )}
        <Button
          disabled={host.busy || list.people.length === 0}
          onClick={() =>
            void host.session({ type: 'expect', people: list.people.slice(0, AT_ONCE) }).then((accepted) => {
              setTaken(accepted);
              if (accepted) setText('');
            })
          }
        >
          {t('list.take')}
        </Button>
        <p role="status" className="text-sm">
          {taken ? t('list.taken') : ''}
        </p>
        {host.error && <p role="alert">{host.error}</p>}
      </div>
    </details>
  );
}
