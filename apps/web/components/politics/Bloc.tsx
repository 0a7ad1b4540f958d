'use client';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';
import { Fold } from './Fold';
import { roleName, roleNames } from './names';
import { KnownAndRisk, Refused } from './parts';

/** Coalitions that could stop an agreement together: who is ready, and a button to join or leave. */
export function Bloc() {
  const play = usePlay();
  const { own, desk, role } = play;
  const { act, busy, error } = useAct();
  return own.politics.blocs.map(({ id, factions }) => {
    const seen = desk.politics.blocs[id];
    const members = seen?.members ?? [];
    const inside = members.includes(role.id);
    return (
      <Fold
        key={id}
        title={t('bloc.title')}
        level={3}
        aside={members.length > 0 ? t(seen?.stands ? 'bloc.stands' : 'bloc.forming') : undefined}
      >
        <p className="text-sm">{t('bloc.of', { who: roleNames(play, factions) })}</p>
        <ul className="my-1 text-sm" aria-live="polite">
          {factions.map((faction) => (
            <li key={faction}>
              <span aria-hidden="true">{members.includes(faction) ? '■ ' : '□ '}</span>
              {t(members.includes(faction) ? 'bloc.member' : 'bloc.notMember', {
                who: roleName(play, faction),
              })}
            </li>
          ))}
        </ul>
        <KnownAndRisk known={t('bloc.known')} risk={t('bloc.risk')} />
        <Button
          className="mt-2"
          look={inside ? 'plain' : 'strong'}
          disabled={busy || desk.phase !== 'bargaining' || desk.paused !== null}
          onClick={() => void act({ type: inside ? 'leave-bloc' : 'join-bloc', bloc: id })}
        >
          {inside ? t('bloc.leave') : t('bloc.join')}
        </Button>
        <Refused reason={error} />
      </Fold>
    );
  });
}
