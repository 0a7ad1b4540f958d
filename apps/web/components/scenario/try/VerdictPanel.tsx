import type { Trial } from '@btt/protocol';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import type { Names } from '../names';

interface Props {
  readonly trial: Trial;
  readonly names: Names;
  readonly language: string;
}

/** Who ratifies, in the referee's words. */
export function VerdictPanel({ trial, names, language }: Props) {
  const { line, details, values, sentence } = trial;
  return (
    <Panel title={t('try.verdict')}>
      <p role="status" className="sr-only" lang={language}>
        {sentence}
      </p>
      {!line.complete && <p className="mb-2 text-sm text-muted">{t('try.verdict.open')}</p>}
      <ul className="flex flex-col gap-3">
        {line.sides.map((side) => (
          <li key={side.side}>
            <p className="flex flex-wrap items-center gap-2 font-serif text-lg font-semibold">
              {names.side(side.side)}
              <span
                className={`rounded-full border px-2.5 py-0.5 font-sans text-xs ${side.passes ? 'border-brass text-brass' : 'border-dashed border-ink'}`}
              >
                {side.passes ? `✓ ${t('try.passes')}` : `✕ ${t('try.fails')}`}
              </span>
            </p>
            <div lang={language}>
              <p className="max-w-prose">{side.sentence}</p>
              <ul className="list-disc ps-5 text-sm text-muted">
                {(details[side.side] ?? []).map((detail) => (
                  <li key={detail}>{detail}</li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ul>
      {Object.keys(values).length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 border-t border-line pt-2 text-sm">
          {Object.entries(values).map(([role, value]) => (
            <li key={role}>{t('try.value', { name: names.role(role), value })}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
