'use client';
import type { Desk, PublicScenario, SeatCommand } from '@btt/protocol';
import { useState } from 'react';
import { colourOf } from '@/components/board/colours';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { useClient, useLive } from '@/lib/live';
import { t } from '@/messages';
import { judgementOf } from './lists';
import { Refused } from './parts';

interface Props {
  readonly scenario: PublicScenario;
  /** The table at its end, as the record tells it. */
  readonly end: Desk;
}

/** The class votes on legitimacy: which of the moves made would one defend in public? The host sees how the answers add up. */
export function Judge({ scenario, end }: Props) {
  const client = useClient();
  const me = useLive((state) => state.welcome?.me);
  const live = useLive((state) => state.tables[end.table]?.desk);
  const [error, setError] = useState<string | null>(null);
  const [sent, setSent] = useState<Readonly<Record<string, boolean>>>({});
  const person = me?.kind === 'person' && me.seat?.table === end.table ? me.person : null;
  const mine = (id: string) =>
    person === null ? undefined : (live?.politics.judgements[id]?.[person] ?? sent[id]);
  const answered = end.moves.filter((made) => mine(made.id) !== undefined).length;

  async function judge(happening: string, defend: boolean): Promise<void> {
    const command: SeatCommand = { type: 'judge', happening, defend };
    setError(null);
    setSent({ ...sent, [happening]: defend });
    const answer = await client?.seat(end.table, command);
    if (!answer || answer.ok || answer.code === 'nothing-to-do') return;
    setError(answer.message);
    setSent(({ [happening]: _undone, ...others }) => others);
  }

  return (
    <Panel
      className="mx-auto w-full max-w-4xl"
      title={t('judge.title')}
      aside={person === null ? undefined : t('judge.done', { count: answered, all: end.moves.length })}
    >
      <p className="mb-3 text-sm text-muted">{person === null ? t('judge.noSeat') : t('judge.note')}</p>
      {end.moves.length === 0 && <p>{t('judge.none')}</p>}
      <ol className="divide-y divide-line border-y border-line">
        {end.moves.map((made) => {
          const role = scenario.roles.find((one) => one.id === made.role);
          const side = scenario.sides.find((one) => one.id === made.side);
          const total = judgementOf(live ?? end, made.id);
          return (
            <li key={made.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
              <div className="min-w-0 flex-1 basis-64">
                <p className={`text-xs font-semibold ${colourOf(side?.colour).text}`}>
                  {role?.name}
                  {made.audience !== 'everyone' && ` · ${t('judge.secret')}`}
                </p>
                <p className="font-serif">{made.headline}</p>
              </div>
              {person === null ? (
                <p className="text-sm">{t('judge.count', { yes: total.defend, no: total.not })}</p>
              ) : (
                <div className="flex gap-2" role="group" aria-label={t('judge.of', { what: made.headline })}>
                  {[true, false].map((defend) => (
                    <Button
                      key={String(defend)}
                      aria-pressed={mine(made.id) === defend}
                      className={`min-w-20 ${mine(made.id) === defend ? 'ring-2 ring-brass' : ''}`}
                      onClick={() => void judge(made.id, defend)}
                    >
                      {mine(made.id) === defend ? '✓ ' : ''}
                      {defend ? t('judge.yes') : t('judge.no')}
                    </Button>
                  ))}
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <Refused reason={error} />
    </Panel>
  );
}
