import type { TableStanding } from '@btt/protocol';
import { headOf } from '../table/politics/teams';
import { readEchoes } from './echoes';
import { readHelp } from './help';
import { type MapHistory, readMaps } from './maps';
import { readScores } from './scores';
import type { Yardstick } from './scores/yardstick';
import { readSpeeches } from './speeches';
import type { Story } from './story';
import { countsOf, isAcross, modelVerdict } from './votes';

/** One table in a line, to be held against others of its class: what it came to, and how it got there. */
export function readStanding(story: Story, yardstick: Yardstick): Omit<TableStanding, 'table'> {
  const { game, end } = story;
  const help = readHelp(story);
  const echoes = readEchoes(story).heard;
  const speeches = readSpeeches(story);
  const maps = readMaps(story);
  const scores = readScores(story, yardstick);
  const count = countsOf(story).at(-1);
  const verdict = count && modelVerdict(game, count);
  return {
    name: end.name,
    outcome: end.outcome?.outcome ?? null,
    joint: scores.joint,
    sides: game.sides.map((side) => {
      const head = headOf(game, side);
      const own = help.sides.find((one) => one.side === side);
      const speech = speeches.findLast((one) => one.side === side);
      return {
        side,
        value: scores.seats.find((seat) => seat.role === head)?.own ?? null,
        margin: verdict?.sides.find((one) => one.side === side)?.margin ?? null,
        given: own?.given ?? 0,
        received: own?.received ?? 0,
        price: own?.price ?? 0,
        echoes: echoes.filter((one) => one.side === side).length,
        speech: speech ? { answered: speech.answeredTruly, held: speech.held } : null,
        map: accuracyOf(maps.filter((map) => map.side === side)),
      };
    }),
    invited: help.invitable.made === 0 ? null : help.invitable.invited / help.invitable.made,
    withoutHelp: count ? modelVerdict(game, count, isAcross).passes : null,
  };
}

/** The mean of what the last maps of a side's people say, each as good as the other. */
function accuracyOf(maps: readonly MapHistory[]): { signed: number; absolute: number } | null {
  const last = maps.flatMap((map) => {
    const score = map.atTheVote ?? map.moments.at(-1)?.score;
    const signed = score?.signedError.mean;
    const absolute = score?.absoluteError.mean;
    return signed == null || absolute == null ? [] : [{ signed, absolute }];
  });
  if (last.length === 0) return null;
  const mean = (of: (one: (typeof last)[number]) => number) =>
    last.reduce((sum, one) => sum + of(one), 0) / last.length;
  return { signed: mean((one) => one.signed), absolute: mean((one) => one.absolute) };
}
