'use client';
import { usePlay } from '@/components/play/context';
import { t } from '@/messages';
import { Fold } from './Fold';
import { questionsOf } from './lists';
import { roleName, termName } from './names';

/** What the negotiators have ruled out at home, and what they could not: it binds them when they come back. */
export function Assurances() {
  const play = usePlay();
  const answered = questionsOf(play.desk).filter((one) => one.yes !== null);
  if (play.role.kind !== 'negotiator' || answered.length === 0) return null;
  return (
    <Fold title={t('question.answered')}>
      <ul className="flex flex-col gap-1 text-sm">
        {answered.map((one) => (
          <li key={one.id}>
            {t('question.answered.line', {
              who: roleName(play, one.faction),
              line: t(one.yes ? 'question.line.yes' : 'question.line.no', {
                what: termName(play, one.issue, one.option),
              }),
            })}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-muted">{t('question.warning')}</p>
    </Fold>
  );
}
