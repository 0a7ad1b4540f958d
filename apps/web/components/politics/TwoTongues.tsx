'use client';
import { usePlay } from '@/components/play/context';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import { twoTongues } from './lists';
import { sideName } from './names';

/** Contradictions that this seat has found out, with both headlines. */
export function TwoTongues() {
  const play = usePlay();
  const found = twoTongues(play.desk);
  if (found.length === 0) return null;
  return (
    <Panel title={t('tongues.title')} className="border-s-4 border-s-brass">
      <ul className="flex flex-col gap-3 text-sm" aria-live="polite">
        {found.map((one) => (
          <li key={one.id}>
            <p className="font-semibold">
              {one.side === play.role.side
                ? t('tongues.own')
                : t('tongues.other', { side: sideName(play, one.side) })}
            </p>
            <p className="font-serif">“{one.first}”</p>
            <p className="font-serif">“{one.second}”</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
