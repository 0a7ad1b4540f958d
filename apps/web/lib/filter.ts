import type { ScenarioCard } from '@btt/protocol';

/** What somebody looks for; null and '' = anything. */
export interface Wanted {
  readonly text: string;
  readonly players: number | null;
  readonly minutes: number | null;
  readonly difficulty: number | null;
  readonly device: string;
  readonly language: string;
}

export const ANYTHING: Wanted = {
  text: '',
  players: null,
  minutes: null,
  difficulty: null,
  device: '',
  language: '',
};

export function fitting(cards: readonly ScenarioCard[], wanted: Wanted): readonly ScenarioCard[] {
  return cards.filter((card) => fits(card, wanted));
}

function fits(card: ScenarioCard, wanted: Wanted): boolean {
  const { players, minutes, difficulty, device, language } = wanted;
  return (
    (players === null || (card.players.min <= players && players <= card.players.max)) &&
    (minutes === null || card.minutes.some((one) => one <= minutes)) &&
    (difficulty === null || card.difficulty === difficulty) &&
    (device === '' || card.devices.includes(device)) &&
    (language === '' || card.languages.includes(language)) &&
    contains(card, wanted.text)
  );
}

/** Every word is somewhere, in whatever order, capitals and accents. */
function contains(card: ScenarioCard, text: string): boolean {
  const { title, tagline, summary, period, devices, sides } = card;
  const all = plain(
    [title, tagline, summary, period, ...devices, ...sides.map((side) => side.name)].join(' '),
  );
  return plain(text)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Each once, in the order of the alphabet. */
export function choicesOf(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort((one, other) => one.localeCompare(other));
}
