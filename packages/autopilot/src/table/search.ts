import type { Player } from '../seat/seat';
import { termsOf } from '../seat/seat';
import { type Deal, dealOf } from '../seat/space';
import type { Aims } from './aims';

/** Up to so many texts every one is looked at. */
const FEW = 1_200;

/**
 * The text that is best to propose: of all of them where they are few, else the best found by changing one issue at a time from several
 * beginnings. Among texts of nearly the same worth to oneself the one nearest to what the other side last wanted wins: a trade-off.
 */
export function bestDeal(player: Player, aims: Aims): Deal {
  if (player.space.many <= FEW) return bestOfAll(player, aims);
  const { space, notes, desk } = player;
  const whole = (deal: Deal): Deal => deal.map((option, i) => (option < 0 ? (aims.best[i] ?? 0) : option));
  const starts = [
    whole(dealOf(space, termsOf(desk.text))),
    ...(aims.wanted ? [whole(aims.wanted)] : []),
    ...notes.trials.slice(-2).map((trial) => whole(dealOf(space, trial.terms))),
    aims.best,
  ];
  let best = aims.best;
  let worth = Number.NEGATIVE_INFINITY;
  for (const start of starts) {
    const found = climb(player, aims, start);
    const here = aims.worth(found);
    if (here > worth) [best, worth] = [found, here];
  }
  return best;
}

function bestOfAll({ space }: Player, aims: Aims): Deal {
  const deal: Deal = space.options.map(() => 0);
  let best: Deal = [...deal];
  let worth = Number.NEGATIVE_INFINITY;
  for (let number = 0; number < space.many; number++) {
    const here = aims.worth(deal);
    if (here > worth) [best, worth] = [[...deal], here];
    for (let i = 0; i < deal.length; i++) {
      const next = (deal[i] ?? 0) + 1;
      if (next < (space.options[i]?.length ?? 0)) {
        deal[i] = next;
        break;
      }
      deal[i] = 0;
    }
  }
  return best;
}

function climb({ space }: Player, aims: Aims, from: Deal): Deal {
  const deal = [...from];
  let worth = aims.worth(deal);
  for (let better = true; better; ) {
    better = false;
    for (let i = 0; i < deal.length; i++) {
      let chosen = deal[i] ?? 0;
      for (let option = 0; option < (space.options[i]?.length ?? 0); option++) {
        deal[i] = option;
        const here = aims.worth(deal);
        if (here > worth + 1e-9) [chosen, worth, better] = [option, here, true];
      }
      deal[i] = chosen;
    }
  }
  return deal;
}
