'use client';
import { useState } from 'react';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';
import { Fold } from './Fold';
import { questionsOf } from './lists';
import { termName } from './names';
import { Choose, KnownAndRisk, Refused } from './parts';

/** A faction asks its negotiators whether a term can be ruled out, and sees what they have answered. */
export function RuleOut() {
  const play = usePlay();
  const { brief, desk, role } = play;
  const { act, busy, error } = useAct();
  const [what, setWhat] = useState('');
  const [issue, option] = what.split(' ');
  const asked = questionsOf(desk).filter((one) => one.faction === role.id);
  const isAsked = (of: string, id: string) => asked.some((one) => one.issue === of && one.option === id);
  return (
    <Fold title={t('question.title')} level={3}>
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (issue && option) void act({ type: 'ask', issue, option }).then((done) => done && setWhat(''));
        }}
      >
        <p className="text-sm text-muted">{t('question.note')}</p>
        <Choose label={t('question.what')} value={what} onChange={setWhat} none={t('question.choose')}>
          {brief.public.issues.map((one) => (
            <optgroup key={one.id} label={one.name}>
              {one.options
                .filter((choice) => !isAsked(one.id, choice.id))
                .map((choice) => (
                  <option key={choice.id} value={`${one.id} ${choice.id}`}>
                    {choice.short || choice.label}
                  </option>
                ))}
            </optgroup>
          ))}
        </Choose>
        <KnownAndRisk known={t('question.known')} />
        <Button type="submit" disabled={busy || what === ''}>
          {t('question.ask')}
        </Button>
        <Refused reason={error} />
      </form>
      {asked.length > 0 && (
        <ul className="mt-2 text-sm" aria-live="polite">
          {asked.map((one) => (
            <li key={one.id}>
              {t(
                one.yes === null ? 'question.line.open' : one.yes ? 'question.line.yes' : 'question.line.no',
                { what: termName(play, one.issue, one.option) },
              )}
            </li>
          ))}
        </ul>
      )}
    </Fold>
  );
}
