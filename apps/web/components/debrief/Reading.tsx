import type { PublicScenario, RefereeLine } from '@btt/protocol';
import { colourOf } from '@/components/board/colours';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import { locale } from '@/messages/language';

/** The referee at this moment: what home would say to the draft, and how much could be ratified at all. */
export function Reading({
  line,
  scenario,
}: {
  readonly line: RefereeLine;
  readonly scenario: PublicScenario;
}) {
  return (
    <Panel title={t('reading.title')} aside={line.complete ? undefined : t('reading.incomplete')}>
      <dl className="flex flex-col gap-3">
        {line.sides.map((count) => {
          const side = scenario.sides.find((one) => one.id === count.side);
          return (
            <div key={count.side}>
              <dt className={`font-semibold ${colourOf(side?.colour).text}`}>{side?.name ?? count.side}</dt>
              <dd className="text-sm">
                <p className="font-serif">{count.sentence}</p>
                {count.winSet !== null && (
                  <p className="text-muted">
                    {t('reading.winSet', {
                      count: thousands(count.winSet),
                      deals: thousands(line.deals),
                      share: share(count.winSet, line.deals),
                    })}
                  </p>
                )}
              </dd>
            </div>
          );
        })}
        {line.counting !== undefined && (
          <div>
            <dt className="font-semibold text-brass">{t('reading.joint')}</dt>
            <dd className="text-sm text-muted">
              {t('reading.counting', { share: `${Math.floor(100 * line.counting)} %` })}
            </dd>
          </div>
        )}
        {line.jointWinSet !== null && (
          <div>
            <dt className="font-semibold text-brass">{t('reading.joint')}</dt>
            <dd className="text-sm">
              {t('reading.jointCount', {
                count: thousands(line.jointWinSet),
                share: share(line.jointWinSet, line.deals),
              })}
            </dd>
          </div>
        )}
      </dl>
    </Panel>
  );
}

export function thousands(count: number): string {
  return count.toLocaleString(locale());
}

export function share(count: number, of: number): string {
  const percent = of === 0 ? 0 : (100 * count) / of;
  if (percent === 0) return '0 %';
  const digits =
    percent < 0.1 ? { maximumSignificantDigits: 1 } : { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return `${percent.toLocaleString(locale(), digits)} %`;
}
