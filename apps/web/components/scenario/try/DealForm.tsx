'use client';
import type { Issue, ScenarioSheet, Terms } from '@btt/protocol';
import { useId } from 'react';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';

interface Props {
  readonly sheet: ScenarioSheet;
  readonly deal: Terms;
  readonly onChange: (deal: Terms) => void;
}

/** One option for each issue, or none yet. */
export function DealForm({ sheet, deal, onChange }: Props) {
  const { historic } = sheet;
  function choose(issue: string, option: string): void {
    const { [issue]: _before, ...others } = deal;
    onChange(option === '' ? others : { ...others, [issue]: option });
  }
  return (
    <Panel title={t('try.deal')}>
      <div className="mb-3 flex flex-wrap gap-2">
        {historic && <Button onClick={() => onChange(historic.deal)}>{t('try.historic')}</Button>}
        <Button onClick={() => onChange({})}>{t('try.clear')}</Button>
      </div>
      <div className="flex flex-col gap-3" lang={sheet.card.language}>
        {sheet.public.issues.map((issue) => (
          <Choice
            key={issue.id}
            issue={issue}
            chosen={deal[issue.id] ?? ''}
            onChange={(option) => choose(issue.id, option)}
          />
        ))}
      </div>
    </Panel>
  );
}

interface ChoiceProps {
  readonly issue: Issue;
  readonly chosen: string;
  readonly onChange: (option: string) => void;
}

function Choice({ issue, chosen, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-serif font-semibold">
        {issue.name}
      </label>
      <select
        id={id}
        value={chosen}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-sheet px-2 text-base"
      >
        <option value="">{t('try.open')}</option>
        {issue.options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
