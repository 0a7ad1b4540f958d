'use client';
import type { TableStanding } from '@btt/protocol';
import { DataTable } from '@/components/ui/DataTable';
import { Notice } from '@/components/ui/Notice';
import { Panel } from '@/components/ui/Panel';
import { signed } from '@/lib/signed';
import { t } from '@/messages';
import { Fair } from './Fair';
import type { Names } from './names';
import { useComparison } from './useFindings';

/** All tables of the class beside each other: what each came to, and how it got there. */
export function Compared({ names }: { readonly names: Names }) {
  const answer = useComparison();
  if (answer === null) return <p role="status">{t('compare.loading')}</p>;
  if (!answer.ok) return <Notice tone="error">{answer.message}</Notice>;
  const { tables } = answer;
  const sides = tables[0]?.sides.map(({ side }) => side) ?? [];
  return (
    <>
      <Panel title={t('compare.title')}>
        <p className="mb-2 max-w-prose text-sm text-muted">{t('compare.note')}</p>
        <DataTable
          label={t('compare.title')}
          columns={[
            { key: 'table', name: t('compare.table') },
            { key: 'outcome', name: t('compare.outcome') },
            { key: 'joint', name: t('compare.joint'), number: true },
            { key: 'without', name: t('compare.without') },
            { key: 'invited', name: t('compare.invited'), number: true },
          ]}
          rows={tables.map((one) => ({
            key: one.table,
            cells: [
              one.name,
              one.outcome === null ? t('compare.running') : t(`outcome.${one.outcome}`),
              one.joint === null || one.outcome === null ? '–' : Math.round(one.joint),
              withoutText(one),
              one.invited === null ? '–' : `${Math.round(100 * one.invited)} %`,
            ],
          }))}
          empty={t('compare.none')}
        />
      </Panel>
      {tables.length > 0 && <Fair fair={answer.fair} tables={tables} names={names} />}
      {sides.map((side) => (
        <Panel key={side} title={names.side(side)}>
          <DataTable
            label={t('compare.sideOf', { side: names.side(side) })}
            columns={[
              { key: 'table', name: t('compare.table') },
              { key: 'value', name: t('compare.value'), number: true },
              { key: 'margin', name: t('compare.margin'), number: true },
              { key: 'given', name: t('deeds.given'), number: true },
              { key: 'received', name: t('deeds.received'), number: true },
              { key: 'price', name: t('deeds.price'), number: true },
              { key: 'echoes', name: t('compare.echoes'), number: true },
              { key: 'speech', name: t('compare.speech'), number: true },
              { key: 'map', name: t('compare.map'), number: true },
            ]}
            rows={tables.map((one) => ({ key: one.table, cells: sideCells(one, side) }))}
          />
        </Panel>
      ))}
    </>
  );
}

function withoutText({ withoutHelp }: TableStanding): string {
  return withoutHelp === null ? '–' : t(withoutHelp ? 'compare.still' : 'compare.refused');
}

function sideCells(one: TableStanding, side: string): (string | number)[] {
  const found = one.sides.find((other) => other.side === side);
  if (!found) return [one.name];
  const { value, margin, given, received, price, echoes, speech, map } = found;
  return [
    one.name,
    value === null || one.outcome === null ? '–' : Math.round(value),
    margin === null ? '–' : signed(margin),
    signed(given),
    signed(received),
    signed(price),
    echoes,
    speech ? `${speech.answered} / ${speech.held}` : '–',
    map ? `${signed(Math.round(map.signed * 10) / 10)} (${Math.round(map.absolute * 10) / 10})` : '–',
  ];
}
