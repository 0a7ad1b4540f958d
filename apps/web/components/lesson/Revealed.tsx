'use client';
import type { RevealedAs, RevealStep } from '@btt/protocol';
import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/messages';
import { useReveal } from './useLesson';

/** Waits for what a step shows, says why it does not come, and shows it. */
export function Revealed<S extends RevealStep>(props: Props<S>) {
  // Another step waits for an answer of its own.
  return <Answered key={props.step} {...props} />;
}

interface Props<S extends RevealStep> {
  readonly step: S;
  readonly fresh?: string | number;
  readonly children: (shown: RevealedAs<S>) => ReactNode;
}

function Answered<S extends RevealStep>({ step, fresh, children }: Props<S>) {
  const answer = useReveal(step, fresh);
  if (answer === null) return <p role="status">{t('lesson.loading')}</p>;
  if (!answer.ok) return <Notice tone="error">{answer.message}</Notice>;
  return children(answer);
}
