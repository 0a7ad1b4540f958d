import type { Desk, OwnBrief } from '@btt/protocol';

type Terms = Readonly<Record<string, string>>;

/** The seat's own points for some terms, combinations included. Issues still open count nothing. */
export function pointsFor(own: OwnBrief, terms: Terms): number {
  let sum = 0;
  for (const [issue, option] of Object.entries(terms)) sum += own.points?.[issue]?.[option] ?? 0;
  for (const { deal, points } of own.interactions) if (matches(deal, terms)) sum += points;
  return sum;
}

export interface Support {
  readonly support: number;
  readonly crossed: boolean;
  readonly vote: 'yes' | 'no' | 'abstain';
}

/** Words and gestures: what they did is gone in a round or two. */
const FADING: ReadonlySet<string> = new Set(['statement', 'answer', 'faction']);

/** Whether what is felt now will be gone when the text goes home: a mood, or what words of an earlier round did. */
function fades(desk: Desk, cause: string | null): boolean {
  const made = desk.moves.find((move) => move.id === cause);
  if (!made) return cause !== null && desk.phase === 'bargaining' && isMood(desk, cause);
  return desk.phase === 'bargaining' && FADING.has(made.kind) && made.round < desk.round;
}

function isMood(desk: Desk, cause: string): boolean {
  const { lobbies, blocs } = desk.politics;
  return blocs[cause] === undefined && (lobbies[cause] !== undefined || desk.triggers[cause] === undefined);
}

/**
 * A faction's exact support for some terms, and how its interests vote. While the table still bargains it looks ahead: what will have faded by
 * the vote is left out.
 */
export function supportFor(own: OwnBrief, desk: Desk, terms: Terms): Support | null {
  const { faction } = own;
  if (!faction) return null;
  const felt = desk.effects.reduce(
    (sum, one) => (matches(one.deal, terms) && !fades(desk, one.cause) ? sum + one.points : sum),
    0,
  );
  const support = faction.start + pointsFor(own, terms) + felt;
  const crossed = faction.redLines.some((line) => matches(line.deal, terms));
  const vote = crossed ? 'no' : support >= faction.yes ? 'yes' : support <= faction.no ? 'no' : 'abstain';
  return { support, crossed, vote };
}

function matches(
  deal: readonly { readonly issue: string; readonly options: readonly string[] }[],
  terms: Terms,
): boolean {
  return deal.every(({ issue, options }) => options.includes(terms[issue] ?? ''));
}
