import type { Refusal } from '@btt/protocol';
import { translation } from '../messages/language';

/** Why something was refused, in the reader's language: by its code, as the server's own sentences are English. */
export function inWords({ code, message }: Pick<Refusal, 'code' | 'message'>): string {
  return translation(`refusal.${code}`) ?? message;
}

/** An answer whose refusal can be read out. */
export function readable<T extends object>(answer: T): T {
  return isRefusal(answer) ? { ...answer, message: inWords(answer) } : answer;
}

function isRefusal(answer: object): answer is Refusal {
  return 'ok' in answer && answer.ok === false;
}
