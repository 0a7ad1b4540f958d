'use client';
import type {
  Accepted,
  Answer,
  LessonHostCommand,
  LessonNow,
  LessonPersonCommand,
  RevealedAs,
  RevealStep,
} from '@btt/protocol';
import { useEffect, useState } from 'react';
import { useClient, useLive } from '@/lib/live';

/** The debrief as a lesson, as far as this page may know it; null = there is none. */
export const useLesson = (): LessonNow | null => useLive((state) => state.lesson);

/** Acts in the lesson; a refusal is shown where the action was. */
export function useLessonAct() {
  const client = useClient();
  const [busy, setBusy] = useState(0);
  const [error, setError] = useState<string | null>(null);
  async function run(work: Promise<Answer<Accepted>> | undefined): Promise<boolean> {
    if (!work) return false;
    setBusy((count) => count + 1);
    setError(null);
    const answer = await work;
    setBusy((count) => count - 1);
    const done = answer.ok || answer.code === 'nothing-to-do';
    if (!done) setError(answer.message);
    return done;
  }
  return {
    busy: busy > 0,
    error,
    lead: (command: LessonHostCommand) => run(client?.leadLesson(command)),
    join: (command: LessonPersonCommand) => run(client?.joinLesson(command)),
  };
}

/** What a step shows: null until it has come. Asked for again when `fresh` is something else. */
export function useReveal<S extends RevealStep>(
  step: S,
  fresh: string | number = '',
): Answer<RevealedAs<S>> | null {
  const client = useClient();
  const [answer, setAnswer] = useState<Answer<RevealedAs<S>> | null>(null);
  useEffect(() => {
    let left = false;
    void client?.reveal(step).then((one) => {
      if (!left) setAnswer(one);
    });
    return () => {
      left = true;
    };
  }, [client, step, fresh]);
  return answer;
}
