import { type Answer, type ClientMessageName, type RefusalCode, refuse } from '@btt/protocol';
import { type ClientMessage, ClientMessages } from '@btt/protocol/schema';
import type { Socket } from 'socket.io';

type Handler<K extends ClientMessageName> = (message: ClientMessage<K>) => Promise<Answer<unknown>>;

export interface Guards {
  /** Null = it may be handled. */
  readonly admit: () => RefusalCode | null;
  readonly failed: (error: unknown) => RefusalCode;
}

/**
 * Listens for one kind of message: what does not fit the schema is refused, what goes wrong is answered, and nothing that a
 * client sends can throw further than here.
 */
export function listen<K extends ClientMessageName>(
  socket: Socket,
  name: K,
  guards: Guards,
  handle: Handler<K>,
): void {
  const event: string = name;
  socket.on(event, (message: unknown, acknowledge: unknown) => {
    const answer = (value: Answer<unknown>) => {
      if (typeof acknowledge === 'function') acknowledge(value);
    };
    const wrong = guards.admit();
    if (wrong) return answer(refuse(wrong));
    const parsed = ClientMessages[name].safeParse(message);
    if (!parsed.success) return answer(refuse(isOtherProtocol(message) ? 'wrong-protocol' : 'malformed'));
    handle(parsed.data as ClientMessage<K>).then(answer, (error) => answer(refuse(guards.failed(error))));
  });
}

function isOtherProtocol(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'protocol' in message && message.protocol !== 1;
}
