'use client';
import { usePathname } from 'next/navigation';
import { Fragment, type ReactNode, useEffect, useSyncExternalStore } from 'react';
import type { MessageKey } from '@/messages';
import { bring, onSpoken, type Part, spokenAtFirst, spokenNow, translation } from '@/messages/language';

/** The front doors need few sentences, so that phones are in the lobby soon. */
const FRONT: readonly string[] = ['/', '/join'];

/** Shows the pages in the reader's language as soon as its sentences are here. They were made in English. */
export function InLanguage({ children }: { readonly children: ReactNode }) {
  const path = usePathname().replace(/(?<=.)\/$/, '');
  const part: Part = FRONT.includes(path) ? 'front' : 'all';
  const spoken = useSyncExternalStore(onSpoken, spokenNow, spokenAtFirst);
  const { language } = spoken;
  const ready = language === 'en' || spoken.parts.includes(part);
  useEffect(() => {
    if (!ready) void bring(spoken, part);
  }, [ready, spoken, part]);
  useEffect(() => {
    document.documentElement.lang = language;
    const title = ready && TITLES[path] ? translation(TITLES[path]) : null;
    if (title !== null) document.title = `${title} · Behind the Table`;
  }, [language, ready, path]);
  return ready ? <Fragment key={language}>{children}</Fragment> : null;
}

/** Titles of pages that were made in English. */
const TITLES: Readonly<Record<string, MessageKey>> = {
  '/console': 'console.title',
  '/debrief': 'debrief.title',
  '/host': 'host.title',
  '/join': 'join.title',
  '/lesson': 'lesson.title',
  '/library': 'library.title',
  '/packets': 'packets.title',
  '/play': 'play.title',
  '/report': 'report.title',
  '/return': 'return.title',
  '/scenario': 'scenario.title',
  '/screen': 'screen.title',
  '/sessions': 'sessions.title',
};
