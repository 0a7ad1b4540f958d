import type { Viewer, Welcome } from '@btt/protocol';
import type { Feed } from '../feeds/feed';
import type { Session } from '../sessions/session';
import type { Identity } from '../sessions/sessions';

/** Who somebody is in a session now, and through which eyes which feed is seen. */
export interface Entitlement {
  readonly me: Welcome['me'];
  readonly feeds: readonly { readonly feed: Feed; readonly viewer: Viewer }[];
}

/** Null when somebody may not be in the session any more. */
export function entitlementOf(
  session: Session,
  identity: Identity,
  screenToken: string | null,
): Entitlement | null {
  const { closed, people, tables } = session.view();
  const see = (viewer: Viewer, ids: readonly string[]): Entitlement['feeds'] => {
    const seen = ids.flatMap((id) => session.tables.get(id)?.feed ?? []);
    return seen.map((feed) => ({ feed, viewer }));
  };
  const all = tables.map(({ table }) => table);
  switch (identity.kind) {
    case 'host': {
      const viewer = { kind: 'host' } as const;
      return {
        me: { kind: 'host', screenToken: screenToken ?? '' },
        feeds: [{ feed: session.feed, viewer }, ...see(viewer, all)],
      };
    }
    case 'screen': {
      const viewer = { kind: 'screen' } as const;
      return { me: { kind: 'screen' }, feeds: [{ feed: session.feed, viewer }, ...see(viewer, all)] };
    }
    case 'person': {
      const entry = people.find((one) => one.person === identity.person);
      if (!entry || closed) return null;
      const { person, seat } = entry;
      const observer = { kind: 'observer' } as const;
      // Whoever waits for a seat looks over the shoulders of the first table.
      const table = seat
        ? see({ kind: 'seat', role: seat.role }, [seat.table])
        : see(observer, all.slice(0, 1));
      return {
        me: { kind: 'person', person, seat },
        feeds: [{ feed: session.feed, viewer: observer }, ...table],
      };
    }
  }
}
