import type { Post } from './post';

/** Who has a page open, at whichever node. Known for a moment only: a node that falls silent is forgotten with its people. */
export interface Whereabouts {
  /** The people of a session with a page here; null = nobody has a page of it here, no host and no projector either. */
  here(session: string, people: ReadonlySet<string> | null): void;
  /** The people of a session with a page at any node. */
  everywhere(session: string): ReadonlySet<string>;
  /** Whether it is this node that acts for whoever is absent: of all with pages of the session, the first by name. */
  leads(session: string): boolean;
  stop(): void;
}

export interface WhereaboutsOptions {
  readonly post: Post;
  /** Milliseconds that only go forwards. */
  readonly now: () => number;
  /** Somebody has come or gone at another node. */
  readonly changed: (session: string) => void;
}

/** Milliseconds between two notices of what has not changed, and after which a silent node is forgotten. */
const TELL_EVERY = 2_000;
const FORGOTTEN_AFTER = 5_000;

interface There {
  readonly people: ReadonlySet<string>;
  heard: number;
}

export function createWhereabouts({ post, now, changed }: WhereaboutsOptions): Whereabouts {
  const here = new Map<string, ReadonlySet<string>>();
  /** By session and node. */
  const there = new Map<string, Map<string, There>>();
  const nodesOf = (session: string) => there.get(session) ?? new Map<string, There>();

  function tell(session: string): void {
    const people = here.get(session);
    post.tell({ type: 'here', session, people: people ? [...people].join(' ') : null });
  }

  function forget(session: string, node: string): void {
    const nodes = there.get(session);
    if (!nodes?.delete(node)) return;
    if (nodes.size === 0) there.delete(session);
    changed(session);
  }

  post.hear((notice, from) => {
    if (notice.type === 'asks') for (const session of here.keys()) tell(session);
    if (notice.type !== 'here') return;
    const { session, people } = notice;
    if (people === null) return forget(session, from);
    const nodes = nodesOf(session);
    const before = nodes.get(from);
    const after: There = { people: new Set(people.split(' ').filter((one) => one !== '')), heard: now() };
    there.set(session, nodes.set(from, after));
    if (!before || !sameSet(before.people, after.people)) changed(session);
  });
  post.tell({ type: 'asks' });

  const timer = setInterval(() => {
    for (const session of here.keys()) tell(session);
    const silent = now() - FORGOTTEN_AFTER;
    for (const [session, nodes] of there)
      for (const [node, { heard }] of nodes) if (heard < silent) forget(session, node);
  }, TELL_EVERY);

  return {
    here(session, people) {
      const before = here.get(session);
      if (people === null ? !before : before && sameSet(before, people)) return;
      if (people === null) here.delete(session);
      else here.set(session, people);
      tell(session);
    },
    everywhere(session) {
      const all = new Set(here.get(session));
      for (const { people } of nodesOf(session).values()) for (const person of people) all.add(person);
      return all;
    },
    leads: (session) => here.has(session) && [...nodesOf(session).keys()].every((node) => post.node < node),
    stop() {
      clearInterval(timer);
      for (const session of here.keys()) post.tell({ type: 'here', session, people: null });
    },
  };
}

function sameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}
