'use client';
import type { FileProblem } from '@btt/protocol';
import { t } from '@/messages';

interface Props {
  readonly problems: readonly FileProblem[];
  readonly warnings: readonly FileProblem[];
  readonly onGo: (problem: FileProblem) => void;
}

/** Shown at most; the first ones are often the cause of the others. */
const SHOWN = 50;

/** What is wrong, at its line and column; each leads there. */
export function Problems({ problems, warnings, onGo }: Props) {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <List
        title={
          problems.length === 0
            ? t('edit.sound')
            : t(problems.length === 1 ? 'edit.problems.one' : 'edit.problems.many', {
                count: problems.length,
              })
        }
        problems={problems}
        look="border-oxblood"
        onGo={onGo}
      />
      {warnings.length > 0 && (
        <List
          title={t(warnings.length === 1 ? 'edit.warnings.one' : 'edit.warnings.many', {
            count: warnings.length,
          })}
          problems={warnings}
          look="border-brass"
          onGo={onGo}
        />
      )}
    </div>
  );
}

interface ListProps {
  readonly title: string;
  readonly problems: readonly FileProblem[];
  readonly look: string;
  readonly onGo: (problem: FileProblem) => void;
}

function List({ title, problems, look, onGo }: ListProps) {
  return (
    <section>
      <h3 className="text-lg">{title}</h3>
      <ul className="mt-1 flex flex-col gap-2">
        {problems.slice(0, SHOWN).map((problem, at) => (
          <li key={at}>
            <button
              type="button"
              onClick={() => onGo(problem)}
              className={`w-full rounded-md border border-s-4 bg-sheet p-2 text-start text-sm ${look}`}
            >
              <span className="block font-semibold break-words">{t('edit.problem.of', { ...problem })}</span>
              <span className="block break-words">
                {problem.field !== '' && <code className="text-muted">{problem.field}: </code>}
                <span lang="en">{problem.message}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
