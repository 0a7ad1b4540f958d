import type { TableFindings } from '@btt/protocol';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import type { Names } from './names';

interface Props {
  readonly findings: TableFindings;
  readonly names: Names;
}

const SIGN = { kept: '✓', broken: '✕', open: '○', standing: '○' } as const;

/** Plans, orders, assurances, consent asked for, and who stood together: with what became of each. */
export function Promises({ findings: { promises, coalitions }, names }: Props) {
  const { plans, obligations, assurances, consents } = promises;
  const lists = [
    {
      title: t('promises.plans'),
      items: plans.flatMap((plan) =>
        plan.promises.map((promise, at) => ({
          key: `${plan.id} ${at}`,
          text: `${names.side(promise.side)}: ${names.promise(promise)}`,
          state:
            plan.state === 'signed'
              ? `${SIGN[promise.state]} ${t(`plan.${promise.state}`)}${promise.by === null ? '' : `: ${promise.by}`}`
              : t(`promises.${plan.state}`),
        })),
      ),
    },
    {
      title: t('promises.obligations'),
      items: obligations.map((one, at) => ({
        key: `${one.obligation} ${at}`,
        text: `${names.side(one.side)}: ${one.text}`,
        state: `${SIGN[one.state]} ${t(`promises.${one.state}`)}${one.brokenBy ? `: ${one.brokenBy.headline} (${names.short(one.brokenBy.role)})` : ''}`,
      })),
    },
    {
      title: t('promises.assurances'),
      items: assurances.map((one) => ({
        key: `${one.faction} ${one.issue} ${one.option}`,
        text: `${names.short(one.faction)}: ${names.option(one.issue, one.option)}`,
        state:
          one.ruledOut === null
            ? t('promises.unanswered')
            : one.broken
              ? `✕ ${t('promises.broken')}`
              : t(one.ruledOut ? 'promises.ruledOut' : 'promises.notRuledOut'),
      })),
    },
    {
      title: t('promises.consents'),
      items: consents.map((one, at) => ({
        key: `${one.headline} ${at}`,
        text: `${names.short(one.role)}: ${one.headline}`,
        state: t('promises.consent', {
          yes: one.yes.length,
          no: one.no.length,
          made: one.made === null ? t('promises.never') : t('deeds.inRound', { round: one.made }),
        }),
      })),
    },
    {
      title: t('promises.blocs'),
      items: coalitions.blocs
        .filter((one) => one.formed.length > 0)
        .map((one) => ({
          key: one.bloc,
          text: one.factions.map(names.short).join(' + '),
          state:
            one.broken.length === 0
              ? t('promises.stood')
              : one.broken
                  .map(({ by, round, after }) =>
                    t(after === null ? 'promises.left' : 'promises.leftAfter', {
                      by: names.short(by),
                      round,
                      after: after ?? '',
                    }),
                  )
                  .join(' '),
        })),
    },
    {
      title: t('promises.across'),
      items: coalitions.across.map((one) => ({
        key: `${one.by} ${one.round} ${one.invitation}`,
        text: `${names.short(one.by)}: ${one.invitation}`,
        state: one.answer
          ? `✓ ${names.short(one.answer.by)}: ${one.answer.headline}`
          : t('promises.unanswered'),
      })),
    },
  ].filter(({ items }) => items.length > 0);
  return (
    <Panel title={t('promises.title')}>
      {lists.length === 0 && <p className="text-sm text-muted">{t('promises.none')}</p>}
      <div className="grid gap-4 lg:grid-cols-2">
        {lists.map(({ title, items }) => (
          <section key={title}>
            <h3 className="mb-1 text-base">{title}</h3>
            <ul className="divide-y divide-line border-y border-line text-sm">
              {items.map(({ key, text, state }) => (
                <li key={key} className="flex flex-wrap justify-between gap-x-4 py-1.5">
                  <span className="min-w-0 flex-1 basis-48 font-serif">{text}</span>
                  <span className="text-muted">{state}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  );
}
