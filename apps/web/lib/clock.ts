'use client';
import { useEffect, useState } from 'react';
import { useLive } from './live';

/** Milliseconds on the server's clock, renewed every second. 0 before the page has come alive. */
export function useNow(): number {
  const offset = useLive((state) => state.clockOffset);
  const [now, setNow] = useState(0);
  useEffect(() => {
    const tick = () => setNow(Date.now() + offset);
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [offset]);
  return now;
}

/** "7:05" for what is left; never below zero. */
export function minutesAndSeconds(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
