import { EMPTY_DESK, type Fact, foldAll, type Part, type Viewer } from '@btt/protocol';
import fc from 'fast-check';
import { decide, type Game, visible } from '../src';
import { grant, type Wish } from './random-play';
import { openTable, type TestTable } from './table';

/** Everybody but hosts. A person is somebody of the session, as far as a table is concerned. */
const viewersOf = ({ scenario }: Game): readonly Viewer[] => [
  { kind: 'observer' },
  { kind: 'screen' },
  { kind: 'person', person: 'p-nobody' },
  ...scenario.roles.map(({ id }) => ({ kind: 'seat' as const, role: id })),
];

/** What decides who is told what; the game's own, unless a test plants a leak. */
export type Project = (parts: readonly Part[], viewer: Viewer) => Fact[];

export interface Play {
  readonly luck: number;
  readonly list: readonly Wish[];
  readonly noise: string;
}

/** A table from its lobby on, and what was wished there in random order. */
export const playsOf = (wishes: fc.Arbitrary<readonly Wish[]>): fc.Arbitrary<Play> =>
  fc.record({
    luck: fc.double({ min: 0, max: 1, noNaN: true }),
    list: wishes,
    noise: fc.string(),
  });

export interface Looked {
  /** What somebody was told who may not know it. Empty = nothing. */
  readonly leaks: readonly string[];
  /** Of what was wished. */
  readonly accepted: number;
  readonly refused: number;
  readonly looks: number;
}

/** Plays, and looks through every pair of eyes at every event, and at what each seat can find out by wishing. */
export function look(game: Game, { luck, list, noise }: Play, project: Project = visible): Looked {
  const table = openTable({ game, luck });
  table.host({ type: 'start' });
  table.clock();
  const leaks: string[] = [];
  let looks = 0;
  const answers: (boolean | null)[] = [];
  for (const one of list) {
    answers.push(grant(table, one));
    if (one.as === 'seat') leaks.push(...askedLeaks(table, one));
  }
  for (const viewer of viewersOf(game)) {
    const eyes = viewer.kind === 'seat' ? viewer.role : viewer.kind;
    for (const { event } of table.events) {
      looks += 1;
      if (differs(event.parts, viewer, noise, project))
        leaks.push(`${eyes}: what is hidden in ${event.type} shows`);
    }
    if (viewer.kind === 'seat') leaks.push(...deskLeaks(table, viewer.role, project));
  }
  const count = (what: boolean) => answers.filter((one) => one === what).length;
  return { leaks, accepted: count(true), refused: count(false), looks };
}

/** Noninterference: with something else in the place of all that a viewer may not see, the viewer is told the same. */
function differs(parts: readonly Part[], viewer: Viewer, noise: string, project: Project): boolean {
  const disturbed = parts.map(
    (part): Part =>
      visible([part], viewer).length > 0
        ? part
        : { to: part.to, fact: { type: 'told', id: 'x', text: noise, cause: null } },
  );
  return JSON.stringify(project(disturbed, viewer)) !== JSON.stringify(visible(parts, viewer));
}

/** What a seat holds that is another's. */
function deskLeaks(table: TestTable, role: string, project: Project): string[] {
  const facts = table.events.flatMap(({ event }) => project(event.parts, { kind: 'seat', role }));
  const desk = foldAll(EMPTY_DESK, facts);
  const others = (record: Readonly<Record<string, unknown>>) =>
    Object.keys(record).some((one) => one !== role);
  return [
    ...(desk.effects.some((effect) => effect.faction !== role) ? [`${role}: another faction’s support`] : []),
    ...(Object.keys(desk.behind).length > 0 ? [`${role}: a hidden cause`] : []),
    ...(desk.draws.length > 0 ? [`${role}: a pending draw`] : []),
    ...(others(desk.capital) ? [`${role}: another’s purse`] : []),
    ...(others(desk.ballots) ? [`${role}: another’s ballot`] : []),
  ];
}

/** Whether a wish is answered otherwise than it would be if the table were as its seat sees it. */
function askedLeaks(table: TestTable, { role, command }: Extract<Wish, { as: 'seat' }>): string[] {
  const context = { id: 'asked', at: 1, chance: () => false };
  const state = table.state();
  // From then on the whole record is open.
  if (state.desk.debriefOpen) return [];
  const own = state.views[role] ?? state.desk;
  const asSeen = { ...state, desk: own };
  const wish = { as: 'seat', role, person: `p-${role}`, command } as const;
  const code = (from: typeof state) => {
    const decision = decide(table.game, from, wish, context);
    return decision.ok ? null : decision.code;
  };
  const [truly, seen] = [code(state), code(asSeen)];
  return truly === seen
    ? []
    : [`${role}: ${command.type} is answered ${truly}, and ${seen} as far as can be seen`];
}
