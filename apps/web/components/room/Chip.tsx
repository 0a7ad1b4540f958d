'use client';
import { useLive } from '@/lib/live';
import { t } from '@/messages';
import { useOpenPerson } from './PersonDialog';
import type { Drag } from './useDrag';

/** A person on the plan: dragged by mouse, opened by touch or keyboard. */
export function Chip({ person, drag }: { readonly person: string; readonly drag: Drag }) {
  const name = useLive((state) => state.words[person]) ?? t('reveal.deleted');
  const online = useLive((state) => state.online.includes(person));
  const open = useOpenPerson();
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-label={t(online ? 'seating.chip.online' : 'seating.chip.offline', { name })}
      onPointerDown={drag.start(person)}
      onClick={() => open(person)}
      className={`inline-flex min-h-9 max-w-full cursor-grab select-none items-center gap-1 rounded-full border px-3 text-sm font-semibold ${drag.dragged === person ? 'border-dashed opacity-60' : 'border-line-strong'} bg-paper`}
    >
      <span aria-hidden="true" className={online ? 'text-green' : 'text-muted'}>
        {online ? '●' : '○'}
      </span>
      <span className="truncate">{name}</span>
    </button>
  );
}
