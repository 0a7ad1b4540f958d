import type { Channel, Role, Rumour, Scenario, Side, Speech } from '../model';
import type { Criticism } from '../model';
import type { Path } from '../problems/problem';
import { compileActions, type Stage } from './action';
import { compileWhen, type Scene } from './condition';
import { type Context, listOf, refers, refersToRole, titled } from './context';
import { selectRoles } from './select';
import { compileShare, compileTerms } from './terms';
import { type Words, wordsOf } from './words';

/** The channels that every table has, then the author's back channels. A channel that nobody could use is left out. */
export function compileChannels(
  context: Context,
  sides: readonly Side[],
  roles: readonly Role[],
  stage: Stage,
): Channel[] {
  const builtIn = builtInChannels(sides, roles, wordsOf(context.author.language)).filter(
    (channel) => channel.members.length > 0,
  );
  const taken = new Set(builtIn.map((channel) => channel.id));
  const own = Object.entries(context.author.channels).map(([id, written]): Channel => {
    const path: Path = ['channels', id];
    if (taken.has(id))
      context.problem(path, 'duplicate-id', `every table has a channel \`${id}\` already`, 'key');
    const members = selectRoles(context, written.members, [...path, 'members']);
    if (members.length === 1)
      context.problem([...path, 'members'], 'incomplete', 'a back channel needs at least two roles');
    const leak = written.leak && {
      odds: compileShare(context, written.leak.odds, [...path, 'leak', 'odds']),
      do: compileActions(context, written.leak.do, [...path, 'leak', 'do'], stage),
    };
    return {
      id,
      kind: 'back-channel',
      name: written.name ?? titled(id),
      members,
      readers: 'members',
      leak: leak ?? null,
    };
  });
  return [...builtIn, ...own];
}

function builtInChannels(sides: readonly Side[], roles: readonly Role[], words: Words): Channel[] {
  const ids = (found: (role: Role) => boolean) => roles.filter(found).map((role) => role.id);
  const head = (side: string | null) => roles.find((role) => role.side === side && role.initials);
  const direct = roles.flatMap((role): Channel[] => {
    const negotiator = role.kind === 'faction' ? head(role.side) : undefined;
    if (negotiator === undefined) return [];
    const name = words.both(negotiator.short, role.short);
    return [
      {
        id: `direct-${role.id}`,
        kind: 'direct',
        name,
        members: [negotiator.id, role.id],
        readers: 'members',
        leak: null,
      },
    ];
  });
  return [
    {
      id: 'table',
      kind: 'table',
      name: words.table,
      members: ids((role) => role.kind === 'negotiator' || role.kind === 'aide'),
      readers: 'members',
      leak: null,
    },
    ...sides.map(
      (side): Channel => ({
        id: `caucus-${side.id}`,
        kind: 'caucus',
        name: side.name,
        members: ids((role) => role.side === side.id),
        readers: 'members',
        leak: null,
      }),
    ),
    ...direct,
    {
      id: 'press',
      kind: 'press',
      name: words.press,
      members: ids(() => true),
      readers: 'everyone',
      leak: null,
    },
    ...roles.map(
      (role): Channel => ({
        id: `facilitator-${role.id}`,
        kind: 'facilitator',
        name: role.short,
        members: [role.id],
        readers: 'members',
        leak: null,
      }),
    ),
  ];
}

export function compileRumours(context: Context): Rumour[] {
  return context.author.rumours.map((written, at) => {
    const path = ['rumours', at];
    const { about = null, range } = written;
    if (about !== null) refersToRole(context, ['faction'], about, [...path, 'about']);
    const [min = 0, max = 0] = range ?? [];
    if (min > max)
      context.problem(
        [...path, 'range'],
        'out-of-range',
        `the lower end ${min} is above the upper end ${max}`,
      );
    if (range !== undefined && about === null)
      context.problem([...path, 'range'], 'inconsistent', 'a range needs `about`: whose support it guesses');
    return {
      to: selectRoles(context, written.to, [...path, 'to']),
      about,
      text: written.text,
      range: range === undefined ? null : { min, max },
      true: written.true,
      truth: written.truth,
    };
  });
}

export function compileCriticisms(context: Context, rounds: number): Criticism[] {
  const scene: Scene = { move: null, secrets: new Map(), picks: false, open: false, rounds };
  return Object.entries(context.author.criticisms).map(([id, written]) => {
    const path: Path = ['criticisms', id];
    refers(context, 'side', written.side, [...path, 'side']);
    const listed = typeof written['held-by'] !== 'string';
    for (const [at, faction] of listOf(written['held-by']).entries()) {
      const where = listed ? [...path, 'held-by', at] : [...path, 'held-by'];
      if (!refersToRole(context, ['faction'], faction, where)) continue;
      const side = context.names.roles.get(faction)?.side;
      if (side !== written.side)
        context.problem(
          where,
          'wrong-reference',
          `\`${faction}\` is a faction of \`${side}\`, not of \`${written.side}\``,
        );
    }
    return {
      id,
      side: written.side,
      text: written.text,
      heldBy: [...new Set(listOf(written['held-by']))],
      answers: Object.entries(written.answers).map(([answer, { text, deal, when }]) => ({
        id: answer,
        text,
        deal: compileTerms(context, deal ?? {}, [...path, 'answers', answer, 'deal']),
        when: compileWhen(context, when, [...path, 'answers', answer, 'when'], scene),
      })),
    };
  });
}

export function compileSpeech(context: Context): Speech | null {
  const { speech, criticisms } = context.author;
  if (speech !== undefined)
    return { max: speech.max, perAnswer: speech['per-answer'], most: speech.most, rating: speech.rating };
  return Object.keys(criticisms).length === 0 ? null : { max: 4, perAnswer: 1, most: 2, rating: 1 };
}

export function compileTable(context: Context): Scenario['table'] {
  const { table, language } = context.author;
  const words = wordsOf(language);
  const rounds = table?.rounds ?? [
    { date: '', minutes: 9 },
    { date: '', minutes: 9 },
    { date: '', minutes: 9 },
  ];
  const capital = table?.capital ?? { 'per-round': 3, carry: 0 };
  return {
    briefing: table?.briefing ?? 9,
    rounds: rounds.map((round, at) => ({
      name: ('name' in round ? round.name : undefined) ?? words.round(at + 1),
      date: round.date,
      minutes: round.minutes,
    })),
    ratification: table?.ratification ?? 8,
    returns: table?.returns ?? { times: 1, minutes: 5 },
    ballot: table?.ballot ?? 'bounded',
    capital: {
      perRound: capital['per-round'] === 'unlimited' ? null : capital['per-round'],
      carry: capital.carry,
    },
  };
}
