import type { Brief, HostBrief, MoveTerms, OwnBrief, OwnMove, PublicScenario, Viewer } from '@btt/protocol';
import type { Move, Role, Scenario, Trigger } from '@btt/scenario';
import type { Game } from '../game';
import { audienceOf } from '../table/chronicle';
import { LEAK_COST } from '../table/politics/leak';
import { LOBBY_COST } from '../table/politics/lobby';
import { confidantsOf } from '../table/politics/teams';
import { canMake, planPartners } from '../table/politics/plans';
import { pick } from './pick';

/** What the scenario says to a viewer. A pure function of the scenario and of who the viewer is. */
export function briefFor(game: Game, viewer: Viewer): Brief {
  const role = viewer.kind === 'seat' ? game.scenario.roles.find((one) => one.id === viewer.role) : undefined;
  return {
    hash: game.hash,
    public: publicScenario(game.scenario),
    own: role ? ownBrief(game, role) : null,
    host: viewer.kind === 'host' ? hostBrief(game.scenario) : null,
  };
}

function publicScenario(scenario: Scenario): PublicScenario {
  const texts = pick(scenario, 'id', 'title', 'tagline', 'summary', 'period', 'language', 'scale', 'table');
  return {
    ...texts,
    issues: scenario.issues,
    sides: scenario.sides.map((side) => pick(side, 'id', 'name', 'short', 'place', 'colour', 'ruleText')),
    roles: scenario.roles.map((role) => {
      const faction = scenario.factions.find((one) => one.id === role.id);
      const told = pick(
        role,
        'id',
        'kind',
        'side',
        'name',
        'short',
        'office',
        'initials',
        'order',
        'capacity',
      );
      return { ...told, weight: faction?.weight ?? null, reputation: faction?.reputation ?? null };
    }),
  };
}

function ownBrief(game: Game, role: Role): OwnBrief {
  const { scenario } = game;
  const faction = scenario.factions.find((one) => one.id === role.id);
  const principal = scenario.principals.find((one) => one.role === role.id);
  return {
    role: role.id,
    card: role.card,
    stake: role.stake,
    briefing: role.briefing,
    points: faction?.points ?? principal?.points ?? null,
    interactions: scenario.interactions
      .filter((one) => one.of === role.id)
      .map(({ deal, points }) => ({ deal, points })),
    faction: faction
      ? {
          start: faction.start,
          yes: faction.yes,
          no: faction.no,
          fierce: faction.fierce,
          judgement: faction.judgement,
          redLines: faction.redLines,
        }
      : null,
    noAgreement: faction?.noAgreement ?? principal?.noAgreement ?? null,
    rumours: scenario.rumours
      .filter((rumour) => rumour.to.includes(role.id))
      .map(({ about, text, range }) => ({ about, text, range })),
    channels: scenario.channels
      .filter((channel) => channel.members.includes(role.id))
      .map(({ leak, ...channel }) => ({ ...channel, leaks: leak !== null })),
    moves: scenario.moves.filter((move) => move.by.includes(role.id)).map(ownMove),
    criticisms: ownCriticisms(scenario, role),
    theirCriticisms: theirCriticisms(scenario, role),
    speech: role.initials && scenario.speech ? { max: scenario.speech.max } : null,
    politics: ownPolitics(game, role),
  };
}

function ownPolitics(game: Game, role: Role): OwnBrief['politics'] {
  const { politics, sides } = game.scenario;
  const partners = planPartners(game, role.id);
  const confidants = confidantsOf(game, role.id);
  const { numerator, denominator } = politics.confidence.leak;
  const atTheTable = role.side !== null && (role.kind === 'negotiator' || role.kind === 'aide');
  return {
    blocs: game.blocs
      .filter((bloc) => bloc.factions.includes(role.id))
      .map(({ id, factions }) => ({ id, factions })),
    plan:
      politics.plan && partners.length > 0
        ? {
            partners,
            moves: politics.plan.moves.map((id) => ({
              id,
              name: game.index.move(id)?.name ?? id,
              sides: sides.map((side) => side.id).filter((side) => canMake(game, id, side)),
            })),
            avoid: politics.plan.avoid,
          }
        : null,
    intelligence: atTheTable ? politics.intelligence : null,
    prices: { lobby: LOBBY_COST, leak: LEAK_COST },
    confidants,
    overheard: atTheTable && confidants.length > 0 ? `${numerator}/${denominator}` : null,
    drafts: atTheTable && game.scenario.speech ? { attacks: game.scenario.speech.max } : null,
  };
}

/**
 * A team hears what its own side's speech may be attacked for, and has the answer cards: those who help to draft it must foresee that. A
 * faction has the attacks that it holds, and no others. Who else holds one is told to nobody.
 */
function ownCriticisms(scenario: Scenario, role: Role): OwnBrief['criticisms'] {
  if (role.side === null) return [];
  if (role.kind === 'faction')
    return scenario.criticisms
      .filter((one) => one.heldBy.includes(role.id))
      .map(({ id, text }) => ({ id, text, answers: [] }));
  return scenario.criticisms
    .filter((one) => one.side === role.side)
    .map(({ id, text, answers }) => ({
      id,
      text,
      answers: answers.map((card) => ({ id: card.id, text: card.text })),
    }));
}

function theirCriticisms(scenario: Scenario, role: Role): OwnBrief['theirCriticisms'] {
  const helps =
    role.side !== null &&
    (role.kind === 'negotiator' ||
      role.kind === 'aide' ||
      scenario.moves.some((move) => move.by.includes(role.id) && move.pick?.from === 'criticisms'));
  return helps
    ? scenario.criticisms
        .filter((one) => one.side !== role.side)
        .map(({ id, side, text }) => ({ id, side, text }))
    : [];
}

/** What a move is to the one who may make it. Its cases, and what they do in numbers, are not among it. */
function ownMove(move: Move): OwnMove {
  const told = pick(
    move,
    'id',
    'kind',
    'name',
    'summary',
    'device',
    'cost',
    'headline',
    'tags',
    'limit',
    'answers',
    'expects',
    'secrets',
    'consent',
    'words',
    'known',
    'risk',
    'available',
  );
  const { pick: picks } = move;
  return {
    ...told,
    pick: picks && { ...picks, items: picks.items.map((item) => pick(item, 'id', 'label', 'group')) },
    seenBy: audienceOf(move.audience, move.by),
  };
}

/** The same terms that the page uses to grey a button. */
export function moveTerms(move: Move): MoveTerms {
  return ownMove(move);
}

function hostBrief(scenario: Scenario): HostBrief {
  return {
    triggers: scenario.triggers.map((trigger) => ({
      id: trigger.id,
      name: trigger.name,
      date: trigger.date,
      when: whenText(trigger),
    })),
    channels: scenario.channels.map(({ id, name }) => ({ id, name })),
  };
}

function whenText(trigger: Trigger): string {
  switch (trigger.at.kind) {
    case 'round':
      return `round ${trigger.at.round}`;
    case 'when':
      return 'when it comes to it';
    case 'host':
      return 'at your word';
  }
}
