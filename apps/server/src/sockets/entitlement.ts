import type { Gone, Viewer, Welcome } from '@btt/protocol';
import type { Feed } from '../feeds/feed';
import type { Session } from '../sessions/session';
import type { Identity } from '../sessions/tokens';

/** Who somebody is in a session now, and through which eyes which feed is seen. */
export interface Entitlement {
  readonly me: Welcome['me'];
  readonly feeds: readonly { readonly feed: Feed; readonly viewer: Viewer }[];
}

/** Null when somebody may not be in the session, or not any more. */
export function entitlementOf(
  session: Session,
  identity: Identity,
  screenToken: string | null,
): Entitlement | null {
  if (whyGone(session, identity)) return null;
  const { people, tables, returns } = session.view();
  const see = (viewer: Viewer, ids: readonly string[]): Entitlement['feeds'] => {
    const seen = ids.flatMap((id) => session.tables.get(id)?.feed ?? []);
    return seen.map((feed) => ({ feed, viewer }));
  };
  const all = tables.map(({ table }) => table);
  switch (identity.kind) {
    case 'host': {
      const viewer = { kind: 'host' } as const;
      const { host } = identity;
      return {
        me: { kind: 'host', screenToken: screenToken ?? '', ...(host === undefined ? {} : { host }) },
        feeds: [{ feed: session.feed, viewer }, ...see(viewer, all)],
      };
    }
    case 'screen': {
      const viewer = { kind: 'screen' } as const;
      return { me: { kind: 'screen' }, feeds: [{ feed: session.feed, viewer }, ...see(viewer, all)] };
    }
    case 'person': {
      const asked = returns.find(({ request }) => request === identity.return);
      if (asked && !asked.admitted) return { me: { kind: 'waiting' }, feeds: [] };
      const entry = people.find((one) => one.person === identity.person);
      if (!entry) return null;
      const { person, seat, watches } = entry;
      const observer = { kind: 'observer' } as const;
      // Whoever waits for a seat looks over the shoulders of the first table.
      const table = seat
        ? see({ kind: 'seat', role: seat.role }, [seat.table])
        : see(observer, watches === null ? all.slice(0, 1) : [watches]);
      return {
        me: { kind: 'person', person, seat },
        feeds: [
          { feed: session.feed, viewer: observer },
          { feed: session.mine(person), viewer: { kind: 'person', person } },
          ...table,
        ],
      };
    }
  }
}

/** Why somebody may not be in a session; null = may be. */
export function whyGone(session: Session, identity: Identity): Gone['code'] | null {
  const { closed, archived, people, hosts, returns } = session.view();
  switch (identity.kind) {
    case 'host':
    case 'screen':
      return identity.host === undefined || hosts.includes(identity.host) ? null : 'revoked';
    case 'person':
      if (closed) return 'session-closed';
      if (archived) return 'session-archived';
      if (!people.some(({ person }) => person === identity.person)) return 'removed';
      if (identity.return === undefined) return null;
      return returns.some(({ request }) => request === identity.return) ? null : 'not-admitted';
  }
}
