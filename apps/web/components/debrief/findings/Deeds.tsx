import type { TableFindings } from '@btt/protocol';
import { colourOf } from '@/components/board/colours';
import { DataTable } from '@/components/ui/DataTable';
import { Panel } from '@/components/ui/Panel';
import { signed } from '@/lib/signed';
import { t } from '@/messages';
import { type Names, pointsText } from './names';

interface Props {
  readonly findings: TableFindings;
  readonly names: Names;
}

/** Who helped and hurt whom, what that cost at home, and what was frozen, pressed and provoked. */
export function Deeds({ findings, names }: Props) {
  const { help, provocations, frozen, legitimacy } = findings;
  const judged = legitimacy.filter((one) => one.share !== null);
  return (
    <>
      <Panel title={t('deeds.sides')}>
        <DataTable
          label={t('deeds.sides')}
          columns={[
            { key: 'side', name: t('compare.side') },
            { key: 'given', name: t('deeds.given'), number: true },
            { key: 'received', name: t('deeds.received'), number: true },
            { key: 'hurt', name: t('deeds.hurtGiven'), number: true },
            { key: 'price', name: t('deeds.price'), number: true },
          ]}
          rows={help.sides.map((one) => ({
            key: one.side,
            cells: [
              names.side(one.side),
              signed(one.given),
              signed(one.received),
              signed(one.hurtGiven),
              signed(one.price),
            ],
          }))}
        />
        {help.invitable.made > 0 && (
          <p className="mt-2 text-sm">
            {t('deeds.invited', { made: help.invitable.made, invited: help.invitable.invited })}
          </p>
        )}
      </Panel>
      <Panel title={t('deeds.title')}>
        <DataTable
          label={t('deeds.title')}
          columns={[
            { key: 'what', name: t('deeds.what') },
            { key: 'who', name: t('deeds.who') },
            { key: 'round', name: t('deeds.round'), number: true },
            { key: 'home', name: t('deeds.home'), number: true },
            { key: 'abroad', name: t('deeds.abroad'), number: true },
            { key: 'factions', name: t('deeds.factions') },
          ]}
          rows={help.deeds.map((deed) => ({
            key: deed.happening,
            cells: [
              <>
                {deed.headline ?? t('deeds.unnamed')}
                {deed.invited !== null && (
                  <span className="block font-normal text-muted">
                    {deed.invited ? t('deeds.wasInvited') : t('deeds.uninvited')}
                  </span>
                )}
                {deed.againstIntention && (
                  <span className="block font-normal text-oxblood">{t('deeds.backfired')}</span>
                )}
              </>,
              whoDid(names, deed),
              deed.round,
              signed(deed.home.gained + deed.home.lost),
              signed(deed.abroad.gained + deed.abroad.lost),
              pointsText(names, deed.factions),
            ],
          }))}
          empty={t('deeds.none')}
        />
      </Panel>
      {provocations.length > 0 && (
        <Panel title={t('deeds.provocations')}>
          <ul className="flex flex-col gap-3">
            {provocations.map((one) => (
              <li key={one.happening}>
                <p className="font-serif font-semibold">{one.headline}</p>
                <p className="text-sm text-muted">
                  {names.short(one.role)} · {t('deeds.inRound', { round: one.round })}
                  {one.secrets.map((secret) => ` · ${secret.label}`).join('')}
                </p>
                <ul className="ms-4 list-disc ps-2 text-sm">
                  {one.answers.map((answer) => (
                    <li key={answer.happening}>
                      {answer.headline} ({names.short(answer.role)})
                      {answer.inquiry ? '' : `: ${answerText(answer)}`}
                    </li>
                  ))}
                  {one.unanswered.map((side) => (
                    <li key={side}>{t('deeds.unanswered', { side: names.side(side) })}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {frozen.presses.length + frozen.suspicion.length > 0 && (
        <Panel title={t('deeds.frozen')}>
          <ul className="list-disc ps-5 text-sm">
            {frozen.presses.map((one) => (
              <li key={`${one.obligation} ${one.round} ${one.issue} ${one.option}`}>
                {t('deeds.pressed', {
                  by: names.side(one.by),
                  side: names.side(one.side),
                  option: names.option(one.issue, one.option),
                  round: one.round,
                  points: signed(one.points),
                })}
              </li>
            ))}
            {frozen.suspicion.map((one) => (
              <li key={one.trigger}>
                {t('deeds.suspicion', { headline: one.headline, points: signed(one.points) })}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {judged.length > 0 && (
        <Panel title={t('deeds.legitimacy')}>
          <DataTable
            label={t('deeds.legitimacy')}
            columns={[
              { key: 'what', name: t('deeds.what') },
              { key: 'who', name: t('deeds.who') },
              { key: 'yes', name: t('deeds.defend'), number: true },
              { key: 'exposed', name: t('deeds.cameOut') },
            ]}
            rows={judged.map((one) => ({
              key: one.happening,
              cells: [
                one.headline,
                names.short(one.role),
                t('deeds.votes', { yes: one.yes, all: one.yes + one.no }),
                one.exposed ? t('deeds.exposed') : '',
              ],
            }))}
          />
        </Panel>
      )}
    </>
  );
}

type ProvocationAnswer = TableFindings['provocations'][number]['answers'][number];

function answerText({ right, knew, abroad, home }: ProvocationAnswer): string {
  const judged = right === null ? '' : ` ${t(right ? 'deeds.answerRight' : 'deeds.answerWrong')}`;
  return `${t('deeds.answerPoints', { abroad: signed(abroad), home: signed(home) })}${knew ? ` ${t('deeds.answerKnew')}` : ''}${judged}`;
}

function whoDid(names: Names, { side, role }: TableFindings['help']['deeds'][number]) {
  return (
    <span className={colourOf(names.colour(side)).text}>
      {role === null ? names.side(side) : names.short(role)}
    </span>
  );
}
