'use client';
import type { MapEntry, PublicRole } from '@btt/protocol';
import { useAct, usePlay } from '@/components/play/context';
import { Button } from '@/components/ui/Button';
import { signed } from '@/lib/signed';
import { t } from '@/messages';
import { Choose, Refused } from './parts';
import { Slider } from './Slider';

/** What one thinks of a faction; every change is saved as it is made. The press notes only how it will vote. */
export function MapForm({
  faction,
  entry,
}: {
  readonly faction: PublicRole;
  readonly entry: MapEntry | undefined;
}) {
  const { brief, role } = usePlay();
  const { act, error } = useAct();
  const { min, max } = brief.public.scale;
  const note = (change: MapEntry) => act({ type: 'map', about: faction.id, ...change });
  const percent = (value: number) => t('map.percent', { percent: value });
  const whole = role.side !== null;
  return (
    <>
      {whole && (
        <Slider
          label={t('map.stance')}
          value={entry?.stance}
          min={min}
          max={max}
          text={signed}
          onSave={(stance) => note({ stance })}
        />
      )}
      <div role="group" aria-label={`${t('map.vote')}: ${faction.name}`}>
        <p className="mb-1 text-sm">{t('map.vote')}</p>
        <div className="grid grid-cols-3 gap-2">
          {(['yes', 'no', 'abstain'] as const).map((vote) => (
            <Button
              key={vote}
              aria-pressed={entry?.vote === vote}
              className={`min-w-0 px-1 ${entry?.vote === vote ? 'ring-2 ring-brass' : ''}`}
              onClick={() => void note({ vote })}
            >
              {entry?.vote === vote ? '✓ ' : ''}
              {t(`vote.${vote}`)}
            </Button>
          ))}
        </div>
      </div>
      <Slider
        label={t('map.confidence')}
        value={entry?.confidence}
        min={0}
        max={100}
        step={5}
        text={percent}
        onSave={(confidence) => note({ confidence })}
      />
      {whole && (
        <>
          <Slider
            label={t('map.influence')}
            value={entry?.influence}
            min={0}
            max={100}
            step={5}
            text={percent}
            onSave={(influence) => note({ influence })}
          />
          <Choose
            label={t('map.concern')}
            value={entry?.concern ?? ''}
            none={entry?.concern === undefined ? t('map.concern.none') : undefined}
            options={brief.public.issues}
            onChange={(concern) => concern !== '' && void note({ concern })}
          />
        </>
      )}
      <Refused reason={error} />
    </>
  );
}
