'use client';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';

/** Statements heard this round that the faction has not answered yet. */
export function Reactions() {
  const { desk, role, roles } = usePlay();
  const { act, busy, error } = useAct();
  const open = desk.moves.filter(
    (made) =>
      made.kind === 'statement' &&
      made.round === desk.round &&
      made.role !== role.id &&
      desk.reactions[made.id]?.[role.id] === undefined,
  );
  if (open.length === 0) return null;
  return (
    <section className="mb-2">
      <h3 className="font-semibold">{t('react.title')}</h3>
      <ul className="flex flex-col gap-2">
        {open.map((made) => (
          <li key={made.id} className="border-s-4 border-line ps-3">
            <p className="font-serif text-sm">
              {roles.get(made.role)?.name}: {made.headline}
            </p>
            <div className="mt-1 flex flex-wrap gap-2">
              {(['inflamed', 'unmoved', 'reassured'] as const).map((reaction) => (
                <Button
                  key={reaction}
                  disabled={busy}
                  onClick={() => void act({ type: 'react', to: made.id, reaction })}
                >
                  {t(`react.${reaction}`)}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {error && <p role="alert">{error}</p>}
    </section>
  );
}
