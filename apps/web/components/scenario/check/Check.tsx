'use client';
import type { CheckLine, Finding, ScenarioSheet } from '@btt/protocol';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { follow, scenarioPath } from '@/lib/scenarios';
import { t } from '@/messages';
import { LANGUAGES } from '@/messages/language';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly part: number }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'done'; readonly findings: readonly Finding[] };

/** Whether the scenario can be played as it is meant, with the figures. Runs on the server, and can be stopped. */
export function Check({ sheet }: { readonly sheet: ScenarioSheet }) {
  const [state, setState] = useState<State>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function run(): Promise<void> {
    const mine = new AbortController();
    running.current = mine;
    setState({ kind: 'running', part: 0 });
    const refused = await follow<CheckLine>(
      `${scenarioPath(sheet.ref, '/check')}?language=${encodeURIComponent(sheet.card.language)}`,
      {},
      (line) =>
        setState(
          'part' in line ? { kind: 'running', part: line.part } : { kind: 'done', findings: line.findings },
        ),
      mine.signal,
    );
    if (refused) setState({ kind: 'failed', message: refused.message });
  }

  function stop(): void {
    running.current?.abort();
    setState({ kind: 'idle' });
  }

  return (
    <Panel title={t('check.title')}>
      <p className="mb-3 max-w-prose text-sm text-muted">{t('check.text')}</p>
      {state.kind === 'running' ? (
        <div className="flex flex-wrap items-center gap-3">
          <progress
            max={100}
            value={Math.round(state.part * 100)}
            aria-label={t('check.running')}
            className="h-3 w-56 max-w-full accent-ink"
          />
          <span className="text-sm">{t('check.progress', { percent: Math.round(state.part * 100) })}</span>
          <Button onClick={stop}>{t('check.stop')}</Button>
        </div>
      ) : (
        <Button look="strong" onClick={() => void run()}>
          {state.kind === 'done' ? t('check.again') : t('check.run')}
        </Button>
      )}
      <div role="status" className="mt-3">
        {state.kind === 'failed' && <p>{t('check.failed', { reason: state.message })}</p>}
        {state.kind === 'done' && <p className="font-semibold">{resultText(state.findings)}</p>}
      </div>
      {state.kind === 'done' && <Findings findings={state.findings} language={spokenBy(sheet)} />}
    </Panel>
  );
}

const SIGNS = { good: '✓', warn: '!', bad: '✕' } as const;
const LOOKS = {
  good: 'border-green text-green',
  warn: 'border-brass text-brass',
  bad: 'border-oxblood text-oxblood',
} as const;

function Findings({
  findings,
  language,
}: {
  readonly findings: readonly Finding[];
  readonly language: string;
}) {
  return (
    <ul className="mt-2 divide-y divide-line">
      {findings.map((finding, at) => (
        <li key={at} className="flex items-baseline gap-3 py-2">
          <span
            className={`w-20 shrink-0 rounded-full border px-2 py-0.5 text-center text-xs font-semibold ${LOOKS[finding.result]}`}
          >
            <span aria-hidden="true">{SIGNS[finding.result]} </span>
            {t(`check.${finding.result}`)}
          </span>
          <span className="max-w-prose min-w-0 break-words" lang={language}>
            {finding.sentence}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The referee speaks the scenario's language where it can, else English. */
const spokenBy = ({ card }: ScenarioSheet): string => LANGUAGES.find((one) => one === card.language) ?? 'en';

function resultText(findings: readonly Finding[]): string {
  const count = (result: Finding['result']) => findings.filter((one) => one.result === result).length;
  if (count('bad') > 0) return t('check.result.bad', { count: count('bad'), all: findings.length });
  if (count('warn') > 0) return t('check.result.warn', { count: count('warn') });
  return t('check.result.good', { count: findings.length });
}
