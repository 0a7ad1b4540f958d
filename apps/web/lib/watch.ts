import type { TableFeed } from '@btt/client';
import type { Desk, Fact, PublicScenario } from '@btt/protocol';

/** What of a scenario is looked at. */
interface Known {
  readonly sides: readonly Pick<PublicScenario['sides'][number], 'id'>[];
  readonly issues: readonly Pick<PublicScenario['issues'][number], 'id'>[];
  readonly roles: readonly Pick<PublicScenario['roles'][number], 'id' | 'initials'>[];
}

/** What at a table may need the host. */
export type Concern =
  | { readonly kind: 'help'; readonly role: string }
  | { readonly kind: 'offline'; readonly role: string; readonly person: string }
  /** Has done nothing for so many minutes of play. */
  | { readonly kind: 'silent'; readonly role: string; readonly minutes: number }
  /** Nobody at the table has done anything for so many minutes. */
  | { readonly kind: 'stuck'; readonly minutes: number }
  /** Nobody plays the head of a side. */
  | { readonly kind: 'empty'; readonly role: string }
  /** Everybody is ready, or the count is open: the table waits for the host. */
  | { readonly kind: 'waits' };

const MINUTE = 60_000;
/** Minutes of play after which a seat counts as silent, and a table as stuck. */
const PATIENCE = { silent: 5, stuck: 4 } as const;

/** Facts whose `role` or `faction` did something by them. */
const ACTS: ReadonlySet<Fact['type']> = new Set([
  'ready',
  'said',
  'proposed',
  'clause-answered',
  'draft-shown',
  'initialled',
  'stance',
  'instructed',
  'reacted',
  'speech',
  'speech-rated',
  'ballot',
  'ballot-in',
  'help-asked',
  'plan-answered',
  'consent-asked',
  'consent-given',
  'asked',
  'assured',
  'lobbied',
  'mapped',
  'estimated',
  'speech-drafted',
  'acknowledged',
]);

/** Who did something by this fact; null when nobody did. */
function actorOf(fact: Fact): string | null {
  if (fact.type === 'move') return fact.made.role;
  if (!ACTS.has(fact.type)) return null;
  if ('role' in fact && fact.role !== null) return fact.role;
  return 'faction' in fact ? fact.faction : null;
}

/** When each role did something last, and the moment since which the table has been playing: seats, rounds and pauses begin anew. */
function lastActs(entries: TableFeed['entries']): {
  readonly acts: ReadonlyMap<string, number>;
  readonly since: number;
  readonly newest: number;
} {
  const acts = new Map<string, number>();
  let [since, newest] = [0, 0];
  for (const { at, facts } of entries) {
    for (const fact of facts) {
      const who = actorOf(fact);
      if (who !== null) newest = at;
      if (who !== null) acts.set(who, at);
      else if (fact.type === 'seat-held') acts.set(fact.role, at);
      else if (fact.type === 'phase' || fact.type === 'clock') since = at;
    }
  }
  return { acts, since, newest };
}

/** Everything about a table that may need the host now, the most urgent first. */
export function concerns(
  feed: TableFeed,
  scenario: Known,
  online: readonly string[],
  now: number,
): readonly Concern[] {
  const { desk } = feed;
  const held = scenario.roles.filter((role) => (desk.seats[role.id] ?? []).length > 0);
  const found: Concern[] = [];
  for (const [role, open] of Object.entries(desk.help)) if (open) found.push({ kind: 'help', role });
  if (desk.phase === 'debrief') return found;
  if (waitsForHost(desk, held)) found.push({ kind: 'waits' });
  if (desk.phase !== 'lobby')
    for (const role of scenario.roles)
      if (role.initials && !held.includes(role) && desk.autopilots[role.id] === undefined)
        found.push({ kind: 'empty', role: role.id });
  const here = new Set(online);
  const { acts, since, newest } = lastActs(feed.entries);
  const minutes = (from: number) => Math.floor((now - Math.max(from, since)) / MINUTE);
  const running = desk.phase === 'bargaining' && desk.deadline !== null && now > 0;
  if (running && held.length > 0 && minutes(newest) >= PATIENCE.stuck)
    found.push({ kind: 'stuck', minutes: minutes(newest) });
  for (const role of held) {
    const people = desk.seats[role.id] ?? [];
    const played = desk.autopilots[role.id] !== undefined;
    for (const person of people)
      if (!here.has(person) && !played) found.push({ kind: 'offline', role: role.id, person });
    const silent = minutes(acts.get(role.id) ?? 0);
    if (running && silent >= PATIENCE.silent && people.some((person) => here.has(person)))
      found.push({ kind: 'silent', role: role.id, minutes: silent });
  }
  return found;
}

function waitsForHost(desk: Desk, held: readonly { readonly id: string }[]): boolean {
  if (desk.phase === 'count') return true;
  if (desk.phase === 'briefing') return held.length > 0 && held.every((role) => desk.ready.includes(role.id));
  return false;
}

/** Clauses that all sides stand by, of all issues. */
export function agreedOf(desk: Desk, scenario: Known): { readonly agreed: number; readonly of: number } {
  const sides = scenario.sides.length;
  const agreed = scenario.issues.filter(({ id }) => (desk.text[id]?.accepted.length ?? 0) >= sides).length;
  return { agreed: desk.deal ? scenario.issues.length : agreed, of: scenario.issues.length };
}
