'use client';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';

/** The speech that was given at home, and what its hearers make of it. */
export function Speech() {
  const { desk, role, roles, words } = usePlay();
  const { act, busy, error } = useAct();
  const speech = desk.speeches[role.side ?? ''];
  if (!speech) return null;
  const rated = desk.ratings[role.id];
  return (
    <Panel title={t('speech.by', { name: roles.get(speech.role)?.name ?? '' })}>
      <div className="document">
        {speech.words && (
          <blockquote className="border-s-4 border-brass ps-3">
            {words[speech.words] ?? t('reveal.deleted')}
          </blockquote>
        )}
        <dl>
          {speech.answers.map((one) => (
            <div key={one.criticism} className="mt-2">
              <dt className="italic">“{one.attack}”</dt>
              <dd>{one.reply}</dd>
            </div>
          ))}
        </dl>
        {speech.answers.length === 0 && !speech.words && <p>{t('speech.silent')}</p>}
      </div>
      {role.kind === 'faction' && (
        <div className="mt-3 flex flex-wrap items-center gap-2" role="group" aria-label={t('speech.rate')}>
          <span className="text-sm">{rated === undefined ? t('speech.rate') : t('speech.rated')}</span>
          {([1, 0, -1] as const).map((rating) => (
            <Button
              key={rating}
              disabled={busy || rated !== undefined}
              aria-pressed={rated === rating}
              className={rated === rating ? 'ring-2 ring-brass' : ''}
              onClick={() => void act({ type: 'rate-speech', rating })}
            >
              {t(`speech.rate.${rating}`)}
            </Button>
          ))}
          {error && <p role="alert">{error}</p>}
        </div>
      )}
    </Panel>
  );
}
