import type { SeatCommand, Stance } from '@btt/protocol';
import { chooseMove, roundsLeft } from '../moves/choose-move';
import { type Player, termsOf } from '../seat/seat';
import { supportFor } from '../seat/value';

type Terms = Readonly<Record<string, string>>;

/** Wishes that a faction has for its negotiators, at most so many a round. */
const WISHES = 4;
const FIRST_WISHES = 3;
const QUESTIONS = 2;

/** What a faction does while the table bargains: it says truly where it stands, asks for what it lacks, and acts for its interest. */
export function factionBargains(player: Player): SeatCommand | null {
  const { desk } = player;
  const shown = desk.shown ? termsOf(desk.shown.draft) : null;
  return (
    answerLobby(player, shown) ??
    answerConsent(player) ??
    (shown ? state(player, shown) : null) ??
    firstWish(player) ??
    (shown ? wish(player, shown) : null) ??
    question(player) ??
    react(player) ??
    (shown ? closeRanks(player, shown) : null) ??
    (shown ? act(player, shown) : null) ??
    (shown ? lobby(player, shown) : null)
  );
}

/** In the briefing a faction tells its negotiators what matters most to it. */
export function factionPrepares(player: Player): SeatCommand | null {
  return firstWish(player);
}

/** At home it hears the speech, rates it, and votes as its interests do. */
export function factionRatifies(player: Player): SeatCommand | null {
  const { desk, own, role, scenario } = player;
  const { deal } = desk;
  if (!deal || !role.side) return null;
  const speech = desk.speeches[role.side];
  const head = scenario.roles.find((one) => one.side === role.side && one.initials);
  if (!speech && head && player.time < 0.6 && isPlayed(player, head.id)) return null;
  if (speech && desk.ratings[role.id] === undefined) {
    const held = own.criticisms.map((one) => one.id);
    const answered = speech.answers.some((one) => held.includes(one.criticism));
    return { type: 'rate-speech', rating: answered ? 1 : 0 };
  }
  const now = supportFor(own, desk, deal);
  if (!now || desk.ballotsIn.includes(role.id)) return null;
  return { type: 'vote', vote: now.vote };
}

const STANCE = { yes: 'for', no: 'against', abstain: 'undecided' } as const;

/** Where it stands on the text that it was shown: openly, so that both sides of the table can reckon with it. */
function state(player: Player, shown: Terms): SeatCommand | null {
  const now = supportFor(player.own, player.desk, shown);
  if (!now) return null;
  const stance: Stance = STANCE[now.vote];
  const stated = player.desk.stances[player.role.id];
  if (stated?.public !== stance) return { type: 'state-stance', stance, public: true };
  return null;
}

/** What it would like, issue by issue, those first that decide most. An autopilot at the table gets the whole list, a person the head of it. */
function firstWish(player: Player): SeatCommand | null {
  const mine = player.notes.wishes.filter((one) => one.faction === player.role.id);
  const autopilot = isHeadOnAutopilot(player);
  const ranked = player.scenario.issues
    .map((issue) => {
      const points = issue.options.map((option) => ({
        option: option.id,
        points: player.own.points?.[issue.id]?.[option.id] ?? 0,
      }));
      points.sort((a, b) => b.points - a.points);
      return { issue: issue.id, points, width: (points[0]?.points ?? 0) - (points.at(-1)?.points ?? 0) };
    })
    .filter((one) => one.width > 0)
    .sort((a, b) => b.width - a.width);
  const list = autopilot
    ? [0, 1].flatMap((place) => ranked.flatMap(({ issue, points }) => wishAt(issue, points, place)))
    : ranked.slice(0, FIRST_WISHES).flatMap(({ issue, points }) => wishAt(issue, points, 0));
  const next = list.find(
    (one) => !mine.some((before) => before.issue === one.issue && before.option === one.option),
  );
  return next ? { type: 'instruct', ...next } : null;
}

/** Its nth choice for an issue: the first always, a later one only where it would gain by it and not only lose less. */
function wishAt(
  issue: string,
  points: readonly { readonly option: string; readonly points: number }[],
  place: number,
): { issue: string; option: string }[] {
  const choice = points[place];
  const last = points.at(-1)?.points ?? 0;
  return choice && (place === 0 || (choice.points >= 0 && choice.points > last))
    ? [{ issue, option: choice.option }]
    : [];
}

function isHeadOnAutopilot({ scenario, role, desk }: Player): boolean {
  const head = scenario.roles.find((one) => one.side === role.side && one.initials);
  return head !== undefined && desk.autopilots[head.id] !== undefined;
}

/** What it would change in the text that it was shown: the one change that helps most and that it has not asked for before. */
function wish(player: Player, shown: Terms): SeatCommand | null {
  const { own, desk, scenario, notes, role } = player;
  const now = supportFor(own, desk, shown);
  if (!now || now.vote === 'yes') return null;
  const mine = notes.wishes.filter((one) => one.faction === role.id);
  if (!isHeadOnAutopilot(player) && mine.length >= FIRST_WISHES + WISHES * Math.max(1, desk.round))
    return null;
  let best: SeatCommand | null = null;
  let most = 0;
  for (const issue of scenario.issues)
    for (const { id: option } of issue.options) {
      if (mine.some((one) => one.issue === issue.id && one.option === option)) continue;
      const then = supportFor(own, desk, { ...shown, [issue.id]: option });
      const gain = (then?.support ?? 0) - now.support + (now.crossed && then?.crossed === false ? 5 : 0);
      if (gain > most) [best, most] = [{ type: 'instruct', issue: issue.id, option }, gain];
    }
  return best;
}

/** Asks its negotiators to rule out what it could never bear by itself, and what would hurt it most. */
function question(player: Player): SeatCommand | null {
  const { own, desk, role } = player;
  const asked = Object.values(desk.politics.questions).filter((one) => one.faction === role.id);
  if (asked.length >= (isHeadOnAutopilot(player) ? 3 * QUESTIONS : QUESTIONS)) return null;
  const lines = (own.faction?.redLines ?? []).flatMap(({ deal }) => {
    const [test] = deal;
    return test && deal.length === 1
      ? test.options.map((option) => ({ issue: test.issue, option, points: -10 }))
      : [];
  });
  const bad = Object.entries(own.points ?? {}).flatMap(([issue, options]) =>
    Object.entries(options).flatMap(([option, points]) => (points <= -2 ? [{ issue, option, points }] : [])),
  );
  const next = [...lines, ...bad.toSorted((a, b) => a.points - b.points)].find(
    (one) => !asked.some((before) => before.issue === one.issue && before.option === one.option),
  );
  return next ? { type: 'ask', issue: next.issue, option: next.option } : null;
}

/** Says openly what a public statement did to it: only when it felt something. */
function react(player: Player): SeatCommand | null {
  const { desk, role } = player;
  for (const made of desk.moves) {
    if (made.kind !== 'statement' || made.round !== desk.round || made.side === role.side) continue;
    if (desk.reactions[made.id]?.[role.id] !== undefined) continue;
    const felt = desk.effects
      .filter((one) => one.cause === made.id)
      .reduce((sum, one) => sum + one.points, 0);
    if (felt !== 0) return { type: 'react', to: made.id, reaction: felt > 0 ? 'reassured' : 'inflamed' };
  }
  return null;
}

/** Joins those with whom it can block a text that it could not live with, and leaves them when it can. */
function closeRanks(player: Player, shown: Terms): SeatCommand | null {
  const { own, desk, role } = player;
  const now = supportFor(own, desk, shown);
  const { faction } = own;
  if (!now || !faction) return null;
  for (const { id } of own.politics.blocs) {
    const member = desk.politics.blocs[id]?.members.includes(role.id) ?? false;
    const cannot = now.vote === 'no' && now.support < faction.fierce - 1;
    if (!member && cannot && roundsLeft(player) === 0) return { type: 'join-bloc', bloc: id };
    if (member && now.vote !== 'no') return { type: 'leave-bloc', bloc: id };
  }
  return null;
}

/** Uses its moves: for a text that it can live with, and against one that crosses its lines. */
function act(player: Player, shown: Terms): SeatCommand | null {
  const now = supportFor(player.own, player.desk, shown);
  if (!now) return null;
  const lives = now.vote === 'yes';
  const bears = now.vote === 'abstain';
  const wronged = now.crossed && roundsLeft(player) > 0 && !actedThisRound(player);
  const abroad = lives ? 1 : bears ? 0.6 : 0.2;
  return chooseMove(player, { home: lives ? 1 : bears ? 0.4 : 0, abroad, hard: wronged ? 1 : 0 });
}

function actedThisRound({ desk, role }: Player): boolean {
  return desk.moves.some((made) => made.role === role.id && made.round === desk.round);
}

/** Works on one of its own side who is still undecided. */
function lobby(player: Player, shown: Terms): SeatCommand | null {
  const { own, desk, role, scenario } = player;
  const now = supportFor(own, desk, shown);
  const purse = desk.capital[role.id];
  const price = own.politics.prices.lobby;
  if (now?.vote !== 'yes' || roundsLeft(player) > 0 || (purse !== null && (purse ?? 0) < price)) return null;
  const tried = Object.values(desk.politics.lobbies).filter((one) => one.faction === role.id);
  const target = scenario.roles.find(
    (one) =>
      one.kind === 'faction' &&
      one.side === role.side &&
      one.id !== role.id &&
      desk.stances[one.id]?.public === 'undecided' &&
      !tried.some((before) => before.target === one.id),
  );
  return target ? { type: 'lobby', faction: target.id, wants: 'for' } : null;
}

/** Lets itself be talked into what it was near to anyway. */
function answerLobby(player: Player, shown: Terms | null): SeatCommand | null {
  const waiting = Object.entries(player.desk.politics.lobbies).find(
    ([, one]) => one.target === player.role.id && one.swayed === null,
  );
  if (!waiting) return null;
  const [lobby, { wants }] = waiting;
  const now = supportFor(player.own, player.desk, shown ?? {});
  const middle = !now || now.vote === 'abstain';
  const sameWay = now ? (wants === 'for' ? now.vote === 'yes' : now.vote === 'no') : false;
  return { type: 'answer-lobby', lobby, swayed: middle || sameWay };
}

/** Agrees to what its negotiators ask leave for, unless the text before it crosses its lines. */
export function answerConsent(player: Player): SeatCommand | null {
  for (const [move, { of, given }] of Object.entries(player.desk.politics.consents)) {
    if (!of.includes(player.role.id) || given[player.role.id] !== undefined) continue;
    const shown = player.desk.shown ? termsOf(player.desk.shown.draft) : {};
    const crossed = supportFor(player.own, player.desk, shown)?.crossed ?? false;
    return { type: 'give-consent', move, yes: !crossed };
  }
  return null;
}

/** Whether somebody, a person or an autopilot, plays a role. */
function isPlayed({ desk }: Player, role: string): boolean {
  return (desk.seats[role]?.length ?? 0) > 0 || desk.autopilots[role] !== undefined;
}
