import type { Answer } from '@btt/protocol';
import type { Client, ClientState } from '../src';

/** The answer, or the test fails with the refusal. */
export function granted<T extends { readonly ok: true }>(answer: Answer<T>, what = ''): T {
  if (!answer.ok) throw new Error(`refused ${what}: ${answer.code}: ${answer.message}`);
  return answer;
}

/** Waits until the state of a client is so. The test's own time limit ends the waiting. */
export function until<T>(
  client: Client,
  look: (state: ClientState) => T | undefined | null | false,
): Promise<T> {
  return new Promise((resolve) => {
    const check = () => {
      const found = look(client.store.getState());
      if (found) resolve(found);
      return Boolean(found);
    };
    if (check()) return;
    const stop = client.store.subscribe(() => {
      if (check()) stop();
    });
  });
}
