import type { Question } from '@btt/protocol';
import { Panel } from '@/components/ui/Panel';
import { Prose } from '@/components/ui/Prose';
import { t } from '@/messages';

/** What to talk about: the scenario's questions, then those that the records of these tables give reason for. */
export function Questions({ questions }: { readonly questions: readonly Question[] }) {
  const own = questions.flatMap((one) => (one.kind === 'scenario' ? [one] : []));
  const chosen = questions.flatMap((one) => (one.kind === 'rule' ? [one] : []));
  return (
    <Panel title={t('discuss.title')}>
      {chosen.length > 0 && (
        <section>
          <h3 className="text-base">{t('discuss.tables')}</h3>
          <ol className="mb-3 list-decimal ps-6 font-serif text-lg">
            {chosen.map(({ rule, table, values }) => (
              <li key={rule} className="my-2 max-w-prose">
                {t(`question.${rule}`, { table, ...spoken(values) })}
              </li>
            ))}
          </ol>
        </section>
      )}
      {own.length > 0 && (
        <section>
          <h3 className="text-base">{t('discuss.scenario')}</h3>
          <ol className="list-decimal ps-6 font-serif text-lg">
            {own.map(({ text }) => (
              <li key={text} className="my-2 max-w-prose">
                <Prose text={text} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </Panel>
  );
}

/** Devices are named by ids of words. */
function spoken({ device, ...values }: Readonly<Record<string, string>>): Record<string, string> {
  return device === undefined ? values : { ...values, device: device.replaceAll('-', ' ') };
}
