import type { Question, QuestionRule } from '@btt/protocol';
import type { Game } from '../game';
import type { TableReading } from '../readings';

/** A table with what its record says. */
export interface ReadTable {
  readonly name: string;
  readonly reading: Pick<
    TableReading,
    'help' | 'echoes' | 'promises' | 'speeches' | 'withoutHelp' | 'provocations'
  >;
}

/** Most questions that are chosen by rule, so that there is time for an answer. */
const MOST = 8;

/** A reason to ask something: how strong it is, and what the question speaks of. */
interface Reason {
  readonly weight: number;
  readonly values: Readonly<Record<string, string>>;
}

type Rule = (read: ReadTable['reading'], game: Game) => readonly Reason[];

const plain = (holds: boolean): Reason[] => (holds ? [{ weight: 1, values: {} }] : []);

/** In the order in which they are worth talking about. Each looks at one record and says why its question is worth asking there. */
const RULES: readonly (readonly [QuestionRule, Rule])[] = [
  [
    'help-decided',
    ({ withoutHelp }) =>
      plain(withoutHelp !== null && withoutHelp.withHelp.passes && !withoutHelp.effectsRemoved.passes),
  ],
  [
    'help-not-enough',
    ({ withoutHelp, help }) =>
      plain(
        withoutHelp !== null &&
          !withoutHelp.withHelp.passes &&
          help.deeds.some((deed) => deed.abroad.gained > 0),
      ),
  ],
  ['no-help', ({ help }) => plain(help.deeds.every((deed) => deed.abroad.gained === 0))],
  [
    'against-intention',
    ({ help }) =>
      help.deeds.flatMap(({ againstIntention, headline, abroad }) =>
        againstIntention && headline !== null ? [{ weight: -abroad.lost, values: { headline } }] : [],
      ),
  ],
  [
    'most-help',
    ({ help }, game) =>
      help.deeds.flatMap(({ headline, move, abroad }) => {
        const device = move === null ? undefined : game.scenario.moves.find((one) => one.id === move)?.device;
        return headline !== null && device !== undefined && abroad.gained > 0
          ? [{ weight: abroad.gained, values: { headline, device } }]
          : [];
      }),
  ],
  [
    'price-at-home',
    ({ help }) =>
      help.deeds.flatMap(({ headline, abroad, home }) =>
        headline !== null && abroad.gained > 0 && home.lost < 0
          ? [{ weight: -home.lost, values: { headline } }]
          : [],
      ),
  ],
  [
    'heard-elsewhere',
    ({ echoes }) =>
      echoes.heard.map(({ headline, costAbroad }) => ({
        weight: Math.abs(costAbroad),
        values: { headline },
      })),
  ],
  [
    'contradiction',
    ({ echoes }) =>
      echoes.contradictions.map(({ first, second }) => ({
        weight: 1,
        values: { first: first.headline, second: second.headline },
      })),
  ],
  [
    'promise-broken',
    ({ promises }) =>
      plain(
        promises.plans.some((plan) => plan.promises.some((one) => one.state === 'broken')) ||
          promises.assurances.some((one) => one.broken),
      ),
  ],
  [
    'speech-missed',
    ({ speeches }) =>
      speeches.flatMap(({ missed }) =>
        missed.map(({ attack, heldBy }) => ({ weight: heldBy.length, values: { attack } })),
      ),
  ],
  [
    'provocation',
    ({ provocations }) =>
      provocations.map(({ headline, answers }) => ({ weight: answers.length, values: { headline } })),
  ],
];

/** What to talk about: the scenario's own questions, then those that the records of these tables give reason for, each rule once. */
export function questionsFor(game: Game, tables: readonly ReadTable[]): Question[] {
  const own = game.scenario.debrief.questions.map((text): Question => ({ kind: 'scenario', text }));
  const chosen = RULES.flatMap(([rule, reasonsOf]): Question[] => {
    const reasons = tables.flatMap(({ name, reading }) =>
      reasonsOf(reading, game).map((reason) => ({ table: name, ...reason })),
    );
    // The strongest reason; of several, that of the first table.
    const best = reasons.reduce<(typeof reasons)[number] | null>(
      (most, one) => (most === null || one.weight > most.weight ? one : most),
      null,
    );
    return best ? [{ kind: 'rule', rule, table: best.table, values: best.values }] : [];
  });
  return [...own, ...chosen.slice(0, MOST)];
}
