import type { Desk, MoveMade } from '@btt/protocol';
import type { Chronicle } from '../chronicle';
import { affect } from '../effects';
import { evolve, type TableState } from '../state';
import { reaches } from './reach';

interface Pair {
  readonly side: string;
  readonly topic: string;
  readonly first: MoveMade;
  readonly second: MoveMade;
}

/**
 * Finds what one side has said in two ways to people who have heard both, and lets them draw their conclusions. Each listener finds a
 * side out once for each topic.
 */
export function findContradictions(chronicle: Chronicle, state: TableState): void {
  const speaks = chronicle.parts.some(
    ({ fact }) =>
      (fact.type === 'move' || fact.type === 'disclosed') && Object.keys(fact.made.asserts).length > 0,
  );
  if (!speaks) return;
  const { game } = chronicle;
  const after = evolve(state, { type: SILENT.command.type, id: '', cause: SILENT, parts: chronicle.parts });
  const heard = new Map<string, { readonly pair: Pair; readonly roles: string[] }>();
  for (const role of game.scenario.roles) {
    const view = after.views[role.id];
    for (const pair of view ? contradictionsIn(view) : []) {
      const key = JSON.stringify([pair.side, pair.topic, pair.first.id, pair.second.id]);
      const found = heard.get(key) ?? { pair, roles: [] };
      found.roles.push(role.id);
      heard.set(key, found);
    }
  }
  for (const { pair, roles } of heard.values()) tell(chronicle, pair, roles);
}

function tell(chronicle: Chronicle, { side, topic, first, second }: Pair, roles: readonly string[]): void {
  const id = chronicle.nextId();
  chronicle.tell(roles, { type: 'contradiction', id, side, topic, first: first.id, second: second.id });
  const { home, abroad } = chronicle.game.scenario.politics.contradiction;
  for (const faction of chronicle.game.scenario.factions) {
    if (!roles.includes(faction.id) || !reaches(chronicle, side, faction.side)) continue;
    affect(chronicle, { id, known: roles }, faction.id, faction.side === side ? home : abroad, [], null);
  }
}

/** The first pair of statements that differ, for each side and topic that this listener has not found out yet. */
function contradictionsIn(view: Desk): Pair[] {
  const first = new Map<string, MoveMade>();
  const found = new Map<string, Pair>();
  for (const made of view.moves) {
    if (made.side === null) continue;
    for (const [topic, value] of Object.entries(made.asserts)) {
      const key = `${made.side} ${topic}`;
      const before = first.get(key);
      if (before === undefined) first.set(key, made);
      else if (before.asserts[topic] !== value && !found.has(key))
        found.set(key, { side: made.side, topic, first: before, second: made });
    }
  }
  return [...found.values()].filter(
    (pair) => !view.politics.contradictions.some((one) => one.side === pair.side && one.topic === pair.topic),
  );
}

const SILENT = { as: 'system', command: { type: 'deadline', deadline: 0 } } as const;
