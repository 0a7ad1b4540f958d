import { type FinishedTable, resultsOf, whatMattered } from '@btt/game';
import { type Refusal, refuse } from '@btt/protocol';
import { overIn } from '../lessons/asker';
import type { Session } from '../sessions/session';
import type { Findings } from '../tables/findings';

/** The results of the tables whose game is over. Refused when one of them could not be worked out. */
export async function resultsFor(
  session: Session,
  findings: Findings,
  options: { readonly names: boolean; readonly made: number },
): Promise<Refusal | { readonly ok: true; readonly results: ReturnType<typeof resultsOf> }> {
  const { game } = session;
  const { guesses } = session.lesson.state();
  const over = overIn(session);
  const { tables: standings } = await findings.compare(session, over);
  const tables = await Promise.all(
    over.map(async (table): Promise<FinishedTable[]> => {
      const reading = await findings.readingOf(game, table);
      const standing = standings.find((one) => one.table === table.id);
      const desk = session.deskOf(table);
      const { version } = table.stream.state();
      if (!reading || !standing) return [];
      return [
        { desk, events: version, reading, standing, mattered: whatMattered(desk, guesses, reading.turning) },
      ];
    }),
  );
  if (tables.flat().length < over.length) return refuse('no-answer');
  const names = options.names
    ? new Map(session.view().people.map(({ person }) => [person, session.nameOf(person)]))
    : null;
  return {
    ok: true,
    results: resultsOf({
      game,
      tables: tables.flat(),
      guesses,
      made: new Date(options.made).toISOString(),
      names,
    }),
  };
}
