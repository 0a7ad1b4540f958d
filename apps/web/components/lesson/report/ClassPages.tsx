'use client';
import type { LessonNow, PublicScenario } from '@btt/protocol';
import { useState } from 'react';
import { useLive } from '@/lib/live';
import { t } from '@/messages';
import { ResultView } from '../../result/ResultView';
import { Revealed } from '../Revealed';
import { Questions } from '../steps/Questions';
import { Results } from '../steps/Results';
import { Standings } from '../steps/Standings';
import { WhatMattered } from '../steps/WhatMattered';
import { StudentPage } from './StudentPage';

const PARTS = ['class', 'tables', 'students'] as const;
type Part = (typeof PARTS)[number];

/** The host's report: what is printed is what is chosen here. */
export function ClassPages({
  scenario,
  lesson,
}: {
  readonly scenario: PublicScenario;
  readonly lesson: LessonNow | null;
}) {
  const [parts, setParts] = useState<readonly Part[]>(PARTS);
  const [names, setNames] = useState(false);
  const tables = useLive((state) => state.tables);
  const people = useLive((state) => state.session.people);
  const words = useLive((state) => state.words);
  const toggle = (part: Part) =>
    setParts(parts.includes(part) ? parts.filter((one) => one !== part) : [...parts, part]);
  const over = Object.values(tables).filter((feed) => feed.desk.phase === 'debrief');
  return (
    <>
      <fieldset className="mb-4 flex flex-wrap gap-x-5 print:hidden">
        <legend className="sr-only">{t('report.title')}</legend>
        {PARTS.map((part) => (
          <Choice
            key={part}
            label={t(`report.${part}`)}
            on={parts.includes(part)}
            onChange={() => toggle(part)}
          />
        ))}
        <Choice label={t('report.names')} on={names} onChange={() => setNames(!names)} />
      </fieldset>
      {parts.includes('class') && (
        <div className="report-page mb-4 flex flex-col gap-4">
          <h2 className="text-xl">{t('report.class')}</h2>
          <Revealed step="result">
            {(shown) => <Results tables={shown.tables} scenario={scenario} />}
          </Revealed>
          <Revealed step="compared">
            {(shown) => <Standings tables={shown.tables} scenario={scenario} />}
          </Revealed>
          <Revealed step="discuss">{({ questions }) => <Questions questions={questions} />}</Revealed>
        </div>
      )}
      {parts.includes('tables') && (
        <Revealed step="mattered">
          {(shown) =>
            shown.tables.map((found) => {
              const desk = tables[found.table]?.desk;
              const result = desk?.results.at(-1);
              return (
                <div key={found.table} className="report-page mb-4 flex flex-col gap-4">
                  <h2 className="text-xl">{found.name}</h2>
                  {result && <ResultView result={result} scenario={scenario} />}
                  <WhatMattered found={found} own={false} />
                </div>
              );
            })
          }
        </Revealed>
      )}
      {parts.includes('students') &&
        over.flatMap(({ desk }) =>
          people
            .filter(({ seat }) => seat?.table === desk.table)
            .map(({ person, seat }) => (
              <StudentPage
                key={person}
                scenario={scenario}
                desk={desk}
                role={seat?.role ?? ''}
                person={person}
                lesson={lesson}
                who={names ? (words[person] ?? null) : null}
              />
            )),
        )}
    </>
  );
}

function Choice({
  label,
  on,
  onChange,
}: {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: () => void;
}) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input type="checkbox" checked={on} onChange={onChange} className="size-5 shrink-0 accent-ink" />
      {label}
    </label>
  );
}
