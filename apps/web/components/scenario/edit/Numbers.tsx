'use client';
import type { FactionNumbers, ScenarioNumbers } from '@btt/protocol';
import { type ReactNode, useEffect, useState } from 'react';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import { NumberCell } from './NumberCell';
import type { Draft } from '@/lib/draft';
import type { Editing } from './types';

type Field = Exclude<keyof FactionNumbers, 'id' | 'name'>;

/** As they are written in the file. */
const FIELDS: readonly { readonly field: Field; readonly key: string; readonly min: number }[] = [
  { field: 'weight', key: 'weight', min: 1 },
  { field: 'start', key: 'start', min: -1_000_000 },
  { field: 'yes', key: 'yes', min: -1_000_000 },
  { field: 'no', key: 'no', min: -1_000_000 },
  { field: 'fierce', key: 'fierce', min: -1_000_000 },
  { field: 'judgement', key: 'judgement', min: 0 },
  { field: 'noAgreement', key: 'no-agreement', min: -1_000_000 },
];

/** The numbers of factions, negotiators and options as a form. Each goes into the text at its place; everything else stays as it is written. */
export function Numbers({ draft, state }: Editing) {
  const fresh = state.findings?.numbers ?? null;
  // While a change makes its way the numbers before it stay.
  const [numbers, setNumbers] = useState(fresh);
  useEffect(() => {
    if (fresh) setNumbers(fresh);
  }, [fresh]);
  const problems = state.findings?.problems.length ?? 0;
  if (!numbers || problems > 0) return <p>{t('edit.numbers.broken')}</p>;
  return (
    <div className="flex flex-col gap-4">
      <Panel title={t('edit.numbers.factions')}>
        <Factions numbers={numbers} draft={draft} />
      </Panel>
      {numbers.negotiators.length > 0 && (
        <Panel title={t('edit.numbers.negotiators')}>
          <ul className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
            {numbers.negotiators.map(({ id, name, noAgreement }) => (
              <li key={id} className="flex items-center gap-2">
                {name}
                <NumberCell
                  label={t('edit.numbers.of', { field: t('edit.numbers.noAgreement'), name })}
                  value={noAgreement}
                  min={-1_000_000}
                  onChange={(value) => draft.setValue(['roles', id, 'no-agreement'], [], value)}
                />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t('edit.numbers.points')}>
        <Points numbers={numbers} draft={draft} />
      </Panel>
    </div>
  );
}

interface Props {
  readonly numbers: ScenarioNumbers;
  readonly draft: Draft;
}

function Factions({ numbers, draft }: Props) {
  return (
    <Wide label={t('edit.numbers.factions')}>
      <thead>
        <tr>
          <Head first>{t('try.faction')}</Head>
          {FIELDS.map(({ field }) => (
            <Head key={field}>{fieldName(field)}</Head>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbers.factions.map((faction) => (
          <tr key={faction.id} className="border-t border-line">
            <RowHead>{faction.name}</RowHead>
            {FIELDS.map(({ field, key, min }) => (
              <td key={field} className="p-1 text-end">
                <NumberCell
                  label={t('edit.numbers.of', { field: fieldName(field), name: faction.name })}
                  value={faction[field]}
                  min={min}
                  onChange={(value) => draft.setValue(['factions', faction.id, key], [], value)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Wide>
  );
}

/** One issue at a time: all of them would be thousands of fields. */
function Points({ numbers, draft }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const issue = numbers.issues.find(({ id }) => id === chosen) ?? numbers.issues[0];
  if (!issue) return null;
  const parties = [
    ...numbers.factions.map(({ id, name }) => ({ id, name, section: 'factions' })),
    ...numbers.negotiators.map(({ id, name }) => ({ id, name, section: 'roles' })),
  ];
  return (
    <>
      <label className="mb-2 flex max-w-md flex-col gap-1 text-sm">
        {t('edit.numbers.issue')}
        <select
          value={issue.id}
          onChange={(event) => setChosen(event.target.value)}
          className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-sheet px-2 text-base"
        >
          {numbers.issues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Wide label={`${t('edit.numbers.points')}: ${issue.name}`}>
        <thead>
          <tr>
            <Head first>{t('try.faction')}</Head>
            {issue.options.map((option) => (
              <Head key={option.id}>{option.label}</Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {parties.map(({ id, name, section }) => (
            <tr key={id} className="border-t border-line">
              <RowHead>{name}</RowHead>
              {issue.options.map((option) => (
                <td key={option.id} className="p-1 text-end">
                  <NumberCell
                    label={t('edit.numbers.points.of', { name, issue: issue.name, option: option.label })}
                    value={numbers.points[id]?.[issue.id]?.[option.id] ?? 0}
                    min={-1_000_000}
                    onChange={(value) =>
                      draft.setValue(
                        ['issues', issue.id, 'options', option.id, 'points', id],
                        [[section, id, 'points', issue.id, option.id]],
                        value,
                      )
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Wide>
    </>
  );
}

function fieldName(field: Field): string {
  switch (field) {
    case 'weight':
    case 'start':
    case 'yes':
    case 'no':
      return t(`scenario.${field}`);
    default:
      return t(`edit.numbers.${field}`);
  }
}

function Wide({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div
      role="region"
      aria-label={t('edit.numbers.scroll', { what: label })}
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="border-collapse text-sm">{children}</table>
    </div>
  );
}

function Head({ first = false, children }: { readonly first?: boolean; readonly children: ReactNode }) {
  return (
    <th
      scope="col"
      className={`max-w-40 min-w-16 px-1 py-1 align-bottom text-xs font-semibold ${first ? 'sticky start-0 bg-sheet text-start' : 'text-end'}`}
    >
      {children}
    </th>
  );
}

function RowHead({ children }: { readonly children: ReactNode }) {
  return (
    <th scope="row" className="sticky start-0 max-w-40 min-w-28 bg-sheet py-1 pe-3 text-start font-normal">
      {children}
    </th>
  );
}
