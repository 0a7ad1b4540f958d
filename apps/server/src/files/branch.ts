import { branchedAt, renamed, wordsIn } from '@btt/game';
import { type Answer, type Hosting, refuse, type SessionFact } from '@btt/protocol';
import type { WordBook } from '../feeds/word-book';
import type { Deriver } from '../sessions/secrets';
import type { Session } from '../sessions/session';
import type { Sessions } from '../sessions/sessions';
import { tableId } from '../streams/names';
import type { Table } from '../tables/table';

/**
 * Opens a new session whose only table begins with the record of another up to a moment. Nobody is in it; what people said until then is
 * copied without their names, so that it stays when the first session is deleted.
 */
export async function branchFrom(
  from: { readonly session: Session; readonly table: Table; readonly position: number },
  parts: {
    readonly id: string;
    readonly deriver: Deriver;
    readonly sessions: Sessions;
    readonly words: WordBook;
  },
): Promise<Answer<Hosting>> {
  const { session, table, position } = from;
  const { id, deriver, sessions } = parts;
  const { game } = session;
  const { settings } = table.stream.state().desk;
  const branched = branchedAt(game, table.stream.log(), position, deriver.secret('happenings', id, 'branch'));
  if (!branched.ok || !settings) return branched.ok ? refuse('unknown-table') : branched;
  const facts = branched.record.flatMap(({ event }) => event.parts.map((part) => part.fact));
  const people = [...new Set(facts.flatMap((fact) => (fact.type === 'seat-held' ? fact.people : [])))];
  const spoken = wordsIn(facts).filter((one) => !people.includes(one));
  const bodies = await parts.words.find(spoken);
  return sessions.adopt(id, game, settings, (made, code) => {
    const first = tableId(made, 1);
    const ids = new Map([
      [table.id, first],
      ...people.map((person): [string, string] => [
        person,
        `p${deriver.id('person', made, 'before', person)}`,
      ]),
      ...spoken.map((one): [string, string] => [one, `w-${deriver.secret('words', made, 'before', one)}`]),
    ]);
    const { id: scenario, title } = game.scenario;
    const opened: SessionFact[] = [
      { type: 'session-opened', session: made, code, scenario, title, hash: game.hash },
      { type: 'table-added', table: first, name: session.deskOf(table).name },
    ];
    return {
      tables: [
        {
          table: first,
          record: branched.record.map(({ event, at }) => ({ event: renamed(event, ids), at })),
        },
      ],
      session: { type: 'branch', parts: opened.map((fact) => ({ to: 'everyone', fact })) },
      lesson: null,
      words: new Map(renamed(Object.entries(bodies), ids)),
    };
  });
}
