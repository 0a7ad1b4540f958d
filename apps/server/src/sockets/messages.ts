import { type Answer, type ClientMessageName, PROTOCOL, type RefusalCode, refuse } from '@btt/protocol';
import { type ClientMessage, ClientMessages } from '@btt/protocol/schema';
import type { Counters } from '../http/metrics';
import type { Session } from '../sessions/session';
import { breath } from '../streams/breath';
import type { Connection } from './connection';

/** What is done about each kind of message of a page: the same functions for all pages. */
export type Handlers = {
  readonly [Name in ClientMessageName]: (
    page: Connection,
    message: ClientMessage<Name>,
  ) => Promise<Answer<{ readonly ok: true }>>;
};

/** Works in the session that a page belongs to, once it has said who it is and has been let in. */
export type InSession = <T>(
  page: Connection,
  work: (session: Session) => Promise<Answer<T>>,
) => Promise<Answer<T>>;

export interface Guards {
  /** Asked before anything is looked at. Null = it may be handled. */
  readonly admit: (page: Connection) => RefusalCode | null;
  /** Says how something that went wrong is answered. */
  readonly failed: (error: unknown) => RefusalCode;
  readonly counters: Pick<Counters, 'messages' | 'refusals'>;
}

/**
 * Listens to a page. What does not fit the schema is refused, what goes wrong is answered, and nothing that a client sends can
 * throw further than here.
 */
export function listen(page: Connection, handlers: Handlers, guards: Guards): void {
  page.socket.onAny((name: unknown, ...rest: readonly unknown[]) => {
    const acknowledge = rest.at(-1);
    const answer = (value: Answer<{ readonly ok: true }>): void => {
      if (!value.ok) guards.counters.refusals += 1;
      if (typeof acknowledge === 'function') acknowledge(value);
    };
    guards.counters.messages += 1;
    const code = guards.admit(page);
    if (code) return answer(refuse(code));
    if (!isMessageName(name)) return answer(refuse('malformed'));
    // A class that presses a button in the same moment is heard in pieces.
    const handled = breath.inTurn(() => handle(page, name, rest[0], handlers));
    handled.then(answer, (error) => answer(refuse(guards.failed(error))));
  });
}

async function handle<Name extends ClientMessageName>(
  page: Connection,
  name: Name,
  message: unknown,
  handlers: Handlers,
): Promise<Answer<{ readonly ok: true }>> {
  const parsed = ClientMessages[name].safeParse(message);
  if (!parsed.success) return refuse(isOtherProtocol(message) ? 'wrong-protocol' : 'malformed');
  return handlers[name](page, parsed.data as ClientMessage<Name>);
}

function isMessageName(name: unknown): name is ClientMessageName {
  return typeof name === 'string' && Object.hasOwn(ClientMessages, name);
}

function isOtherProtocol(message: unknown): boolean {
  return (
    typeof message === 'object' && message !== null && 'protocol' in message && message.protocol !== PROTOCOL
  );
}
