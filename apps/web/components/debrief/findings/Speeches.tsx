import type { SpeechFinding } from '@btt/protocol';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import { type Names, pointsText } from './names';

interface Props {
  readonly speeches: readonly SpeechFinding[];
  readonly names: Names;
}

/** Each acceptance speech, held against what its hearers truly had in mind. */
export function Speeches({ speeches, names }: Props) {
  if (speeches.length === 0) return null;
  return (
    <Panel title={t('speeches.title')}>
      <div className="grid gap-6 lg:grid-cols-2">
        {speeches.map((one, at) => (
          <section key={`${one.role} ${at}`}>
            <h3 className="text-base">
              {names.role(one.role)} · {names.side(one.side)}
            </h3>
            <p className="font-serif">
              {t('speeches.anticipated', {
                anticipated: one.anticipated,
                held: one.held,
                truly: one.answeredTruly,
              })}
              {one.draft &&
                ` ${t('speeches.draft', { role: names.role(one.draft.role), foreseen: one.draft.foreseen.length, attacks: one.draft.attacks.length })}`}
            </p>
            <ul className="mt-2 divide-y divide-line border-y border-line text-sm">
              {one.answers.map((answer) => (
                <li key={answer.criticism} className="py-1.5">
                  <p className="font-serif">“{answer.attack}”</p>
                  <p>
                    {answer.true ? '✓' : '✕'} {t(answer.true ? 'speeches.true' : 'speeches.untrue')}{' '}
                    <span className="text-muted">
                      {answer.heldBy.length === 0
                        ? t('speeches.decoy')
                        : t('speeches.heldBy', { who: answer.heldBy.map(names.short).join(', ') })}
                    </span>
                  </p>
                </li>
              ))}
              {one.missed.map((missed) => (
                <li key={missed.criticism} className="py-1.5">
                  <p className="font-serif">“{missed.attack}”</p>
                  <p className="text-oxblood">
                    ○ {t('speeches.missed', { who: missed.heldBy.map(names.short).join(', ') })}
                  </p>
                </li>
              ))}
            </ul>
            <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 text-sm">
              {(['answers', 'foreseen', 'ratings'] as const).map((part) => {
                const text = pointsText(names, one.points[part]);
                return text === '' ? null : (
                  <div key={part} className="contents">
                    <dt className="text-muted">{t(`speeches.by.${part}`)}</dt>
                    <dd>{text}</dd>
                  </div>
                );
              })}
            </dl>
          </section>
        ))}
      </div>
    </Panel>
  );
}
