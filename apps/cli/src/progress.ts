import type { Steps } from '@btt/referee';
import type { Terminal } from './terminal';

/** Takes the steps one by one, and tells now and then how far they are, if anybody watches. */
export function withProgress<Result>(steps: Steps<Result>, { progress }: Terminal): Result {
  for (let percent = -1; ; ) {
    const step = steps.next();
    if (step.done) {
      progress?.('');
      return step.value;
    }
    const now = Math.floor(step.value * 100);
    if (now !== percent) progress?.(`${now} %`);
    percent = now;
  }
}
