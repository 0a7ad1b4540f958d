import { setTimeout as wait } from 'node:timers/promises';
import { type Accepted, type Answer, type Refusal, refuse } from '@btt/protocol';
import type { WordBook } from '../feeds/word-book';
import type { Buckets } from '../limits/bucket';
import type { HostGate } from '../limits/host-gate';
import type { Patience } from '../limits/patience';
import { OWN, type OwnScenarios } from '../scenarios/own';
import { cleanName } from '../sessions/names';
import { hashOf, screenTokenOf } from '../sessions/secrets';
import type { Session } from '../sessions/session';
import type { Sessions } from '../sessions/sessions';
import type { Settled } from '../streams/stream';
import type { Findings } from '../tables/findings';
import type { Records } from '../tables/record';
import { type Table, tableId } from '../tables/table';
import type { Connection } from './connection';
import type { Hub } from './hub';
import type { Handlers } from './messages';
import type { PresenceBoard } from './presence';
import type { Readings } from './readings';

export interface Services {
  readonly sessions: Sessions;
  readonly hub: Hub;
  readonly words: WordBook;
  readonly records: Records;
  readonly findings: Findings;
  readonly presence: PresenceBoard;
  readonly readings: Readings;
  readonly hostGate: HostGate;
  readonly ownScenarios: OwnScenarios;
  readonly hostings: Buckets;
  readonly wrongCodes: Patience;
}

/** What each message of one page does. */
export function createHandlers(page: Connection, services: Services): Handlers {
  const { sessions, hub, words, records, findings, presence, readings } = services;
  const { hostGate, ownScenarios, hostings, wrongCodes } = services;

  /** The session that the page belongs to, once it has said who it is. */
  async function inSession<T>(work: (session: Session) => Promise<Answer<T>>): Promise<Answer<T>> {
    const session = page.identity && (await sessions.get(page.identity.session));
    return session ? work(session) : refuse('unknown-token');
  }

  async function clearAway(session: Session): Promise<void> {
    await sessions.clearAway(session);
    words.forget();
    records.forget();
  }

  /** The host may look into a table at any time, others once its debrief is open. */
  const isOpen = (table: Table): boolean =>
    page.identity?.kind === 'host' || table.stream.state().desk.debriefOpen;

  /** Works on the record of a table, where that is open to the page. */
  function withRecord<T>(
    id: string,
    work: (session: Session, table: Table) => Promise<Answer<T>>,
  ): Promise<Answer<T>> {
    return inSession(async (session) => {
      const table = session.tables.get(id);
      if (!table) return refuse('unknown-table');
      if (!isOpen(table)) return refuse('debrief-closed');
      return page.rates.records.take(Date.now()) ? work(session, table) : refuse('too-many');
    });
  }

  /** Lets a guess pass after its time. False = too many wait already. */
  async function admitted(patience: Patience): Promise<boolean> {
    const pause = patience.wait(page.neighbourhood, Date.now());
    if (pause !== null && pause > 0) await wait(pause);
    return pause !== null;
  }

  return {
    async join({ id, code, nickname }) {
      if (!page.rates.joins.take(Date.now()) || !(await admitted(wrongCodes))) return refuse('too-many');
      const joined = await sessions.join(id, code, nickname);
      if (!joined.ok && joined.code === 'unknown-code') wrongCodes.wrong(page.neighbourhood, Date.now());
      return joined;
    },

    async host({ id, scenario, settings, pass, owner }) {
      if (!hostings.take(page.neighbourhood, Date.now())) return refuse('too-many');
      const code = await hostGate.admit(page.neighbourhood, pass);
      if (code) return refuse(code);
      if (owner === undefined || !scenario.startsWith(OWN)) return sessions.host(id, scenario, settings);
      const own = await ownScenarios.game(hashOf(owner), scenario);
      return own.ok ? sessions.host(id, own.game, settings) : own;
    },

    async hello({ token, cursors = {} }) {
      const identity = await sessions.identify(token);
      const session = identity && (await sessions.get(identity.session));
      if (!session) return refuse('unknown-token');
      page.screenToken = identity.kind === 'host' ? screenTokenOf(token) : null;
      const welcome = await hub.greet(page, session, identity, cursors);
      if (!welcome) return refuse(session.view().closed ? 'session-closed' : 'unknown-token');
      if (identity.kind === 'host')
        for (const table of session.tables.values()) readings.asked(session, table);
      presence.changed(session);
      return welcome;
    },

    command: (message) =>
      inSession(async (session) => {
        const table = session.tables.get(message.table);
        if (!table) return refuse('unknown-table');
        if (session.view().closed) return refuse('session-closed');
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

    'session-command': ({ id, command }) =>
      inSession(async (session) => {
        const nickname = command.type === 'rename' ? cleanName(command.nickname) : '';
        if (command.type === 'rename' && nickname === '') return refuse('malformed');
        const done = await asHost(page, () =>
          session.submit({
            actor: 'host',
            commandId: id,
            wish(view) {
              if (command.type === 'rename' && session.nameTaken(nickname, command.person))
                return refuse('nickname-taken');
              if (command.type === 'add-table')
                return { ...command, newTable: tableId(session.id, view.tables.length + 1) };
              return command;
            },
            words: command.type === 'rename' ? [{ id: command.person, body: nickname }] : [],
          }),
        );
        // Also when it was closed before: a crash may have come in between.
        if (command.type === 'close' && (done.ok || done.code === 'session-closed')) await clearAway(session);
        return accepted(done, id, page, 'session');
      }),

    async resync({ feed, cursor }) {
      if (!page.identity) return refuse('unknown-token');
      return (await hub.resync(page, feed, cursor)) ? { ok: true } : refuse('unknown-table');
    },

    record: ({ table: id }) => withRecord(id, (session, table) => records.recordOf(session.game, table)),

    findings: ({ table: id }) => withRecord(id, (session, table) => findings.findingsOf(session.game, table)),

    compare: () =>
      inSession(async (session) => {
        if (!page.rates.records.take(Date.now())) return refuse('too-many');
        return findings.compare(session.game, [...session.tables.values()].filter(isOpen));
      }),
  };
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
