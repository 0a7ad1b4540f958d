import type { Desk, PublicScenario, RefereeLine } from '@btt/protocol';
import { signed } from '@/lib/signed';
import type { BoardArrow, BoardBloc, BoardFaction, BoardSide, Stand } from './types';

const STATED: Record<'for' | 'against' | 'undecided', Stand> = {
  for: 'supporter',
  against: 'opponent',
  undecided: 'undecided',
};
const VOTED: Record<'yes' | 'no' | 'abstain', Stand> = {
  yes: 'supporter',
  no: 'opponent',
  abstain: 'undecided',
};

/** The sides of a board, sealed once they have initialled. */
export function boardSides(scenario: PublicScenario, desk: Desk): BoardSide[] {
  return scenario.sides.map((side) => {
    const head = scenario.roles.find((role) => role.side === side.id && role.initials);
    return {
      id: side.id,
      name: side.name,
      short: side.short,
      colour: side.colour,
      head: head ? { id: head.id, short: head.short } : null,
      sealed: desk.initials[side.id] !== undefined || desk.deal !== null,
    };
  });
}

/** Where a faction is seen to stand: by the referee where its line may be known, else by what it said, else by its reputation. */
export function boardFactions(
  scenario: PublicScenario,
  desk: Desk,
  line: RefereeLine | null,
  own: { readonly role: string; readonly value: string | null } | null,
): BoardFaction[] {
  return scenario.roles
    .filter((role) => role.kind === 'faction')
    .map((role) => {
      const stated = desk.stances[role.id];
      const said = stated?.public ?? stated?.private;
      const vote = line?.votes[role.id];
      const support = line?.supports[role.id];
      const mine = own?.role === role.id;
      return {
        id: role.id,
        side: role.side ?? '',
        name: role.name,
        short: role.short,
        weight: role.weight ?? 0,
        stand: vote ? VOTED[vote] : said ? STATED[said] : (role.reputation ?? 'undecided'),
        mine,
        value: support !== undefined ? signed(support) : mine ? own.value : null,
      };
    });
}

/** Blocking coalitions that somebody has joined: everybody sees them. */
export function boardBlocs(desk: Desk): BoardBloc[] {
  return Object.entries(desk.politics.blocs).flatMap(([id, { members, stands }]) =>
    members.length > 0 ? [{ id, members, stands }] : [],
  );
}

/** Aides and ministers stand with the head of their side on the board. */
export function headOrSelf(scenario: PublicScenario, id: string): string {
  const role = scenario.roles.find((one) => one.id === id);
  return role?.kind === 'faction'
    ? id
    : (scenario.roles.find((one) => one.side === role?.side && one.initials)?.id ?? id);
}

/** The newest moves as arrows to the factions that truly felt them. */
export function trueArrows(scenario: PublicScenario, desk: Desk, most: number): BoardArrow[] {
  return desk.moves.slice(-most).map((made) => ({
    id: made.id,
    from: headOrSelf(scenario, made.role),
    to: [
      ...new Set(
        desk.effects
          .filter((effect) => desk.behind[effect.id]?.cause === made.id)
          .map((effect) => effect.faction),
      ),
    ],
    label: made.headline,
  }));
}
