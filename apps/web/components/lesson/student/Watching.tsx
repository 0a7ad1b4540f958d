'use client';
import type { PublicScenario } from '@btt/protocol';
import { useLive } from '@/lib/live';
import { useLesson } from '../useLesson';
import { StudentLesson } from './StudentLesson';

/** The lesson for somebody without a seat. */
export function Watching({ scenario }: { readonly scenario: PublicScenario }) {
  const lesson = useLesson();
  const me = useLive((state) => state.welcome?.me);
  if (!lesson || me?.kind !== 'person') return null;
  return <StudentLesson lesson={lesson} person={me.person} desk={null} scenario={scenario} />;
}
