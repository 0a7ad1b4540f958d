'use client';
import { Button } from '@/components/ui/Button';
import type { Replay } from '@/lib/replay';
import { t } from '@/messages';
import { type Playback, SPEEDS } from './usePlayback';
import { timeOfDay } from './time';

/** Play, pause, speed, scrub; steps between marked moments, backwards as fast as forwards. */
export function Controls({ replay, playback }: { readonly replay: Replay; readonly playback: Playback }) {
  const { position, playing, speed } = playback;
  const before = [...replay.marks].reverse().find((mark) => mark.position < position);
  const after = replay.marks.find((mark) => mark.position > position);
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <Button
        aria-label={t('replay.back')}
        onClick={() => playback.go(before?.position ?? 0)}
        disabled={position === 0}
      >
        <span aria-hidden="true">◀◀</span>
      </Button>
      <Button look="strong" className="min-w-24" onClick={playback.toggle}>
        {playing ? t('replay.pause') : t('replay.play')}
      </Button>
      <Button
        aria-label={t('replay.next')}
        onClick={() => playback.go(after?.position ?? replay.length)}
        disabled={position === replay.length}
      >
        <span aria-hidden="true">▶▶</span>
      </Button>
      <label className="flex items-center gap-2 text-sm">
        {t('replay.speed')}
        <select
          value={speed}
          onChange={(event) =>
            playback.setSpeed(SPEEDS.find((one) => String(one) === event.target.value) ?? 16)
          }
          className="min-h-11 rounded-md border border-line-strong bg-sheet px-2 text-base"
        >
          {SPEEDS.map((one) => (
            <option key={one} value={one}>
              {one} ×
            </option>
          ))}
        </select>
      </label>
      <input
        type="range"
        aria-label={t('replay.scrub')}
        aria-valuetext={t('replay.at', {
          position,
          length: replay.length,
          time: timeOfDay(replay.timeAt(position)),
        })}
        min={0}
        max={replay.length}
        value={position}
        onChange={(event) => playback.go(Number(event.target.value))}
        className="h-11 min-w-40 flex-1 accent-ink"
      />
      <span className="w-full text-sm text-muted sm:w-auto">
        {t('replay.at', { position, length: replay.length, time: timeOfDay(replay.timeAt(position)) })}
      </span>
    </div>
  );
}
