import type { Standing, WithoutHelpFinding } from '@btt/protocol';
import { DataTable } from '@/components/ui/DataTable';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import type { Names } from './names';

interface Props {
  readonly found: WithoutHelpFinding;
  readonly names: Names;
}

/** The same agreement voted on again, with everything taken away that one side did for, or to, the factions of another. */
export function WithoutHelp({ found: { withHelp, effectsRemoved, causesRemoved }, names }: Props) {
  const cell = (standing: Standing | null, side: string) => {
    const one = standing?.sides.find((other) => other.side === side);
    if (!one) return '–';
    return (
      <>
        <span className="font-semibold">
          {one.passes ? `✓ ${t('findings.passes')}` : `✕ ${t('findings.fails')}`}
        </span>{' '}
        <span className="text-muted">
          {one.yes} : {one.no}
        </span>
      </>
    );
  };
  return (
    <Panel title={t('withoutHelp.title')}>
      <p className="mb-2 font-serif text-lg">
        {withHelp.passes === effectsRemoved.passes
          ? t(withHelp.passes ? 'withoutHelp.stillYes' : 'withoutHelp.stillNo')
          : t(withHelp.passes ? 'withoutHelp.turned' : 'withoutHelp.spoiled')}
      </p>
      <DataTable
        label={t('withoutHelp.title')}
        columns={[
          { key: 'side', name: t('compare.side') },
          { key: 'with', name: t('withoutHelp.with') },
          { key: 'effects', name: t('withoutHelp.effects', { count: effectsRemoved.effects }) },
          { key: 'causes', name: t('withoutHelp.causes', { count: causesRemoved.causes }) },
        ]}
        rows={withHelp.sides.map(({ side }) => ({
          key: side,
          cells: [
            names.side(side),
            cell(withHelp, side),
            cell(effectsRemoved, side),
            cell(causesRemoved.standing, side),
          ],
        }))}
      />
      <p className="mt-2 max-w-prose text-sm text-muted">
        {t('withoutHelp.note')}
        {causesRemoved.standing === null && ` ${t('withoutHelp.noVote')}`}
      </p>
    </Panel>
  );
}
