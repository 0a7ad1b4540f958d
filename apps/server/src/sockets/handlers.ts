import { type Accepted, type Answer, type Gone, type Refusal, type RefusalCode, refuse } from '@btt/protocol';
import { submitLesson } from '../lessons/wishes';
import { screenTokenOf } from '../sessions/secrets';
import type { Session } from '../sessions/session';
import type { Settled } from '../streams/stream';
import type { Table } from '../tables/table';
import type { Connection } from './connection';
import { debriefHandlers } from './debrief-handlers';
import { whyGone } from './entitlement';
import { entryHandlers } from './entry-handlers';
import type { Handlers, InSession } from './messages';
import type { Services } from './services';
import { prepareWish } from './session-wish';
import { deleteSession, listSessions } from './shelf-handlers';

/** What each message does. */
export function createHandlers(services: Services): Handlers {
  const { sessions, tokens, deriver, hub, words, records, lessons, presence, readings, hostGate } = services;

  const inSession: InSession = async (page, work) => {
    if (page.welcome?.me.kind === 'waiting') return refuse('not-admitted');
    const session = page.identity && (await sessions.get(page.identity.session));
    return session ? work(session) : refuse('unknown-token');
  };

  async function clearAway(session: Session): Promise<void> {
    await sessions.clearAway(session);
    words.forget();
    records.forget();
  }

  return {
    ...entryHandlers(services),
    ...debriefHandlers(services, inSession),

    async hello(page, { token, cursors = {}, tables = true }) {
      const identity = await tokens.identify(token);
      const session = identity && (await sessions.current(identity.session));
      if (!session) return refuse('unknown-token');
      page.tables = tables;
      page.screenToken = identity.kind === 'host' ? screenTokenOf(token) : null;
      const welcome = await hub.greet(page, session, identity, cursors);
      if (!welcome) return refuse(refusalOf(whyGone(session, identity)));
      if (identity.kind === 'host')
        for (const table of session.tables.values()) readings.asked(session, table);
      presence.changed(session);
      lessons.greet(session, page);
      return welcome;
    },

    command: (page, message) =>
      inSession(page, async (session) => {
        const table = session.tables.get(message.table);
        if (!table) return refuse('unknown-table');
        const { closed, archived } = session.view();
        if (closed || archived) return refuse(closed ? 'session-closed' : 'session-archived');
        const { id } = message;
        const done =
          message.as === 'host'
            ? await asHost(page, () => table.submit('host', id, { as: 'host', command: message.command }))
            : await asSeat(
                page,
                session,
                table,
                (person, role) =>
                  table.submit(person, id, { as: 'seat', role, person, command: message.command }),
                id,
              );
        return accepted(done, id, page, table.id);
      }),

    'session-command': (page, { id, command }) =>
      inSession(page, async (session) => {
        if (page.identity?.kind !== 'host') return refuse('not-entitled');
        if (page.identity.host !== undefined && OWNERS.has(command.type)) return refuse('not-entitled');
        const prepared = prepareWish(session, deriver, id, command);
        if ('ok' in prepared) return prepared;
        if (command.type === 'archive' && command.archived) await stopClocks(session, id);
        const done = await session.submit({ actor: 'host', commandId: id, ...prepared });
        // Also when it was closed before: a crash may have come in between.
        if (command.type === 'close' && (done.ok || done.code === 'session-closed')) await clearAway(session);
        return accepted(done, id, page, 'session');
      }),

    'let-in': (page, { id, name }) =>
      inSession(page, async (session) => {
        const owner = page.identity?.kind === 'host' && page.identity.host === undefined;
        return owner ? sessions.letIn(session, id, name) : refuse('not-entitled');
      }),

    async sessions(page, message) {
      if (!page.rates.records.take(Date.now())) return refuse('too-many');
      return listSessions(services, page.neighbourhood, message);
    },

    async resume(page, { id, session, pass }) {
      if (!hostGate.hasPass) return refuse('not-entitled');
      const code = await hostGate.admit(page.neighbourhood, pass);
      return code ? refuse(code) : sessions.resume(id, session);
    },

    'delete-session': (page, message) => deleteSession(services, page.neighbourhood, message),

    async resync(page, { feed, cursor }) {
      if (!page.identity) return refuse('unknown-token');
      return (await hub.resync(page, feed, cursor)) ? { ok: true } : refuse('unknown-table');
    },

    'lesson-command': (page, message) =>
      inSession(page, async (session) => {
        const { identity } = page;
        const done =
          message.as === 'host'
            ? await asHost(page, () => submitLesson(session, deriver, message))
            : identity?.kind === 'person'
              ? await submitLesson(session, deriver, { ...message, person: identity.person })
              : refuse('not-entitled');
        return accepted(done, message.id, page, 'lesson');
      }),
  };
}

/** What a co-host may not do: who runs the session stays with its owner. */
const OWNERS: ReadonlySet<string> = new Set(['archive', 'close', 'revoke-host']);

function refusalOf(gone: Gone['code'] | null): RefusalCode {
  return gone === null || gone === 'removed' || gone === 'revoked' ? 'unknown-token' : gone;
}

/** Nothing happens by itself at a session that is put away. */
async function stopClocks(session: Session, id: string): Promise<void> {
  for (const table of session.tables.values()) {
    if (table.stream.state().desk.deadline === null) continue;
    await table.submit('host', `archive-${id}`, { as: 'host', command: { type: 'pause' } });
  }
}

async function asHost(page: Connection, work: () => Promise<Settled | Refusal>): Promise<Settled | Refusal> {
  return page.identity?.kind === 'host' ? work() : refuse('not-entitled');
}

/** Does what somebody wishes who sits at the table. A wish that was granted before its sender lost the seat stays granted. */
async function asSeat(
  page: Connection,
  session: Session,
  table: Table,
  work: (person: string, role: string) => Promise<Settled | Refusal>,
  commandId: string,
): Promise<Settled | Refusal> {
  if (page.identity?.kind !== 'person') return refuse('not-seated');
  const { person } = page.identity;
  const seat = session.view().people.find((one) => one.person === person)?.seat;
  if (seat?.table !== table.id)
    return (await table.stream.settled(person, commandId)) ?? refuse('not-seated');
  // Just seated: the table may not have heard of it yet.
  if (!table.stream.state().desk.seats[seat.role]?.includes(person)) await session.bringAlong();
  return work(person, seat.role);
}

/** The wish's id and the page's own number: never a version of the table. */
function accepted(done: Settled | Refusal, id: string, page: Connection, feed: string): Answer<Accepted> {
  if (!done.ok) return done;
  const follower = page.following.get(feed);
  return { ok: true, id, n: follower ? follower.feed.numberAt(follower.viewer, done.version) : 0 };
}
