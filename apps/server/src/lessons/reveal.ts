import { debriefTexts, questionsFor, type TableReading, whatMattered } from '@btt/game';
import {
  type Answer,
  type Desk,
  refuse,
  type Revealed,
  type RevealStep,
  type TableOutcome,
} from '@btt/protocol';
import type { Session } from '../sessions/session';
import type { Findings } from '../tables/findings';
import type { Table } from '../tables/table';

/** What a step shows of these tables. Whether it may be shown is not asked here. */
export async function revealOf(
  session: Session,
  step: RevealStep,
  tables: readonly Table[],
  findings: Findings,
): Promise<Answer<Revealed>> {
  switch (step) {
    case 'result':
      return { ok: true, step, tables: tables.map((table) => outcomeOf(session.deskOf(table), table.id)) };
    case 'history': {
      const { history, disputes } = debriefTexts(session.game.scenario);
      return { ok: true, step, history, disputes };
    }
    case 'mattered': {
      const { guesses } = session.lesson.state();
      const read = await readAll(session, tables, findings);
      if (!read) return refuse('no-answer');
      return {
        ok: true,
        step,
        tables: read.map(({ table, reading }) =>
          whatMattered(session.deskOf(table), guesses, reading.turning),
        ),
      };
    }
    case 'compared':
      return { ...(await findings.compare(session, tables)), step };
    case 'discuss': {
      const read = await readAll(session, tables, findings);
      if (!read) return refuse('no-answer');
      const named = read.map(({ table, reading }) => ({ name: session.deskOf(table).name, reading }));
      return { ok: true, step, questions: questionsFor(session.game, named) };
    }
  }
}

async function readAll(
  session: Session,
  tables: readonly Table[],
  findings: Findings,
): Promise<{ readonly table: Table; readonly reading: TableReading }[] | null> {
  const read = await Promise.all(
    tables.map(async (table) => {
      const reading = await findings.readingOf(session.game, table);
      return reading ? [{ table, reading }] : [];
    }),
  );
  const found = read.flat();
  return found.length === tables.length ? found : null;
}

function outcomeOf({ name, outcome, results }: Desk, table: string): TableOutcome {
  return {
    table,
    name,
    outcome: outcome?.outcome ?? null,
    sentence: outcome?.sentence ?? '',
    sides: results.at(-1)?.sides ?? [],
  };
}
