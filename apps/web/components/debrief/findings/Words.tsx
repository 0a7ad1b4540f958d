import type { TableFindings } from '@btt/protocol';
import { DataTable } from '@/components/ui/DataTable';
import { Panel } from '@/components/ui/Panel';
import { signed } from '@/lib/signed';
import { t } from '@/messages';
import { type Names, pointsText } from './names';
import { Promises } from './Promises';
import { Speeches } from './Speeches';

interface Props {
  readonly findings: TableFindings;
  readonly names: Names;
}

/** What was said and to whom, what came out, what was promised, and how the agreement was spoken for. */
export function Words({ findings, names }: Props) {
  const { draws, heard, contradictions } = findings.echoes;
  return (
    <>
      <Panel title={t('words.draws')}>
        <p className="mb-2 max-w-prose text-sm text-muted">{t('words.draws.note')}</p>
        <DataTable
          label={t('words.draws')}
          columns={[
            { key: 'about', name: t('words.about') },
            { key: 'kind', name: t('words.kind') },
            { key: 'round', name: t('deeds.round'), number: true },
            { key: 'odds', name: t('words.odds'), number: true },
            { key: 'came', name: t('words.came') },
            { key: 'factions', name: t('deeds.factions') },
          ]}
          rows={draws.map((one) => ({
            key: one.id,
            cells: [
              one.about ?? t('words.nothing'),
              t(`words.kind.${one.kind}`),
              one.round,
              one.odds,
              `${t(one.hit ? 'words.hit' : 'words.missed')}${one.by === 'host' ? ` (${t('words.byHost')})` : ''}`,
              pointsText(names, one.factions),
            ],
          }))}
          empty={t('words.draws.none')}
        />
      </Panel>
      {heard.length > 0 && (
        <Panel title={t('words.heard')}>
          <DataTable
            label={t('words.heard')}
            columns={[
              { key: 'what', name: t('words.line') },
              { key: 'who', name: t('deeds.who') },
              { key: 'said', name: t('words.said'), number: true },
              { key: 'heard', name: t('words.heardIn'), number: true },
              { key: 'home', name: t('deeds.home'), number: true },
              { key: 'abroad', name: t('deeds.abroad'), number: true },
            ]}
            rows={heard.map((one) => ({
              key: one.happening,
              cells: [
                one.headline,
                names.short(one.role),
                one.said,
                one.heard,
                signed(one.gainedAtHome),
                signed(one.costAbroad),
              ],
            }))}
          />
        </Panel>
      )}
      {contradictions.length > 0 && (
        <Panel title={t('words.contradictions')}>
          <ul className="flex flex-col gap-2 text-sm">
            {contradictions.map((one) => (
              <li key={`${one.side} ${one.topic}`}>
                <p>
                  “{one.first.headline}” ({names.short(one.first.role)}) ≠ “{one.second.headline}” (
                  {names.short(one.second.role)})
                </p>
                <p className="text-muted">
                  {t('words.heardBy', { who: one.heardBy.map(names.short).join(', ') })}{' '}
                  {pointsText(names, one.factions)}
                </p>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Promises findings={findings} names={names} />
      <Speeches speeches={findings.speeches} names={names} />
    </>
  );
}
