import type { HostCommand, SeatCommand } from '@btt/protocol';
import type { Game } from '../src';
import { headsOf, secretsOf, seatWish, type Wish, wishesAt } from './random-wishes';
import { RIVER, type TestTable } from './table';

export type { Wish };

/** At the river, where what is agreed on soon is known. */
export const { wish, wishes } = wishesAt(RIVER, {
  agreed: { water: 'free', dam: 'delayed', fund: 'small' },
  likely: { water: ['quotas', 'free'], dam: ['delayed', 'dropped'], fund: ['small', 'large'] },
});

/** Whether it was granted; null when there was nothing to wish. */
export function grant(table: TestTable, one: Wish): boolean | null {
  if (one.as === 'reply') {
    const kinds = kindsOf(repliesAt(table, one.yes));
    const waiting = kinds[one.nth % Math.max(1, kinds.length)] ?? [];
    const reply = waiting[Math.floor(one.nth / Math.max(1, kinds.length)) % Math.max(1, waiting.length)];
    return reply ? grant(table, reply) : null;
  }
  if (one.as === 'clock') return table.clock().ok;
  return (one.as === 'host' ? table.host(one.command) : table.seat(one.role, one.command)).ok;
}

/** Sorted by what is done, so that what can be done once has as good a chance as what can be done by everybody. */
function kindsOf(replies: readonly Wish[]): Wish[][] {
  const kinds = new Map<string, Wish[]>();
  for (const one of replies) {
    const kind =
      'command' in one ? `${one.command.type} ${'move' in one.command ? one.command.move : ''}` : '';
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  return [...kinds.values()];
}

/** What somebody who pays attention would do now. */
function repliesAt(table: TestTable, yes: boolean): Wish[] {
  const { game } = table;
  const { scenario } = game;
  const { desk } = table.state();
  const { plans, questions, lobbies, consents, charts } = desk.politics;
  const replies: Wish[] = [];
  const seat = (who: string, command: SeatCommand) => replies.push(seatWish(who, command));
  const host = (command: HostCommand) => replies.push({ as: 'host', command });
  const teams = scenario.roles.filter((one) => one.kind === 'negotiator' || one.kind === 'aide');
  const factions = scenario.roles.filter((one) => one.kind === 'faction');

  for (const [plan, { to, state }] of Object.entries(plans))
    if (state === 'offered') seat(to, { type: 'answer-plan', plan, accept: yes });
  for (const [question, one] of Object.entries(questions)) {
    const side = factions.find(({ id }) => id === one.faction)?.side;
    for (const { id } of teams.filter((other) => other.side === side))
      if (one.yes === null) seat(id, { type: 'assure', question, yes });
  }
  for (const [lobby, { target, swayed }] of Object.entries(lobbies))
    if (swayed === null) seat(target, { type: 'answer-lobby', lobby, swayed: yes });
  for (const [asked, { of, given }] of Object.entries(consents))
    for (const who of of) if (given[who] === undefined) seat(who, { type: 'give-consent', move: asked, yes });
  for (const [draft, { role: author, handedTo }] of Object.entries(charts))
    for (const { id } of teams)
      if (id !== author && !handedTo.includes(id)) seat(author, { type: 'hand-speech', draft, to: id });
  for (const { id, bloc } of game.blocs.flatMap((one) =>
    one.factions.map((who) => ({ id: who, bloc: one.id })),
  ))
    seat(id, { type: yes ? 'join-bloc' : 'leave-bloc', bloc });
  for (const made of desk.moves) {
    for (const one of scenario.moves.filter((other) => other.answers?.includes(made.move)))
      for (const who of one.by) seat(who, { type: 'move', move: one.id, answering: made.id });
    for (const { id } of teams.filter((other) => other.side !== made.side))
      seat(id, { type: 'acknowledge', happening: made.id });
    for (const { id } of factions) {
      if (made.audience !== 'everyone') seat(id, { type: 'leak', happening: made.id });
      seat(id, { type: 'react', to: made.id, reaction: yes ? 'reassured' : 'inflamed' });
      if (desk.debriefOpen) seat(id, { type: 'judge', happening: made.id, defend: yes });
    }
  }
  for (const one of openingsAt(game, yes)) replies.push(one);
  for (const [who, map] of Object.entries(desk.politics.maps))
    for (const about of Object.keys(map)) seat(who, { type: 'consult', about });
  for (const who of Object.keys(desk.help)) host({ type: 'give-help', role: who });
  for (const { id, hit } of desk.draws) if (hit === null) host({ type: 'overrule-draw', draw: id, hit: yes });
  for (const who of headsOf(game)) {
    if (Object.keys(desk.initials).length > 0) seat(who, { type: 'withdraw-initials' });
    if (desk.phase === 'ratification') seat(who, { type: 'give-speech', answers: [] });
  }
  if (desk.phase === 'ratification')
    for (const { id } of factions) {
      seat(id, { type: 'rate-speech', rating: yes ? 1 : -1 });
      seat(id, { type: 'vote', vote: yes ? 'yes' : 'no' });
    }
  if (desk.phase === 'count' || desk.phase === 'ratification') host({ type: yes ? 'skip' : 'finish' });
  if (desk.phase === 'debrief') host({ type: 'open-debrief' });
  return replies;
}

/** What can be begun with at any time: what random wishes would seldom hit upon. */
function openingsAt(game: Game, yes: boolean): Wish[] {
  const { factions, roles, criticisms, moves, channels, politics } = game.scenario;
  const sideOf = (id: string | undefined) => roles.find((one) => one.id === id)?.side ?? null;
  const factionOf = (side: string | null | undefined) => factions.find((one) => one.side === side)?.id;
  const aide = roles.find((one) => one.kind === 'aide') ?? roles.find((one) => one.initials);
  const attack = criticisms.find((one) => one.side !== aide?.side);
  const constituency = factionOf(attack?.side);
  const [a, b] = channels.find((one) => one.kind === 'back-channel')?.members ?? [];
  const about = factionOf(sideOf(a));
  const by = politics.plan?.by[0];
  const partner = politics.plan?.by.find((one) => sideOf(one) !== sideOf(by));
  const [side, kept] = [sideOf(by), politics.plan?.avoid[0]];
  const begun: Wish[] = [];
  const seat = (who: string, command: SeatCommand) => begun.push(seatWish(who, command));
  if (aide && attack && constituency !== undefined) {
    const expected = { constituencies: [constituency], attacks: [attack.id] };
    seat(aide.id, { type: 'draft-speech', for: attack.side, ...expected });
  }
  for (const { id, by: makers } of moves.filter((one) => one.consent)) {
    const [maker = ''] = makers;
    seat(maker, { type: 'ask-consent', move: id });
    seat(maker, { type: 'move', move: id });
  }
  for (const move of moves.filter((one) => one.secrets.length > 0)) {
    const secrets = secretsOf(move).at(yes ? 0 : -1);
    if (secrets) seat(move.by[0] ?? '', { type: 'move', move: move.id, secrets });
  }
  if (a !== undefined && b !== undefined && about !== undefined) seat(a, { type: 'confide', about, to: b });
  if (by !== undefined && partner !== undefined && side !== null && kept)
    seat(by, {
      type: 'offer-plan',
      to: partner,
      promises: [{ side, kind: 'avoid', what: kept.tag, until: null }],
    });
  return begun;
}
