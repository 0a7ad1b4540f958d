import type { PublicScenario, TableStanding } from '@btt/protocol';
import { DataTable } from '@/components/ui/DataTable';
import { Panel } from '@/components/ui/Panel';
import { signed } from '@/lib/signed';
import { t } from '@/messages';

/** The tables beside each other, in what can be read out. */
export function Standings({
  tables,
  scenario,
}: {
  readonly tables: readonly TableStanding[];
  readonly scenario: PublicScenario;
}) {
  return (
    <Panel title={t('compare.title')}>
      <p className="mb-2 max-w-prose text-sm text-muted">{t('compared.note')}</p>
      <DataTable
        label={t('compare.title')}
        columns={[
          { key: 'table', name: t('compare.table') },
          { key: 'outcome', name: t('compare.outcome') },
          { key: 'joint', name: t('compare.joint'), number: true },
          ...scenario.sides.flatMap((side) => [
            { key: `${side.id}-margin`, name: `${side.name}: ${t('compare.margin')}`, number: true },
            { key: `${side.id}-given`, name: `${side.name}: ${t('deeds.given')}`, number: true },
          ]),
          { key: 'without', name: t('compare.without') },
        ]}
        rows={tables.map((one) => ({
          key: one.table,
          cells: [
            one.name,
            one.outcome === null ? t('compare.running') : t(`outcome.${one.outcome}`),
            one.joint === null ? '–' : Math.round(one.joint),
            ...scenario.sides.flatMap(({ id }) => {
              const side = one.sides.find((found) => found.side === id);
              return [side?.margin == null ? '–' : signed(side.margin), side ? signed(side.given) : '–'];
            }),
            one.withoutHelp === null ? '–' : t(one.withoutHelp ? 'compare.still' : 'compare.refused'),
          ],
        }))}
        empty={t('compare.none')}
      />
    </Panel>
  );
}
