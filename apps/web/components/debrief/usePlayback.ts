'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Replay } from '@/lib/replay';

export const SPEEDS = [1, 4, 16, 60] as const;
export type Speed = (typeof SPEEDS)[number];

/** No wait between two events is longer than this, in milliseconds: silence is skipped. */
const LONGEST_WAIT = 2_500;
const SHORTEST_WAIT = 40;

export interface Playback {
  readonly position: number;
  readonly playing: boolean;
  readonly speed: Speed;
  go(position: number): void;
  toggle(): void;
  setSpeed(speed: Speed): void;
}

/** Walks through a replay as time went, so many times faster. */
export function usePlayback(replay: Replay): Playback {
  const [position, setPosition] = useState(replay.length);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(16);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => {
    if (!playing) return;
    if (position >= replay.length) {
      setPlaying(false);
      return;
    }
    const gap = (replay.timeAt(position + 1) - replay.timeAt(position)) / speed;
    timer.current = setTimeout(
      () => setPosition(position + 1),
      Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, gap)),
    );
    return () => clearTimeout(timer.current);
  }, [playing, position, replay, speed]);

  const go = useCallback(
    (to: number) => setPosition(Math.max(0, Math.min(replay.length, Math.round(to)))),
    [replay],
  );

  return {
    position,
    playing,
    speed,
    setSpeed,
    go,
    toggle() {
      if (!playing && position >= replay.length) setPosition(0);
      setPlaying(!playing);
    },
  };
}
