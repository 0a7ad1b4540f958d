import type {
  Channel,
  ChannelId,
  Criticism,
  CriticismId,
  Faction,
  FactionId,
  Issue,
  IssueId,
  Move,
  MoveId,
  OptionId,
  OptionTest,
  Principal,
  Role,
  RoleId,
  Scenario,
  Side,
  SideId,
  Trigger,
  TriggerId,
} from './model';

/** One option for every issue. */
export type Deal = Readonly<Record<IssueId, OptionId>>;

/** A deal under negotiation: issues may still be open. */
export type PartialDeal = Readonly<Record<IssueId, OptionId | null | undefined>>;

export type IssueOption = Issue['options'][number];

/** Finds the things of a scenario by id, and keeps the order as written where it lists several. Unknown ids give undefined. */
export interface ScenarioIndex {
  readonly side: (id: SideId) => Side | undefined;
  readonly role: (id: RoleId) => Role | undefined;
  readonly faction: (id: FactionId) => Faction | undefined;
  readonly principal: (role: RoleId) => Principal | undefined;
  readonly issue: (id: IssueId) => Issue | undefined;
  readonly option: (issue: IssueId, option: OptionId) => IssueOption | undefined;
  readonly move: (id: MoveId) => Move | undefined;
  readonly trigger: (id: TriggerId) => Trigger | undefined;
  readonly channel: (id: ChannelId) => Channel | undefined;
  readonly criticism: (id: CriticismId) => Criticism | undefined;
  readonly rolesOfSide: (side: SideId) => readonly Role[];
  readonly factionsOfSide: (side: SideId) => readonly Faction[];
  /** The role that initials and presents for the side. */
  readonly headOfSide: (side: SideId) => Role | undefined;
}

/** Builds the index once per scenario; looking up is then a map access. */
export function indexScenario(scenario: Scenario): ScenarioIndex {
  const side = byId(scenario.sides);
  const role = byId(scenario.roles);
  const faction = byId(scenario.factions);
  const principal = new Map(scenario.principals.map((one) => [one.role, one]));
  const issue = byId(scenario.issues);
  const options = new Map(scenario.issues.map((one) => [one.id, byId(one.options)]));
  const move = byId(scenario.moves);
  const trigger = byId(scenario.triggers);
  const channel = byId(scenario.channels);
  const criticism = byId(scenario.criticisms);
  const roles = bySide(scenario.sides, scenario.roles);
  const factions = bySide(scenario.sides, scenario.factions);
  return {
    side: (id) => side.get(id),
    role: (id) => role.get(id),
    faction: (id) => faction.get(id),
    principal: (id) => principal.get(id),
    issue: (id) => issue.get(id),
    option: (of, id) => options.get(of)?.get(id),
    move: (id) => move.get(id),
    trigger: (id) => trigger.get(id),
    channel: (id) => channel.get(id),
    criticism: (id) => criticism.get(id),
    rolesOfSide: (id) => roles.get(id) ?? [],
    factionsOfSide: (id) => factions.get(id) ?? [],
    headOfSide: (id) => roles.get(id)?.find((one) => one.initials),
  };
}

/** Roles of a side in the order written: negotiators, aides, factions. */
export function rolesOfSide(scenario: Scenario, side: SideId): readonly Role[] {
  return scenario.roles.filter((role) => role.side === side);
}

export function factionsOfSide(scenario: Scenario, side: SideId): readonly Faction[] {
  return scenario.factions.filter((faction) => faction.side === side);
}

/** Whether a deal passes every test. No test at all always passes; an issue still open fails its test. */
export function matchesTests(deal: PartialDeal, tests: readonly OptionTest[]): boolean {
  return tests.every((test) => {
    const option = deal[test.issue];
    return option !== null && option !== undefined && test.options.includes(option);
  });
}

/** Whether a complete deal avoids every set of options that the scenario calls incompatible. */
export function isPossible(scenario: Scenario, deal: PartialDeal): boolean {
  return !scenario.incompatible.some((set) => matchesTests(deal, set));
}

/** What was agreed in history, with an option for every issue; null where the scenario has no history. */
export function dealOfHistoric(scenario: Scenario): Deal | null {
  return scenario.historic?.deal ?? null;
}

function byId<Thing extends { readonly id: string }>(things: readonly Thing[]): ReadonlyMap<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

function bySide<Thing extends { readonly side: SideId | null }>(
  sides: readonly Side[],
  things: readonly Thing[],
): ReadonlyMap<SideId, readonly Thing[]> {
  return new Map(sides.map((side) => [side.id, things.filter((thing) => thing.side === side.id)]));
}
