import type { AuthorMove, AuthorTrigger } from '../format/move';
import type { Action, Case, Move, Trigger } from '../model';
import type { Path } from '../problems/problem';
import { compileActions, type Stage } from './action';
import { compileWhen } from './condition';
import { type Context, listOf, refers, titled } from './context';
import { selectAudience, selectRoles } from './select';

type Stacking = Extract<Action, { kind: 'effect' }>['stacking'];
type Used = Stage['used'];

/** What a repetition of the same move adds, where the author says nothing. */
const STACKING: Readonly<Record<AuthorMove['kind'], Stacking>> = {
  measure: 'once',
  statement: 'diminishing',
  answer: 'each',
  invitation: 'once',
  faction: 'diminishing',
};

export function compileMoves(context: Context, rounds: number, used: Used): Move[] {
  return Object.entries(context.author.moves).map(([id, move]) =>
    compileMove(context, id, move, rounds, used),
  );
}

function compileMove(context: Context, id: string, written: AuthorMove, rounds: number, used: Used): Move {
  const path: Path = ['moves', id];
  const secrets = compileSecrets(written);
  const stage: Stage = {
    move: id,
    secrets: secretsAsked(context, written, secrets),
    picks: written.pick !== undefined,
    picksFrom: written.pick?.from ?? null,
    open: false,
    rounds,
    stacking: STACKING[written.kind],
    whileKept: null,
    used,
  };
  const name = written.name ?? titled(id);
  return {
    id,
    kind: written.kind,
    name,
    summary: written.summary,
    device: written.device,
    by: selectRoles(context, written.by, [...path, 'by']),
    cost: written.cost,
    audience: selectAudience(context, written.audience, [...path, 'audience']),
    headline: written.headline ?? name,
    tags: [...new Set(written.tags)],
    asserts: { ...written.asserts },
    available: compileWhen(context, written.available, [...path, 'available'], { ...stage, open: true }),
    limit: written.limit ?? null,
    answers: compileAnswers(context, id, written, path),
    expects: compileReferences(context, 'side', written.expects, [...path, 'expects']),
    secrets,
    pick: compilePick(context, written, path, stage),
    consent: compileConsent(context, written, path),
    leaked: compileActions(context, written.leaked, [...path, 'leaked'], { ...stage, stacking: 'once' }),
    invites: compileReferences(context, 'move', written.invites, [...path, 'invites']),
    words: written.words,
    cases: compileCases(context, written.cases, [...path, 'cases'], stage),
    always: compileActions(context, written.do, [...path, 'do'], stage),
    known: written.known,
    risk: written.risk,
  };
}

export function compileTriggers(context: Context, rounds: number, used: Used): Trigger[] {
  return Object.entries(context.author.triggers).map(([id, trigger]) =>
    compileTrigger(context, id, trigger, rounds, used),
  );
}

function compileTrigger(
  context: Context,
  id: string,
  written: AuthorTrigger,
  rounds: number,
  used: Used,
): Trigger {
  const path: Path = ['triggers', id];
  if (context.names.moves.has(id)) {
    context.problem(
      path,
      'duplicate-id',
      `there is also a move \`${id}\`; a move and an event need different ids`,
      'key',
    );
  }
  const stage = eventStage(rounds, used);
  const name = written.name ?? titled(id);
  return {
    id,
    name,
    date: written.date,
    at: compileAt(context, written.at, [...path, 'at'], stage),
    onlyIf: compileWhen(context, written['only-if'], [...path, 'only-if'], stage),
    audience: selectAudience(context, written.audience, [...path, 'audience']),
    headline: written.headline ?? name,
    text: written.text,
    gate: written.gate,
    cases: compileCases(context, written.cases, [...path, 'cases'], stage),
    always: compileActions(context, written.do, [...path, 'do'], stage),
  };
}

/** Where something happens without anybody's move. */
export function eventStage(rounds: number, used: Used): Stage {
  return {
    move: null,
    secrets: new Map(),
    picks: false,
    picksFrom: null,
    open: false,
    rounds,
    stacking: 'each',
    whileKept: null,
    used,
  };
}

function compileAt(context: Context, written: AuthorTrigger['at'], path: Path, stage: Stage): Trigger['at'] {
  if (written === 'host') return { kind: 'host' };
  if ('when' in written) {
    const when = compileWhen(context, written.when, [...path, 'when'], stage);
    return when === null ? { kind: 'host' } : { kind: 'when', when };
  }
  if (written.round > stage.rounds) {
    context.problem(
      [...path, 'round'],
      'out-of-range',
      `there are ${stage.rounds} rounds, no round ${written.round}`,
    );
  }
  return { kind: 'round', round: written.round };
}

function compileCases(context: Context, written: AuthorMove['cases'], path: Path, stage: Stage): Case[] {
  return written.map((one, at) => {
    if (one.when === undefined && at < written.length - 1) {
      context.problem(
        [...path, at],
        'inconsistent',
        'a case without `when` always holds: it must be the last',
      );
    }
    return {
      when: compileWhen(context, one.when, [...path, at, 'when'], stage),
      do: compileActions(context, one.do, [...path, at, 'do'], stage),
    };
  });
}

function compileSecrets(written: AuthorMove): Move['secrets'] {
  return Object.entries(written.secrets).map(([key, secret]) => {
    if (typeof secret === 'string' || Array.isArray(secret)) {
      const values = [...new Set(listOf(secret))];
      return { key, values, labels: values.map(titled) };
    }
    return { key, values: Object.keys(secret), labels: Object.values(secret) };
  });
}

/** An answer asks about the secrets of what it answers, every other move about its own. Null where those are not known. */
function secretsAsked(context: Context, written: AuthorMove, own: Move['secrets']): Stage['secrets'] {
  const asked = written.answers === undefined ? own : answeredSecrets(context, written.answers);
  return asked === null ? null : new Map(asked.map((secret) => [secret.key, secret.values]));
}

function answeredSecrets(context: Context, id: string): Move['secrets'] | null {
  const answered = context.author.moves[id];
  return answered ? compileSecrets(answered) : null;
}

function compileAnswers(context: Context, id: string, written: AuthorMove, path: Path): string | null {
  if (written.answers === undefined) {
    if (written.kind === 'answer')
      context.problem(path, 'incomplete', 'an answer needs `answers`: the move that it answers', 'key');
    return null;
  }
  const at = [...path, 'answers'];
  if (!refers(context, 'move', written.answers, at)) return null;
  const answered = context.author.moves[written.answers];
  if (written.answers === id) context.problem(at, 'inconsistent', 'a move cannot answer itself');
  else if (answered && listOf(answered.expects).length === 0) {
    context.problem(
      at,
      'inconsistent',
      `\`${written.answers}\` asks nobody for an answer: write \`expects\` there`,
    );
  }
  return written.answers;
}

function compileReferences(
  context: Context,
  kind: 'side' | 'move',
  written: string | readonly string[] | undefined,
  path: Path,
): string[] {
  const listed = typeof written !== 'string';
  return listOf(written).filter((id, at) => refers(context, kind, id, listed ? [...path, at] : path));
}

function compileConsent(context: Context, { consent }: AuthorMove, path: Path): Move['consent'] {
  if (consent === undefined) return null;
  const of = selectRoles(context, consent.of, [...path, 'consent', 'of']);
  const { least = of.length } = consent;
  if (least > of.length && of.length > 0)
    context.problem([...path, 'consent', 'least'], 'out-of-range', `asks for ${least} of ${of.length}`);
  return { of, least };
}

function compilePick(context: Context, written: AuthorMove, path: Path, stage: Stage): Move['pick'] {
  const { pick } = written;
  if (pick === undefined) return null;
  const at = [...path, 'pick'];
  const items = 'items' in pick ? Object.entries(pick.items) : [];
  const choices = pick.from === 'criticisms' ? context.names.criticisms.size : items.length;
  if (choices === 0)
    context.problem(
      at,
      'incomplete',
      pick.from === 'criticisms' ? 'there are no criticisms to pick from' : 'lists no `items`',
    );
  const min = pick.min ?? 1;
  const max = pick.max ?? Math.max(min, choices);
  if (min > max) context.problem(at, 'out-of-range', `\`min\` ${min} is more than \`max\` ${max}`);
  else if (min > choices && choices > 0) context.problem(at, 'out-of-range', `asks for ${min} of ${choices}`);
  return {
    from: pick.from,
    items: items.map(([id, item]) =>
      typeof item === 'string'
        ? { id, label: item, group: '', do: [] }
        : {
            id,
            label: item.label,
            group: item.group,
            do: compileActions(context, item.do, [...at, 'items', id, 'do'], stage),
          },
    ),
    min,
    max,
  };
}
