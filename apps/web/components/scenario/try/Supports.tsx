import type { PublicScenario, Trial } from '@btt/protocol';
import { colourOf } from '@/components/board/colours';
import { Panel } from '@/components/ui/Panel';
import { signed } from '@/lib/signed';
import { t } from '@/messages';
import type { Names } from '../names';

interface Props {
  readonly scenario: Pick<PublicScenario, 'sides' | 'roles'>;
  readonly now: Trial;
  /** The same without any measure. */
  readonly alone: Trial | null;
  readonly names: Names;
}

const SIGNS = { yes: '＋', no: '−', abstain: '○' } as const;

/** Every faction's support and vote, and what the measures have changed. */
export function Supports({ scenario, now, alone, names }: Props) {
  const { sides, roles } = scenario;
  const factions = roles.filter((role) => now.line.supports[role.id] !== undefined);
  return (
    <Panel title={t('try.support')}>
      <table className="w-full text-sm break-words">
        <thead>
          <tr>
            <th scope="col" className="py-1 pe-2 text-start font-normal">
              {t('try.faction')}
            </th>
            <th scope="col" className="hidden px-2 py-1 text-end font-normal sm:table-cell">
              {t('scenario.weight')}
            </th>
            <th scope="col" className="px-1 py-1 text-end font-normal sm:px-2">
              {t('try.supportOf')}
            </th>
            <th scope="col" className="px-1 py-1 text-end font-normal sm:px-2">
              {t('try.change')}
            </th>
            <th scope="col" className="py-1 ps-1 text-start sm:ps-2 font-normal">
              {t('try.vote')}
            </th>
          </tr>
        </thead>
        {sides.map((side) => (
          <tbody key={side.id}>
            {factions
              .filter((role) => role.side === side.id)
              .map((role, at) => {
                const support = now.line.supports[role.id] ?? 0;
                const before = alone?.line.supports[role.id] ?? support;
                const vote = now.line.votes[role.id] ?? 'abstain';
                return (
                  <tr
                    key={role.id}
                    className={
                      at === 0
                        ? `border-t-2 ${colourOf(names.colour(side.id)).border}`
                        : 'border-t border-line'
                    }
                  >
                    <th scope="row" className="py-1.5 pe-2 text-start font-normal" title={role.name}>
                      {role.short}
                    </th>
                    <td className="hidden px-2 text-end sm:table-cell">{role.weight}</td>
                    <td className="px-1 text-end font-semibold">{signed(support)}</td>
                    <td className="px-1 text-end text-muted">
                      {support === before ? '' : signed(support - before)}
                    </td>
                    <td className="ps-1 whitespace-nowrap sm:ps-2">
                      <span aria-hidden="true">{SIGNS[vote]} </span>
                      {t(`vote.${vote}`)}
                    </td>
                  </tr>
                );
              })}
          </tbody>
        ))}
      </table>
    </Panel>
  );
}
