import { explore } from '@btt/game';
import { type Answer, type LessonStep, refuse } from '@btt/protocol';
import { isOpenTo, overIn } from '../lessons/asker';
import { revealOf } from '../lessons/reveal';
import type { Session } from '../sessions/session';
import type { Table } from '../tables/table';
import type { Connection } from './connection';
import type { Handlers, InSession } from './messages';
import type { Services } from './services';

type Names = 'record' | 'findings' | 'explore' | 'agreements' | 'compare' | 'lesson' | 'reveal';

/** What a page may ask about what has been played. */
export function debriefHandlers(
  { sessions, records, findings, lessons }: Services,
  inLoaded: InSession,
): Pick<Handlers, Names> {
  /** A record has everything that was acknowledged, at whichever node. */
  const inSession: InSession = (page, work) =>
    inLoaded(page, async ({ id }) => {
      const session = await sessions.current(id);
      return session ? work(session) : refuse('unknown-token');
    });

  /** Works on the record of a table, where that is open to the page: to the host always, to others by the lesson or once the debrief is open. */
  function withRecord<T>(
    page: Connection,
    id: string,
    step: LessonStep,
    work: (session: Session, table: Table) => Promise<Answer<T>>,
    rate: 'records' | 'trials' = 'records',
  ): Promise<Answer<T>> {
    return inSession(page, async (session) => {
      const table = session.tables.get(id);
      if (!table) return refuse('unknown-table');
      if (!isOpenTo(session, page.identity, step, table)) return refuse('debrief-closed');
      return page.rates[rate].take(Date.now()) ? work(session, table) : refuse('too-many');
    });
  }

  return {
    record: (page, { table: id }) =>
      withRecord(page, id, 'replay', async (session, table) => {
        const record = await records.recordOf(session.game, table, session.view().namesShown);
        // What happened in history, and what to talk about, come with steps of their own.
        const may = (one: LessonStep) => isOpenTo(session, page.identity, one, table);
        const { history, disputes, questions } = record.debrief;
        const told = may('history') ? { history, disputes } : { history: '', disputes: '' };
        return { ...record, debrief: { ...told, questions: may('discuss') ? questions : [] } };
      }),

    findings: (page, { table: id }) =>
      withRecord(page, id, 'mattered', (session, table) => findings.findingsOf(session.game, table)),

    explore: (page, { table: id, position, deal }) =>
      withRecord(
        page,
        id,
        'replay',
        async ({ game }, table) => {
          const vector = await records.vectorAt(game, table, position);
          return { ok: true, position, ...explore(game, deal, vector) };
        },
        'trials',
      ),

    agreements: (page, { table: id, position, deal }) =>
      withRecord(
        page,
        id,
        'replay',
        async ({ game }, table) => {
          const vector = await records.vectorAt(game, table, position);
          const found = await findings.agreements(game, table, vector, deal);
          return found ? { ok: true, position, ...found } : refuse('no-answer');
        },
        'trials',
      ),

    compare: (page) =>
      inSession(page, async (session) => {
        if (!page.rates.records.take(Date.now())) return refuse('too-many');
        const open = [...session.tables.values()].filter((table) =>
          isOpenTo(session, page.identity, 'compared', table),
        );
        return findings.compare(session, open);
      }),

    lesson: (page) =>
      inSession(page, async (session) =>
        page.identity ? lessons.nowFor(session, page.identity) : refuse('unknown-token'),
      ),

    reveal: (page, { step }) =>
      inSession(page, async (session) => {
        const open = overIn(session).filter((table) => isOpenTo(session, page.identity, step, table));
        if (open.length === 0) return refuse('debrief-closed');
        if (!page.rates.records.take(Date.now())) return refuse('too-many');
        return revealOf(session, step, open, findings);
      }),
  };
}
