'use client';
import type { SeatingWay } from '@btt/protocol';
import { useState } from 'react';
import type { Host } from '@/components/console/useHost';
import { Button } from '@/components/ui/Button';
import { useLive } from '@/lib/live';
import { t } from '@/messages';

const WAYS: readonly SeatingWay[] = ['balanced', 'random', 'groups'];

/** One button that seats everybody; folded below it, how. */
export function HowToSeat({ host, unseated }: { readonly host: Host; readonly unseated: number }) {
  const seatedBy = useLive((state) => state.session.seatedBy);
  const [way, setWay] = useState<SeatingWay>('balanced');
  const [anew, setAnew] = useState(false);
  const [late, setLate] = useState(true);
  return (
    <div className="flex flex-col gap-2">
      <Button
        look={unseated > 0 ? 'strong' : 'plain'}
        className="w-full"
        disabled={(unseated === 0 && !anew) || host.busy}
        onClick={() =>
          void host.session({ type: 'seat-everyone', way, anew, late }).then((done) => done && setAnew(false))
        }
      >
        {t('people.seatAll')}
      </Button>
      <details className="text-sm">
        <summary className="min-h-8">{t('how.title')}</summary>
        <fieldset className="mt-1 flex flex-col">
          <legend className="sr-only">{t('how.way')}</legend>
          {WAYS.map((one) => (
            <label key={one} className="flex min-h-9 items-center gap-2">
              <input
                type="radio"
                name="way-of-seating"
                className="size-5 shrink-0"
                checked={way === one}
                onChange={() => setWay(one)}
              />
              {t(`how.${one}`)}
            </label>
          ))}
        </fieldset>
        <Check label={t('how.anew')} checked={anew} onChange={setAnew} />
        <Check label={t('how.late')} checked={late} onChange={setLate} />
        {seatedBy?.way === 'random' && seatedBy.seed !== null && (
          <p className="text-muted">{t('how.seed', { seed: seatedBy.seed })}</p>
        )}
      </details>
    </div>
  );
}

function Check({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className="flex min-h-9 items-center gap-2">
      <input
        type="checkbox"
        className="size-5 shrink-0"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
