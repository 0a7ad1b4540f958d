import { randomInt } from 'node:crypto';
import type { Words } from '@btt/eventstore';
import type { SessionWish } from '@btt/game';
import { type Refusal, refuse, type SessionCommand, type SessionView } from '@btt/protocol';
import { cleanName, plainName } from '../sessions/names';
import type { Deriver } from '../sessions/secrets';
import type { Session } from '../sessions/session';
import { tableId } from '../streams/names';

/** What a host's command comes to once words are ids and what is new has its own. */
export interface PreparedWish {
  readonly wish: (view: SessionView) => SessionWish | Refusal;
  readonly words: readonly Words[];
}

/** @param commandId Of the message: what is made of it is the same when it is sent again. */
export function prepareWish(
  session: Session,
  deriver: Deriver,
  commandId: string,
  command: SessionCommand,
): PreparedWish | Refusal {
  const plain = (wish: SessionWish): PreparedWish => ({ wish: () => wish, words: [] });
  switch (command.type) {
    case 'rename': {
      const nickname = cleanName(command.nickname);
      const { person } = command;
      if (nickname === '') return refuse('malformed');
      return {
        wish: () =>
          session.nameTaken(nickname, person) ? refuse('nickname-taken') : { type: 'rename', person },
        words: [{ id: person, body: nickname }],
      };
    }
    case 'message': {
      const { person, words: body } = command;
      const id = `m${deriver.id('message', session.id, commandId)}`;
      const words = `w-${deriver.secret('words', session.id, 'message', commandId)}`;
      return { wish: () => ({ type: 'message', id, person, words }), words: [{ id: words, body }] };
    }
    case 'expect':
      return expected(session, deriver, commandId, command);
    case 'add-table':
      return {
        wish: (view) => ({ ...command, newTable: tableId(session.id, view.tablesMade + 1) }),
        words: [],
      };
    case 'seat-everyone':
      return plain({ ...command, seed: command.seed ?? randomInt(2 ** 32) });
    case 'remove-table': {
      const inLobby = () => session.tables.get(command.table)?.stream.state().desk.phase === 'lobby';
      return { wish: () => (inLobby() ? command : refuse('wrong-phase')), words: [] };
    }
    case 'undo':
      return {
        wish(view) {
          const back = view.undo.at(-1)?.people ?? [];
          // Somebody else may have taken the name of one who was removed.
          const taken = back.some(({ person }) => session.nameTaken(session.nameOf(person), person));
          return taken ? refuse('nickname-taken') : command;
        },
        words: [],
      };
    default:
      return plain(command);
  }
}

/** Names of the class list that nobody has yet, each once. */
function expected(
  session: Session,
  deriver: Deriver,
  commandId: string,
  { people }: Extract<SessionCommand, { type: 'expect' }>,
): PreparedWish {
  const names = new Set<string>();
  const entries = people.flatMap(({ nickname, table, role, group }, i) => {
    const name = cleanName(nickname);
    const known = names.has(plainName(name)) || session.expectedNamed(name) !== null;
    if (name === '' || known || session.personNamed(name) !== null) return [];
    names.add(plainName(name));
    const person = `x${deriver.id('expected', session.id, commandId, String(i))}`;
    return [{ name, entry: { person, table: table ?? null, role: role ?? null, group: group ?? null } }];
  });
  return {
    // A list that is sent again has nothing new, and is answered as it was.
    wish: () =>
      entries.length === 0
        ? refuse('nothing-to-do')
        : { type: 'expect', people: entries.map(({ entry }) => entry) },
    words: entries.map(({ name, entry }) => ({ id: entry.person, body: name })),
  };
}
