import type { PublicScenario, SideColour } from '@btt/protocol';

/** Names for ids of a scenario; the id itself where there is none. */
export interface Names {
  readonly role: (id: string) => string;
  readonly short: (id: string) => string;
  readonly side: (id: string | null) => string;
  readonly colour: (id: string | null) => SideColour | null;
}

export function namesOf({ roles, sides }: PublicScenario): Names {
  const role = new Map(roles.map((one) => [one.id, one]));
  const side = new Map(sides.map((one) => [one.id, one]));
  return {
    role: (id) => role.get(id)?.name ?? id,
    short: (id) => role.get(id)?.short ?? id,
    side: (id) => (id === null ? '' : (side.get(id)?.name ?? id)),
    colour: (id) => (id === null ? null : (side.get(id)?.colour ?? null)),
  };
}
