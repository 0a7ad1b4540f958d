import type { OwnMove } from '@btt/protocol';

/** What a move is for, as far as its own card says. */
export type Intent = 'hard' | 'help' | 'home' | 'both' | 'open';

/** Kinds of words and acts that scenarios mark as harsh. */
const HARD_TAGS: ReadonlySet<string> = new Set([
  'hard',
  'gloat',
  'boast',
  'loud',
  'claim',
  'slip',
  'surprise',
  'stale',
]);
const SOFT_TAGS: ReadonlySet<string> = new Set(['mollify', 'honest', 'unspeakable']);

/** Words in the name of a device. Looked for in this order: the first list that has one decides. */
const HARD =
  /uninvited|denounc|threat|demand|escalat|ultimatum|gloat|triumphalism$|claiming|inflam|leak|disinformation|splitting|fait accompli|goalposts|frozen|commitment|hurting|surveillance|blocking|firm|pressing|pressure from|loud futility|contradict|acoustic|home use|domestic consumption|concession under pressure|silence/;
const BOTH =
  /endorse|endorsement|framing|package|staged|settling with|agreement on what|supporters joining|joint|letting members/;
const HELP =
  /across the table|mollify|restraint|look good|no triumphalism|costless|letter|side payment|other public|acceptance speech|petition|reassur|private concession|have your way|gesture|acknowledg|nobody says|unspeakable|pressure|futility|easy to believe|advance text|helping|telling one's friends|by invitation|face-saving|told afterwards|back channel|third party/;
const HOME =
  /own side|selling|compensation|tailored|credit|own gain|long fight|process|being pushed|pushed|one voice|home/;

/** What a move is for: by its tags, then by its device. A move whose card says nothing of the kind is open. */
export function intentOf(move: Pick<OwnMove, 'tags' | 'device'>): Intent {
  if (move.tags.some((tag) => HARD_TAGS.has(tag))) return 'hard';
  if (move.tags.some((tag) => SOFT_TAGS.has(tag))) return 'help';
  const device = move.device.toLowerCase();
  if (HARD.test(device) && !device.startsWith('no ')) return 'hard';
  if (BOTH.test(device)) return 'both';
  if (HELP.test(device)) return 'help';
  if (HOME.test(device)) return 'home';
  return 'open';
}

/** Whether the card says that the move helps only where somebody has asked for it. */
export function wantsInvitation(move: Pick<OwnMove, 'device' | 'known' | 'risk'>): boolean {
  return (
    /invitation|pressure/.test(move.device.toLowerCase()) ||
    /\b(uninvited|unasked|if (he|she|they|nobody|somebody|the [a-z ]+) (did not ask|asked|had asked|has not asked))\b/i.test(
      `${move.known} ${move.risk}`,
    )
  );
}
