'use client';
import { useEffect, useState } from 'react';

/** Whether another tab of this browser shows the same: a tab calls when it opens, and those that are there answer. */
export function useOtherTabs(name: string): boolean {
  const [others, setOthers] = useState(false);
  useEffect(() => {
    const key = `behind-the-table.tab.${name}`;
    // What one tab writes, the others are told. The moment makes each call another one.
    const say = (what: 'call' | 'answer') => {
      localStorage.setItem(key, `${what} ${Date.now()} ${Math.random()}`);
    };
    const hear = (event: StorageEvent): void => {
      if (event.key !== key || event.newValue === null) return;
      if (event.newValue.startsWith('call')) say('answer');
      setOthers(true);
    };
    addEventListener('storage', hear);
    say('call');
    return () => {
      removeEventListener('storage', hear);
      localStorage.removeItem(key);
    };
  }, [name]);
  return others;
}
