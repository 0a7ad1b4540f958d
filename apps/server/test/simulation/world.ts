import { type Client, createClient } from '@btt/client';
import { createMemoryStore, type EventStore } from '@btt/eventstore';
import { smallScenario } from '@btt/scenario/test-support';
import { newCounters } from '../../src/http/metrics';
import { createNode, type ServerNode } from '../../src/node';
import { createLibrary } from '../../src/scenarios/library';
import { createReception } from '../../src/sockets/reception';
import { benchHere, workHere } from '../threads';
import { pick, type Random } from './chance';
import { type Line, openDatabase } from './database';
import { dial, type Door, type Wire } from './network';

/** A node in the simulation, with its line to the database and those to its pages. */
export interface SimNode {
  readonly database: Line;
  readonly lines: Set<Wire>;
  /** Ends it without a word. */
  crash(): void;
}

export interface World {
  readonly store: EventStore;
  readonly nodes: ReadonlySet<SimNode>;
  /** Starts one more node. */
  start(): Promise<void>;
  crash(node: SimNode): void;
  client(): Client;
  /** What went wrong and was not the database. */
  readonly surprises: string[];
}

export function createWorld(random: Random): World {
  const store = createMemoryStore();
  const line = openDatabase(store, random);
  const nodes = new Set<SimNode>();
  const doors = new Map<SimNode, Exclude<ReturnType<Door>, null>>();
  const surprises: string[] = [];
  let started = 0;

  function failed(error: unknown): void {
    if (!(error instanceof Error && error.name === 'StoreUnavailable')) surprises.push(String(error));
  }

  async function start(): Promise<void> {
    const database = line();
    const lines = new Set<Wire>();
    const emitters = new Map<string, (name: string, message: unknown) => void>();
    const counters = newCounters();
    const node: ServerNode = await createNode({
      store: database.store,
      library: createLibrary([{ scenario: smallScenario(), hash: 'river' }], database.store),
      analysisThread: workHere,
      workThread: benchHere,
      name: `node ${++started}`,
      counters,
      failed,
      exit: {
        send(to, frame) {
          for (const id of to) emitters.get(id)?.('frame', frame);
        },
        tell(to, name, message) {
          for (const id of to) emitters.get(id)?.(name, message);
        },
        // Now and then a page is slow to read.
        room: () => (random() < 0.05 ? new Promise((resume) => setTimeout(resume, random() * 200)) : null),
      },
    });
    const reception = createReception(node.services, counters, (error) => {
      failed(error);
      return 'unavailable';
    });
    const sim: SimNode = {
      database,
      lines,
      crash() {
        database.die();
        node.pause();
        for (const wire of lines) wire.cut();
      },
    };
    nodes.add(sim);
    doors.set(sim, {
      lines,
      admit(page) {
        emitters.set(page.id, (name, message) => page.emit(name, message));
        page.on('disconnect', () => emitters.delete(page.id));
        reception.admit(page, '10.0.0.1');
      },
    });
    node.start();
  }

  /** The balancer: any node that lives. */
  const door: Door = () => {
    const open = [...doors.values()];
    return open.length > 0 ? pick(random, open) : null;
  };

  return {
    store,
    nodes,
    start,
    crash(node) {
      nodes.delete(node);
      doors.delete(node);
      node.crash();
    },
    client: () => createClient({ line: () => dial(door, random) }),
    surprises,
  };
}
