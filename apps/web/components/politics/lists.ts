import type {
  Desk,
  MoveMade,
  OwnBrief,
  PlanPromise,
  PoliticsDesk,
  PublicRole,
  PublicScenario,
} from '@btt/protocol';

type Plan = PoliticsDesk['plans'][string];
type Question = PoliticsDesk['questions'][string];
type Lobby = PoliticsDesk['lobbies'][string];
type Consent = PoliticsDesk['consents'][string];
export type Chart = PoliticsDesk['charts'][string];

/** A thing with the id under which it is recorded. */
export type Named<T> = T & { readonly id: string };

function named<T extends object>(all: Readonly<Record<string, T>>): Named<T>[] {
  return Object.entries(all).map(([id, one]) => ({ ...one, id }));
}

/** Whether a purse has so much. null = without limit; a purse that is not known is empty. */
export function canPay(desk: Desk, role: string, cost: number): boolean {
  const balance = desk.capital[role];
  return cost === 0 || balance === null || (balance !== undefined && balance >= cost);
}

/** The factions a map is drawn of, side by side: all of other sides, all there are for somebody of no side. */
export function factionsAbroad(
  scenario: PublicScenario,
  side: string | null,
): { readonly side: PublicScenario['sides'][number]; readonly factions: readonly PublicRole[] }[] {
  return scenario.sides
    .filter((one) => one.id !== side)
    .map((one) => ({
      side: one,
      factions: scenario.roles.filter((role) => role.kind === 'faction' && role.side === one.id),
    }))
    .filter(({ factions }) => factions.length > 0);
}

export interface Findings {
  readonly estimates: PoliticsDesk['estimates'];
  readonly corrections: PoliticsDesk['corrections'];
  readonly cards: PoliticsDesk['cards'];
}

/** What has been bought or confided about a faction, newest first. */
export function findingsAbout({ politics }: Desk, faction: string): Findings {
  const about = <T extends { readonly about: string }>(all: readonly T[]) =>
    all.filter((one) => one.about === faction).reverse();
  return {
    estimates: about(politics.estimates),
    corrections: about(politics.corrections),
    cards: about(politics.cards),
  };
}

export interface WaitingForMe {
  readonly plans: readonly Named<Plan>[];
  readonly consents: readonly Named<Consent>[];
  readonly questions: readonly Named<Question>[];
  readonly lobbies: readonly Named<Lobby>[];
}

/** What others wait for this role to answer, as long as the table bargains. */
export function waitingFor(desk: Desk, role: Pick<PublicRole, 'id' | 'kind'>): WaitingForMe {
  if (desk.phase !== 'bargaining') return { plans: [], consents: [], questions: [], lobbies: [] };
  const { plans, consents, questions, lobbies } = desk.politics;
  return {
    plans: named(plans).filter((plan) => plan.state === 'offered' && plan.to === role.id),
    consents: named(consents).filter(
      (asked) => asked.of.includes(role.id) && asked.given[role.id] === undefined,
    ),
    questions: role.kind === 'negotiator' ? named(questions).filter((one) => one.yes === null) : [],
    lobbies: named(lobbies).filter((one) => one.target === role.id && one.swayed === null),
  };
}

export function plansOf(desk: Desk): Named<Plan>[] {
  return named(desk.politics.plans).reverse();
}

export function chartsOf(desk: Desk): Named<Chart>[] {
  return named(desk.politics.charts).reverse();
}

/** Drafts that were made for a side to speak from. */
export function chartsFor(desk: Desk, side: string | null): Named<Chart>[] {
  return chartsOf(desk).filter((one) => one.chart.for === side);
}

/** Attacks that a speech of a side may meet, as far as this seat was told of them. */
export function attacksOn(
  own: Pick<OwnBrief, 'criticisms' | 'theirCriticisms'>,
  ownSide: string | null,
  side: string,
): readonly { readonly id: string; readonly text: string }[] {
  return side === ownSide ? own.criticisms : own.theirCriticisms.filter((one) => one.side === side);
}

export function questionsOf(desk: Desk): Named<Question>[] {
  return named(desk.politics.questions).reverse();
}

export function lobbiesOf(desk: Desk): Named<Lobby>[] {
  return named(desk.politics.lobbies).reverse();
}

/** Moves that a faction knows of and the public does not. */
export function leakable(desk: Desk): MoveMade[] {
  return desk.moves.filter((made) => made.audience !== 'everyone').reverse();
}

/** Moves of other sides that the own side has not told them anything about yet. */
export function unanswered(desk: Desk, side: string | null): MoveMade[] {
  return desk.moves
    .filter(
      (made) => made.side !== null && made.side !== side && desk.politics.acknowledged[made.id] === undefined,
    )
    .reverse();
}

/** What other sides have said about moves of one's own, newest first. */
export function thanksFor(
  desk: Desk,
  side: string | null,
): { readonly made: MoveMade; readonly result: 'helped' | 'hurt' | 'nothing' }[] {
  return desk.moves
    .flatMap((made) => {
      const result = desk.politics.acknowledged[made.id];
      return made.side === side && result !== undefined ? [{ made, result }] : [];
    })
    .reverse();
}

export interface TwoTongues {
  readonly id: string;
  readonly side: string;
  readonly first: string;
  readonly second: string;
}

/** Contradictions found out, with the two headlines that do not fit together. */
export function twoTongues(desk: Desk): TwoTongues[] {
  const headline = (id: string) => desk.moves.find((made) => made.id === id)?.headline ?? '';
  return desk.politics.contradictions
    .map(({ id, side, first, second }) => ({ id, side, first: headline(first), second: headline(second) }))
    .filter((one) => one.first !== '' && one.second !== '')
    .reverse();
}

/** A promise being drafted, keyed by what it is about. */
export type Drafted = Readonly<Record<string, number | null>>;

export const promiseKey = (promise: Omit<PlanPromise, 'until'>) =>
  `${promise.side} ${promise.kind} ${promise.what}`;

/** The promises ticked in a form, in the order of their keys. */
export function promisesOf(drafted: Drafted): PlanPromise[] {
  return Object.entries(drafted).flatMap(([key, until]): PlanPromise[] => {
    const [side = '', kind, what = ''] = key.split(' ');
    return kind === 'do' || kind === 'avoid' ? [{ side, kind, what, until }] : [];
  });
}

/** How many would and would not defend a move in public. */
export function judgementOf(
  desk: Desk,
  move: string,
): { readonly defend: number; readonly not: number; readonly by: Readonly<Record<string, boolean>> } {
  const by = desk.politics.judgements[move] ?? {};
  const defend = Object.values(by).filter((yes) => yes).length;
  return { defend, not: Object.keys(by).length - defend, by };
}
