'use client';
import { usePlay } from '@/components/play/context';
import { colourOf } from '@/components/board/colours';
import { Clock } from '@/components/ui/Clock';
import { t } from '@/messages';
import { Capital } from './Capital';

/** Where we are, what time it is, what is left to spend. */
export function DeskHeader() {
  const { desk, role, brief } = usePlay();
  const side = brief.public.sides.find((one) => one.id === role.side);
  const rounds = desk.settings?.rounds.length ?? 0;
  const round = desk.settings?.rounds[desk.round - 1];
  return (
    <header className="sticky top-0 z-10 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line bg-sheet px-3 py-2 lg:px-5">
      <div className="min-w-0">
        <p
          className={`truncate text-xs font-semibold uppercase tracking-wide ${colourOf(side?.colour).text}`}
        >
          {side ? side.name : t('desk.neither')} · {t(`role.${role.kind}`)}
        </p>
        <p className="truncate font-serif text-lg font-semibold">{role.name}</p>
      </div>
      <div className="flex items-center gap-4">
        <p className="text-sm text-muted">
          <span className="font-semibold text-ink">{t(`phase.${desk.phase}`)}</span>
          {desk.phase === 'bargaining' && (
            <>
              {' · '}
              {desk.returned > 0
                ? t('round.extra', { round: desk.round })
                : t('round.of', { round: desk.round, rounds })}
              {round && desk.returned === 0 && <span className="hidden xl:inline"> · {round.name}</span>}
            </>
          )}
        </p>
        {(desk.deadline !== null || desk.paused !== null) && (
          <Clock deadline={desk.deadline} paused={desk.paused} className="text-2xl" />
        )}
        {desk.phase === 'bargaining' && <Capital />}
      </div>
    </header>
  );
}
