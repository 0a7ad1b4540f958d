import { t } from '../messages';
import type { LogNames } from './log-names';

interface Chance {
  readonly id: string;
  readonly draw: string;
  readonly cause: string;
}

/** What the rules draw for everybody is called so in the record; what a scenario draws is told by what set it going. */
const LEAK = 'leak-of-';
const OVERHEARD = 'confidence-';
const GUESS = 'estimate-';

/** What a chance is about, in words. */
export function chanceText({ id, draw, cause }: Chance, { desk, role, channel }: LogNames): string {
  if (draw.startsWith(LEAK)) return t('log.chance.channel', { what: channel(draw.slice(LEAK.length)) });
  if (draw.startsWith(OVERHEARD))
    return t('log.chance.overheard', { who: role(draw.slice(OVERHEARD.length)) });
  if (draw.startsWith(GUESS)) return t('log.chance.guess');
  const hint = desk.draws.find((one) => one.id === id)?.hint;
  const headline = hint || desk.moves.find((one) => one.id === cause)?.headline;
  return headline ? t('log.chance.after', { what: headline }) : t('log.chance.something');
}

/** A chance that was drawn, by luck or by the host. */
export function drawnText(
  fact: Chance & { readonly odds: string; readonly hit: boolean; readonly by: 'chance' | 'host' },
  names: LogNames,
): string {
  const what = chanceText(fact, names);
  const how = fact.hit ? 'hit' : 'miss';
  if (fact.by === 'host') return t(`log.chance.host.${how}`, { what });
  return t(`log.chance.${how}`, { what, odds: oddsText(fact.odds) });
}

/** "1/12" as people say it. */
export function oddsText(odds: string): string {
  const [hits = odds, of = '1'] = odds.split('/');
  return t('chance.of', { hits, of });
}
