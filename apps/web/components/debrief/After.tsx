'use client';
import type { Desk, TableRecord } from '@btt/protocol';
import { useState } from 'react';
import { ResultView } from '@/components/result/ResultView';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { Prose } from '@/components/ui/Prose';
import { t } from '@/messages';

/** The class's own result first; then, when asked for, what happened in history, and questions to talk about. */
export function After({ record, end }: { readonly record: TableRecord; readonly end: Desk }) {
  const [told, setTold] = useState(false);
  const result = end.results.at(-1);
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-3">
      {result && <ResultView result={result} scenario={record.brief.public} />}
      {end.outcome && !result && (
        <Panel title={t(`outcome.${end.outcome.outcome}`)}>
          <p className="font-serif text-lg">{end.outcome.sentence}</p>
        </Panel>
      )}
      <Panel title={t('after.history')}>
        {told ? (
          <div className="document">
            <Prose text={record.debrief.history} />
            <h2>{t('after.disputes')}</h2>
            <Prose text={record.debrief.disputes} />
          </div>
        ) : (
          <Button look="strong" onClick={() => setTold(true)}>
            {t('after.tell')}
          </Button>
        )}
      </Panel>
      {record.debrief.questions.length > 0 && (
        <Panel title={t('after.questions')}>
          <ol className="list-decimal ps-5 font-serif">
            {record.debrief.questions.map((question) => (
              <li key={question} className="my-2">
                <Prose text={question} />
              </li>
            ))}
          </ol>
        </Panel>
      )}
    </div>
  );
}
