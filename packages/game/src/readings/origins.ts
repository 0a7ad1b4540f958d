import type { HappeningId } from '@btt/protocol';
import type { Game } from '../game';
import type { Told } from './story';

/** Whose doing an effect was. */
export interface Origin {
  readonly kind:
    | 'move'
    | 'order'
    | 'promise'
    | 'draft'
    | 'speech'
    | 'contradiction'
    | 'confidence'
    | 'pressing'
    | 'lobby'
    | 'bloc'
    | 'reaction'
    | 'rating'
    | 'assurance'
    /** Nobody’s: the calendar, and a back channel that comes out. */
    | 'event'
    | 'channel';
  /** The happening to which the record ascribes the effect. */
  readonly happening: HappeningId;
  /** null where no side did it. */
  readonly side: string | null;
  readonly role: string | null;
  /** The move that it goes back to. */
  readonly move: HappeningId | null;
}

/** Remembers, fact by fact, what every happening goes back to. */
export interface Origins {
  add(told: Told): void;
  /** What an effect goes back to, recorded now with this cause. */
  of(cause: HappeningId, told: Told): Origin;
}

export function createOrigins(game: Game): Origins {
  const known = new Map<HappeningId, Origin>();
  const sideOf = (role: string) => game.index.role(role)?.side ?? null;
  const put = (happening: HappeningId, kind: Origin['kind'], more: Partial<Origin> = {}) =>
    known.set(happening, { kind, happening, side: null, role: null, move: null, ...more });
  const byRole = (happening: HappeningId, kind: Origin['kind'], role: string) =>
    put(happening, kind, { role, side: sideOf(role) });

  function add({ fact, before, doer }: Told): void {
    switch (fact.type) {
      case 'move':
        put(fact.made.id, 'move', { side: fact.made.side, role: fact.made.role, move: fact.made.id });
        return;
      case 'event':
        put(fact.id, 'event');
        return;
      case 'bound': {
        const from = known.get(fact.cause);
        put(fact.id, 'order', {
          side: fact.side ?? from?.side ?? null,
          role: from?.role ?? null,
          move: from?.move ?? null,
        });
        return;
      }
      case 'said':
        put(fact.id, 'channel');
        return;
      case 'proposed':
        byRole(fact.id, 'pressing', fact.role);
        return;
      case 'bloc':
        // Whoever made it stand.
        put(fact.id, 'bloc', { side: doer?.side ?? null, role: doer?.role ?? null });
        return;
      case 'speech':
        byRole(fact.id, 'speech', fact.role);
        return;
      case 'speech-drafted':
        byRole(fact.id, 'draft', fact.role);
        return;
      case 'speech-rated':
        byRole(fact.id, 'rating', fact.faction);
        return;
      case 'reacted':
        byRole(fact.id, 'reaction', fact.faction);
        return;
      case 'asked':
        byRole(fact.id, 'assurance', fact.faction);
        return;
      case 'lobbied':
        byRole(fact.id, 'lobby', fact.faction);
        return;
      case 'confided':
        byRole(fact.id, 'confidence', fact.by);
        return;
      case 'contradiction':
        put(fact.id, 'contradiction', { side: fact.side });
        return;
      case 'promise-settled': {
        // From now on, what follows from the plan is the doing of the side whose promise it was.
        const plan = before.politics.plans[fact.plan];
        const side = plan?.promises[fact.promise]?.side ?? null;
        const signers = [plan?.by, plan?.to].filter((role) => role !== undefined);
        put(fact.plan, 'promise', { side, role: signers.find((role) => sideOf(role) === side) ?? null });
        return;
      }
      default:
        return;
    }
  }

  return {
    add,
    of: (cause, { event, doer }) => {
      const found = known.get(cause);
      if (found) return found;
      // In records of older versions nothing was said of some things but their effect: they are the doing of whoever acted.
      const kind = event.type === 'propose' ? 'pressing' : event.type === 'join-bloc' ? 'bloc' : 'event';
      return {
        kind,
        happening: cause,
        side: kind === 'event' ? null : (doer?.side ?? null),
        role: kind === 'event' ? null : (doer?.role ?? null),
        move: null,
      };
    },
  };
}
