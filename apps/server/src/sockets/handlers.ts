import { setTimeout as wait } from 'node:timers/promises';
import { explore } from '@btt/game';
import {
  type Accepted,
  type Answer,
  type Gone,
  type LessonStep,
  type Refusal,
  type RefusalCode,
  refuse,
} from '@btt/protocol';
import type { WordBook } from '../feeds/word-book';
import type { Buckets } from '../limits/bucket';
import type { HostGate } from '../limits/host-gate';
import type { Patience } from '../limits/patience';
import { isOpenTo, overIn } from '../lessons/asker';
import type { LessonBoard } from '../lessons/board';
import { revealOf } from '../lessons/reveal';
import { submitLesson } from '../lessons/wishes';
import type { Catalogue } from '../scenarios/catalogue';
import { type Deriver, hashOf, screenTokenOf } from '../sessions/secrets';
import type { Session } from '../sessions/session';
import type { Sessions } from '../sessions/sessions';
import { openSolo } from '../sessions/solo';
import type { Shelf } from '../sessions/shelf';
import type { Tokens } from '../sessions/tokens';
import type { Settled } from '../streams/stream';
import type { Findings } from '../tables/findings';
import type { Records } from '../tables/record';
import type { Table } from '../tables/table';
import type { Connection } from './connection';
import { whyGone } from './entitlement';
import type { Hub } from './hub';
import type { Handlers } from './messages';
import type { PresenceBoard } from './presence';
import type { Readings } from './readings';
import { prepareWish } from './session-wish';
import { deleteSession, listSessions } from './shelf-handlers';

export interface Services {
  readonly sessions: Sessions;
  readonly shelf: Shelf;
  readonly tokens: Tokens;
  readonly deriver: Deriver;
  readonly hub: Hub;
  readonly words: WordBook;
  readonly records: Records;
  readonly findings: Findings;
  readonly lessons: LessonBoard;
  readonly presence: PresenceBoard;
  readonly readings: Readings;
  readonly hostGate: HostGate;
  readonly catalogue: Catalogue;
  readonly hostings: Buckets;
  readonly wrongCodes: Patience;
}

/** What each message of one page does. */
export function createHandlers(page: Connection, services: Services): Handlers {
  const { sessions, tokens, deriver, hub, words, records, findings, lessons, presence, readings } = services;
  const { hostGate, catalogue, hostings, wrongCodes } = services;

  /** The session that the page belongs to, once it has said who it is and has been let in. */
  async function inSession<T>(work: (session: Session) => Promise<Answer<T>>): Promise<Answer<T>> {
    if (page.welcome?.me.kind === 'waiting') return refuse('not-admitted');
    const session = page.identity && (await sessions.get(page.identity.session));
    return session ? work(session) : refuse('unknown-token');
  }

  async function clearAway(session: Session): Promise<void> {
    await sessions.clearAway(session);
    words.forget();
    records.forget();
  }

  /** Works on the record of a table, where that is open to the page: to the host always, to others by the lesson or once the debrief is open. */
  function withRecord<T>(
    id: string,
    step: LessonStep,
    work: (session: Session, table: Table) => Promise<Answer<T>>,
    rate: 'records' | 'trials' = 'records',
  ): Promise<Answer<T>> {
    return inSession(async (session) => {
      const table = session.tables.get(id);
      if (!table) return refuse('unknown-table');
      if (!isOpenTo(session, page.identity, step, table)) return refuse('debrief-closed');
      return page.rates[rate].take(Date.now()) ? work(session, table) : refuse('too-many');
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

    async return({ id, code, nickname, returnCode }) {
      if (!page.rates.joins.take(Date.now()) || !(await admitted(wrongCodes))) return refuse('too-many');
      const back = await sessions.comeBack(id, code, nickname, returnCode);
      if (!back.ok && WRONG_GUESSES.has(back.code)) wrongCodes.wrong(page.neighbourhood, Date.now());
      return back;
    },

    async host({ id, scenario, language, settings, pass, owner }) {
      if (!hostings.take(page.neighbourhood, Date.now())) return refuse('too-many');
      const code = await hostGate.admit(page.neighbourhood, pass);
      if (code) return refuse(code);
      const opened = await catalogue.game(owner === undefined ? null : hashOf(owner), scenario, language);
      return opened.ok ? sessions.host(id, opened.game, settings) : opened;
    },

    async solo({ id, scenario, language, role, nickname, pass, owner }) {
      if (!hostings.take(page.neighbourhood, Date.now())) return refuse('too-many');
      const code = await hostGate.admit(page.neighbourhood, pass);
      if (code) return refuse(code);
      const opened = await catalogue.game(owner === undefined ? null : hashOf(owner), scenario, language);
      return opened.ok ? openSolo(sessions, { id, game: opened.game, role, nickname }) : opened;
    },

    async hello({ token, cursors = {}, tables = true }) {
      const identity = await tokens.identify(token);
      const session = identity && (await sessions.get(identity.session));
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

    command: (message) =>
      inSession(async (session) => {
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

    'session-command': ({ id, command }) =>
      inSession(async (session) => {
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

    'let-in': ({ id, name }) =>
      inSession(async (session) => {
        const owner = page.identity?.kind === 'host' && page.identity.host === undefined;
        return owner ? sessions.letIn(session, id, name) : refuse('not-entitled');
      }),

    async sessions(message) {
      if (!page.rates.records.take(Date.now())) return refuse('too-many');
      return listSessions(services, page.neighbourhood, message);
    },

    async resume({ id, session, pass }) {
      if (!hostGate.hasPass) return refuse('not-entitled');
      const code = await hostGate.admit(page.neighbourhood, pass);
      return code ? refuse(code) : sessions.resume(id, session);
    },

    'delete-session': (message) => deleteSession(services, page.neighbourhood, message),

    async resync({ feed, cursor }) {
      if (!page.identity) return refuse('unknown-token');
      return (await hub.resync(page, feed, cursor)) ? { ok: true } : refuse('unknown-table');
    },

    record: ({ table: id }) =>
      withRecord(id, 'replay', async (session, table) => {
        const record = await records.recordOf(session.game, table, session.view().namesShown);
        // What happened in history, and what to talk about, come with steps of their own.
        const may = (one: LessonStep) => isOpenTo(session, page.identity, one, table);
        const { history, disputes, questions } = record.debrief;
        const told = may('history') ? { history, disputes } : { history: '', disputes: '' };
        return { ...record, debrief: { ...told, questions: may('discuss') ? questions : [] } };
      }),

    findings: ({ table: id }) =>
      withRecord(id, 'mattered', (session, table) => findings.findingsOf(session.game, table)),

    explore: ({ table: id, position, deal }) =>
      withRecord(
        id,
        'replay',
        async ({ game }, table) => {
          const vector = await records.vectorAt(game, table, position);
          return { ok: true, position, ...explore(game, deal, vector) };
        },
        'trials',
      ),

    agreements: ({ table: id, position, deal }) =>
      withRecord(
        id,
        'replay',
        async ({ game }, table) => {
          const vector = await records.vectorAt(game, table, position);
          const found = await findings.agreements(game, table, vector, deal);
          return found ? { ok: true, position, ...found } : refuse('no-answer');
        },
        'trials',
      ),

    compare: () =>
      inSession(async (session) => {
        if (!page.rates.records.take(Date.now())) return refuse('too-many');
        const open = [...session.tables.values()].filter((table) =>
          isOpenTo(session, page.identity, 'compared', table),
        );
        return findings.compare(session.game, open);
      }),

    lesson: () =>
      inSession(async (session) =>
        page.identity ? lessons.nowFor(session, page.identity) : refuse('unknown-token'),
      ),

    'lesson-command': (message) =>
      inSession(async (session) => {
        const { identity } = page;
        const done =
          message.as === 'host'
            ? await asHost(page, () => submitLesson(session, deriver, message))
            : identity?.kind === 'person'
              ? await submitLesson(session, deriver, { ...message, person: identity.person })
              : refuse('not-entitled');
        return accepted(done, message.id, page, 'lesson');
      }),

    reveal: ({ step }) =>
      inSession(async (session) => {
        const open = overIn(session).filter((table) => isOpenTo(session, page.identity, step, table));
        if (open.length === 0) return refuse('debrief-closed');
        if (!page.rates.records.take(Date.now())) return refuse('too-many');
        return revealOf(session, step, open, findings);
      }),
  };
}

/** Refusals that come of guessing. */
const WRONG_GUESSES: ReadonlySet<RefusalCode> = new Set([
  'unknown-code',
  'unknown-person',
  'wrong-return-code',
]);

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
