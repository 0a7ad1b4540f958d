import type { Fact, HappeningId } from '@btt/protocol';
import type { Action } from '@btt/scenario';
import type { Game } from '../game';
import { createOrigins, type Origin } from './origins';
import type { Told } from './story';

/** One effect of the record, and what became of it. */
export interface FeltEffect {
  readonly id: HappeningId;
  readonly faction: string;
  /** The faction’s side. */
  readonly side: string;
  readonly points: number;
  /** It counts only in agreements with certain terms. */
  readonly conditional: boolean;
  readonly origin: Origin;
  /** The draw without which it would not have come. */
  readonly draw: HappeningId | null;
  /** Place of its event in the record, and the bargaining round. */
  readonly step: number;
  readonly round: number;
  /** The event at which it ended; null = it lasted. */
  readonly ended: number | null;
}

export interface EffectBook {
  add(told: Told): void;
  effects(): FeltEffect[];
}

type Effect = Extract<Fact, { type: 'effect' }>['effect'];

/** Collects effects while the record is gone through. */
export function createEffectBook(game: Game): EffectBook {
  const origins = createOrigins(game);
  const felt: FeltEffect[] = [];
  const ended = new Map<HappeningId, number>();
  let open: Effect | null = null;
  let draw: { readonly id: HappeningId; readonly cause: HappeningId; left: string[] } | null = null;

  /** A draw is followed at once by what it lets happen, and by nothing else. */
  function fromDraw(cause: HappeningId, faction: string): HappeningId | null {
    if (draw === null || draw.cause !== cause) return null;
    const at = draw.left.indexOf(faction);
    if (at < 0) return null;
    draw.left.splice(0, at + 1);
    return draw.id;
  }

  return {
    add(told) {
      const { fact, step, before } = told;
      origins.add(told);
      switch (fact.type) {
        case 'effect':
          open = fact.effect;
          return;
        case 'effect-behind': {
          if (open?.id !== fact.id) return;
          felt.push({
            id: open.id,
            faction: open.faction,
            side: game.index.faction(open.faction)?.side ?? '',
            points: open.points,
            conditional: open.deal.length > 0,
            origin: origins.of(fact.cause, told),
            draw: fromDraw(fact.cause, open.faction),
            step,
            round: before.round,
            ended: null,
          });
          return;
        }
        case 'effect-ended':
          ended.set(fact.id, step);
          return;
        case 'drawn':
          draw = { id: fact.id, cause: fact.cause, left: moved(game, fact, told) };
          return;
        default:
          return;
      }
    },
    effects: () => felt.map((effect) => ({ ...effect, ended: ended.get(effect.id) ?? null })),
  };
}

/** The factions that a draw may move, in the order in which it moves them. */
function moved(game: Game, { draw, cause, hit }: Extract<Fact, { type: 'drawn' }>, told: Told): string[] {
  const written = game.draws.get(draw)?.action;
  if (!written) return [];
  const made = told.before.moves.find((move) => move.id === cause);
  const leaked = game.index.move(made?.move ?? '')?.leaked ?? [];
  const card = told.before.politics.cards.find((one) => one.id === cause);
  const own = (actions: readonly Action[]): string[] =>
    actions.flatMap((action) => {
      if (action.kind === 'effect') return [action.faction];
      if (action.kind === 'oblige') return own(action.standing);
      return action.kind === 'disclose' && action.what === 'move' ? own(leaked) : [];
    });
  return [...own(hit ? written.hit : written.miss), ...(hit && card ? [card.about] : [])];
}
