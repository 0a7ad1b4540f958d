import type { OwnBrief, ScenarioSheet } from '@btt/protocol';
import { Prose } from '@/components/ui/Prose';
import { t } from '@/messages';

/** What everybody at the table may read: the story, the people, the rounds, the issues. */
export function Common({ sheet, own }: { readonly sheet: ScenarioSheet; readonly own: OwnBrief }) {
  const { sides, roles, table, issues, summary } = sheet.public;
  const rooms = own.channels.filter(
    (channel) => channel.kind === 'back-channel' || channel.kind === 'direct',
  );
  return (
    <div className="flex flex-col gap-3">
      <Prose text={summary} />
      <div>
        <h4 className="font-semibold">{t('packets.people')}</h4>
        {[...sides.map((side) => side.id), null].map((id) => {
          const members = roles.filter((role) => role.side === id);
          if (members.length === 0) return null;
          return (
            <p key={id ?? ''} className="text-sm">
              <span className="font-semibold">
                {sides.find((side) => side.id === id)?.name ?? t('scenario.noSide')}:{' '}
              </span>
              {members
                .map((role) => (role.weight === null ? role.name : `${role.name} (${role.weight})`))
                .join('; ')}
            </p>
          );
        })}
      </div>
      {rooms.length > 0 && (
        <div>
          <h4 className="font-semibold">{t('packets.channels')}</h4>
          <p className="text-sm">{rooms.map((room) => room.name).join('; ')}</p>
        </div>
      )}
      <div>
        <h4 className="font-semibold">{t('packets.rounds')}</h4>
        <ol className="list-decimal ps-5 text-sm">
          {table.rounds.map((round) => (
            <li key={round.name}>
              {t('packets.round', {
                name: [round.name, round.date].filter((text) => text !== '').join(', '),
                minutes: round.minutes,
              })}
            </li>
          ))}
        </ol>
      </div>
      <div>
        <h4 className="font-semibold">{t('packets.issues')}</h4>
        <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2 print:grid-cols-2">
          {issues.map((issue) => (
            <div key={issue.id}>
              <dt className="font-serif font-semibold">{issue.name}</dt>
              {issue.question !== '' && <dd className="text-muted">{issue.question}</dd>}
              <dd>
                <ul className="list-disc ps-5">
                  {issue.options.map((option) => (
                    <li key={option.id}>{option.label}</li>
                  ))}
                </ul>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
