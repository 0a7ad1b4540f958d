'use client';
import { type Desk, type LessonNow, PROMPTS, type PublicScenario } from '@btt/protocol';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { saveText } from '@/lib/session-files';
import { useTableName } from '@/lib/table-name';
import { t } from '@/messages';
import { wordsOf } from '../student/Reflect';

interface Props {
  readonly scenario: PublicScenario;
  readonly desk: Desk | null;
  readonly role: string;
  readonly person: string;
  readonly lesson: LessonNow | null;
  /** Name of the student, where it is to be shown. */
  readonly who: string | null;
  /** Whether it can be saved as a file. */
  readonly save?: boolean;
}

/** One student's page: the result, own moves, guess and words. */
export function StudentPage({ scenario, desk, role: id, person, lesson, who, save = false }: Props) {
  const table = useTableName(desk?.table);
  const role = scenario.roles.find((one) => one.id === id);
  if (!role || !desk) return null;
  const name = who === null ? role.name : `${who} · ${role.name}`;
  const moves = desk.moves.filter((move) => move.role === id);
  const guess = lesson?.view.guesses[person]?.moves ?? [];
  const headline = (move: string) => desk.moves.find((one) => one.id === move)?.headline ?? '';
  const answers = PROMPTS.flatMap((prompt) => {
    const words = lesson ? wordsOf(lesson, person, prompt) : '';
    return words === '' ? [] : [{ prompt, words }];
  });
  const asText = () =>
    [
      `${scenario.title}: ${name}`,
      `${table}. ${desk.outcome?.sentence ?? ''}`,
      [t('report.moves'), ...moves.map((move) => `- ${move.headline}`)].join('\n'),
      [t('report.guess'), ...guess.map((move) => `- ${headline(move)}`)].join('\n'),
      ...answers.map(({ prompt, words }) => `${t(`reflect.ask.${prompt}`)}\n${words}`),
    ].join('\n\n');
  return (
    <Panel title={t('report.student', { who: name })} aside={table} className="report-page mb-4">
      <p className="font-serif text-lg">{desk.outcome?.sentence ?? ''}</p>
      <Part
        title={t('report.moves')}
        none={t('report.moves.none')}
        lines={moves.map((move) => move.headline)}
      />
      <Part title={t('report.guess')} none={t('report.guess.none')} lines={guess.map(headline)} />
      <section className="mt-4">
        <h3 className="text-base">{t('report.reflection')}</h3>
        {answers.length === 0 && <p className="text-muted">{t('report.reflection.none')}</p>}
        {answers.map(({ prompt, words }) => (
          <section key={prompt} className="mt-2">
            <h4 className="text-sm text-muted">{t(`reflect.ask.${prompt}`)}</h4>
            <p className="whitespace-pre-wrap font-serif">{words}</p>
          </section>
        ))}
      </section>
      {save && (
        <Button className="mt-4 print:hidden" onClick={() => saveText(asText(), 'reflection.txt')}>
          {t('reflect.download')}
        </Button>
      )}
    </Panel>
  );
}

function Part({
  title,
  none,
  lines,
}: {
  readonly title: string;
  readonly none: string;
  readonly lines: readonly string[];
}) {
  return (
    <section className="mt-4">
      <h3 className="text-base">{title}</h3>
      {lines.length === 0 && <p className="text-muted">{none}</p>}
      <ul className="list-disc ps-5">
        {lines.map((line, i) => (
          <li key={i}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
