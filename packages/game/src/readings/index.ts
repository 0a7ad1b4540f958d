import type { TableStanding } from '@btt/protocol';
import type { Game } from '../game';
import type { RecordedCause } from '../table/resolve';
import { type CoalitionReading, readCoalitions } from './coalitions';
import { type EchoReading, readEchoes } from './echoes';
import { type FrozenReading, readFrozen } from './frozen';
import { type HelpReading, readHelp } from './help';
import { type LegitimacyReading, readLegitimacy } from './legitimacy';
import { type MapHistory, readMaps } from './maps';
import { type PromisesReading, readPromises } from './promises';
import { type ProvocationReading, readProvocations } from './provocations';
import { readScores, type ScoreReading } from './scores';
import type { Yardstick } from './scores/yardstick';
import { readSpeeches, type SpeechReading } from './speeches';
import { readStanding } from './standing';
import { tellStory } from './story';
import { readTurning, type TurningReading } from './turning';
import { readWithoutHelp, type WithoutHelpReading } from './without-help';

/** Everything that can be read from the record of one table, as plain JSON. The whole truth: for hosts and opened debriefs only. */
export interface TableReading {
  readonly help: HelpReading;
  readonly echoes: EchoReading;
  readonly promises: PromisesReading;
  readonly speeches: readonly SpeechReading[];
  readonly maps: readonly MapHistory[];
  readonly legitimacy: readonly LegitimacyReading[];
  /** These two are null where nothing was voted on. */
  readonly withoutHelp: WithoutHelpReading | null;
  readonly turning: TurningReading | null;
  readonly scores: ScoreReading;
  readonly provocations: readonly ProvocationReading[];
  readonly frozen: FrozenReading;
  readonly coalitions: CoalitionReading;
}

/** Reads the record of one table. The yardstick is made once for all tables of a game. */
export function readTable(game: Game, record: readonly RecordedCause[], yardstick: Yardstick): TableReading {
  const story = tellStory(game, record);
  return {
    help: readHelp(story),
    echoes: readEchoes(story),
    promises: readPromises(story),
    speeches: readSpeeches(story),
    maps: readMaps(story),
    legitimacy: readLegitimacy(story),
    withoutHelp: readWithoutHelp(story),
    turning: readTurning(story),
    scores: readScores(story, yardstick),
    provocations: readProvocations(story),
    frozen: readFrozen(story),
    coalitions: readCoalitions(story),
  };
}

/** One table in a line, to be held against the others of its class. Takes a small part of the time of {@link readTable}. */
export function compareTable(
  game: Game,
  record: readonly RecordedCause[],
  yardstick: Yardstick,
): Omit<TableStanding, 'table'> {
  return readStanding(tellStory(game, record), yardstick);
}
