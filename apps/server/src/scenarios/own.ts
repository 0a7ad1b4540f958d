import { randomBytes } from 'node:crypto';
import type { EventStore } from '@btt/eventstore';
import { card, createGame, type Game } from '@btt/game';
import {
  type Answer,
  type Findings,
  type Kept,
  type OwnCard,
  type RefusalCode,
  refuse,
  type ScenarioCard,
  type TextFile,
} from '@btt/protocol';
import { type Compiled, languagesOf, type NotFiles, type ScenarioFile, whyNotFiles } from '@btt/scenario';
import { contentHash } from '@btt/scenario/load';
import { createMemory } from '../analysis/memory';
import type { Deriver } from '../sessions/secrets';
import type { Bench } from '../workbench/bench';

/** A file as it is to be from now on; null = taken away. */
export interface ChangedFile {
  readonly path: string;
  readonly text: string | null;
}

/**
 * Scenarios that hosts brought along. Each belongs to the one who brought it, who is known by the hash of a token, and is there for nobody
 * else. What is wrong in it is kept with it: it can be mended here, and hosted when nothing is.
 */
export interface OwnScenarios {
  /** The newest first. */
  list(owner: string): Promise<readonly OwnCard[]>;
  /** Puts files into the owner's library. The command's id makes doing it again harmless. */
  keep(owner: string, commandId: string, files: readonly ScenarioFile[]): Promise<Answer<Kept>>;
  /** Writes files anew, if nobody has since the version. */
  save(
    owner: string,
    ref: string,
    commandId: string,
    version: number,
    changed: readonly ChangedFile[],
  ): Promise<Answer<Kept>>;
  files(
    owner: string,
    ref: string,
  ): Promise<{ readonly version: number; readonly files: readonly TextFile[] } | null>;
  /** In one of its languages; its own if left out. */
  game(owner: string, ref: string, language?: string): Promise<Answer<OwnGame>>;
  /** False when there was none. */
  remove(owner: string, ref: string): Promise<boolean>;
}

export interface OwnGame {
  readonly ok: true;
  readonly game: Game;
  readonly languages: readonly string[];
  readonly version: number;
}

export interface OwnOptions {
  readonly store: EventStore;
  readonly deriver: Deriver;
  readonly desk: Bench;
  readonly now: () => number;
  /** Scenarios of one owner, and of all together. */
  readonly most?: { readonly ofOne: number; readonly ofAll: number };
}

/** What the addresses of own scenarios begin with. No shipped one does: an id has no full stop. */
export const OWN = 'own.';

const MOST = { ofOne: 50, ofAll: 2_000 } as const;
/** Compiled games kept. */
const GAMES = 16;
const ACTOR = 'owner';
const LONGEST_TITLE = 120;

/** What is written each time one is saved. The files lie beside it, as a document that goes when the next one comes. */
interface Saved {
  readonly document: string;
  readonly title: string;
  /** Those that an older release wrote name no languages. */
  readonly card: (Omit<ScenarioCard, 'languages'> & Partial<Pick<ScenarioCard, 'languages'>>) | null;
  readonly problems: number;
}

/** What happens to one. */
export interface OwnEvent {
  readonly type: 'saved';
  readonly payload: Saved;
}

interface State {
  readonly id: string;
  readonly version: number;
  readonly at: number;
  readonly saved: Saved;
}

const streamOf = (id: string) => `own-scenario/${id}`;
const shelfOf = (owner: string) => `own-scenarios/${owner}`;
const ALL = 'own-scenario';

export function createOwnScenarios({ store, deriver, desk, now, most = MOST }: OwnOptions): OwnScenarios {
  const games = createMemory<Game>(GAMES);

  async function newest(id: string): Promise<State | null> {
    const version = await store.version(streamOf(id));
    const event = version === 0 ? undefined : (await store.read(streamOf(id), version - 1)).at(-1);
    if (!event) return null;
    return { id, version: event.version, at: event.at, saved: event.payload as Saved };
  }

  /** The owner's own one under an address; to everybody else it is not there. */
  async function found(owner: string, ref: string): Promise<State | null> {
    if (!ref.startsWith(OWN)) return null;
    const id = ref.slice(OWN.length);
    return (await store.getKey(ALL, id)) === owner ? newest(id) : null;
  }

  async function filesOf({ saved }: State): Promise<readonly ScenarioFile[]> {
    const document = await store.getDocument(saved.document);
    if (document === undefined) throw new Error('The files of a scenario are missing from the database.');
    return JSON.parse(document) as readonly ScenarioFile[];
  }

  async function compiled(owner: string, subject: string, files: readonly ScenarioFile[], language?: string) {
    const task = { kind: 'compile', files, ...(language === undefined ? {} : { language }) } as const;
    const outcome = await desk.ask(task, { owner, subject: `save ${subject}` }).answer;
    return outcome.ok ? outcome.result : null;
  }

  /** Writes a version: the document first, then what names it, so that nothing named is ever missing. */
  async function write(
    id: string,
    commandId: string,
    before: State | null,
    files: readonly ScenarioFile[],
    result: Compiled,
  ): Promise<Answer<Kept>> {
    const document = `own-scenario:${id}:${randomBytes(12).toString('base64url')}`;
    const main = files.find((file) => file.path === 'scenario.yaml')?.text ?? '';
    const saved: Saved = {
      document,
      title: result.ok ? result.scenario.title : (titleIn(main) ?? before?.saved.title ?? id),
      card: result.ok ? card(result.scenario, languagesOf(files)) : null,
      problems: result.ok ? 0 : result.problems.length,
    };
    await store.putDocument(document, JSON.stringify(files.map(({ path, text }) => ({ path, text }))));
    const done = await store.append({
      stream: streamOf(id),
      expected: before?.version ?? 0,
      actor: ACTOR,
      commandId,
      at: now(),
      events: [{ type: 'saved', payload: saved } satisfies OwnEvent],
    });
    if (done.kind !== 'appended') await store.deleteDocument(document);
    if (done.kind === 'conflict') return refuse('outdated');
    if (done.kind === 'appended' && before) await store.deleteDocument(before.saved.document);
    if (done.kind === 'appended' && result.ok)
      games.set(document, createGame(result.scenario, contentHash(files)));
    const state = await newest(id);
    return state ? { ...findingsOf(result), scenario: cardOf(state) } : refuse('unknown-scenario');
  }

  /** The answer to a wish that was granted before. */
  async function again(owner: string, state: State): Promise<Answer<Kept>> {
    const result = await compiled(owner, state.id, await filesOf(state));
    return result ? { ...findingsOf(result), scenario: cardOf(state) } : refuse('no-answer');
  }

  return {
    async list(owner) {
      const ids = await store.keys(shelfOf(owner), most.ofOne * 2);
      const states = await Promise.all(ids.map(({ key }) => newest(key)));
      return states
        .flatMap((state) => (state ? [cardOf(state)] : []))
        .sort((one, other) => other.changed - one.changed || (one.ref < other.ref ? -1 : 1));
    },

    async keep(owner, commandId, files) {
      const why = whyNotFiles(files);
      if (why) return refuse(REFUSED[why]);
      const id = deriver.id('scenario', owner, commandId);
      const before = await newest(id);
      if (before) return again(owner, before);
      const full =
        (await store.keys(shelfOf(owner), most.ofOne)).length >= most.ofOne ||
        (await store.keys(ALL, most.ofAll)).length >= most.ofAll;
      if (full && (await store.getKey(ALL, id)) === undefined) return refuse('library-full');
      const result = await compiled(owner, id, files);
      if (!result) return refuse('no-answer');
      await store.claimKey(ALL, id, owner);
      await store.claimKey(shelfOf(owner), id, '');
      return write(id, commandId, null, files, result);
    },

    async save(owner, ref, commandId, version, changed) {
      const state = await found(owner, ref);
      if (!state) return refuse('unknown-scenario');
      if (state.version !== version) {
        const done = await store.findCommand(streamOf(state.id), ACTOR, commandId);
        return done.length > 0 ? again(owner, state) : refuse('outdated');
      }
      const files = withChanges(await filesOf(state), changed);
      const why = whyNotFiles(files);
      if (why) return refuse(REFUSED[why]);
      const result = await compiled(owner, state.id, files);
      return result ? write(state.id, commandId, state, files, result) : refuse('no-answer');
    },

    async files(owner, ref) {
      const state = await found(owner, ref);
      return state && { version: state.version, files: await filesOf(state) };
    },

    async game(owner, ref, language) {
      const state = await found(owner, ref);
      if (!state) return refuse('unknown-scenario');
      const { card: shown } = cardOf(state);
      if (shown === null) return refuse('not-playable');
      const { language: own, languages } = shown;
      if (language !== undefined && !languages.includes(language)) return refuse('unknown-scenario');
      const other = language === undefined || language === own ? undefined : language;
      const place = other === undefined ? state.saved.document : `${state.saved.document} ${other}`;
      const opened = { ok: true, languages, version: state.version } as const;
      const known = games.get(place);
      if (known) return { ...opened, game: known };
      const files = await filesOf(state);
      const result = await compiled(owner, state.id, files, other);
      if (!result) return refuse('no-answer');
      // What a newer release finds wrong, an older one may have passed.
      if (!result.ok) return refuse('not-playable');
      const game = createGame(result.scenario, contentHash(files, other));
      games.set(place, game);
      return { ...opened, game };
    },

    async remove(owner, ref) {
      const state = await found(owner, ref);
      if (!state) return false;
      await store.deleteDocument(state.saved.document);
      await store.deleteStream(streamOf(state.id));
      await store.releaseKey(shelfOf(owner), state.id);
      await store.releaseKey(ALL, state.id);
      return true;
    },
  };
}

export function withChanges(
  files: readonly ScenarioFile[],
  changed: readonly ChangedFile[],
): readonly ScenarioFile[] {
  const texts = new Map<string, string | null>(files.map(({ path, text }) => [path, text]));
  for (const { path, text } of changed) texts.set(path, text);
  return [...texts].flatMap(([path, text]) => (text === null ? [] : [{ path, text }]));
}

export function findingsOf(result: Compiled): Findings {
  return {
    ok: true,
    problems: result.ok ? [] : result.problems,
    warnings: result.ok ? result.warnings : [],
  };
}

/** Why files are not taken, as it is told. */
export const REFUSED: Readonly<Record<NotFiles, RefusalCode>> = {
  'too-large': 'too-large',
  'too-many': 'too-large',
  'bad-path': 'not-a-scenario',
  twice: 'not-a-scenario',
  'no-scenario': 'not-a-scenario',
};

function cardOf({ id, version, at, saved }: State): OwnCard {
  const { title, card, problems } = saved;
  const shown = card && { ...card, languages: card.languages ?? [card.language] };
  return { ref: `${OWN}${id}`, version, changed: at, title, card: shown, problems };
}

/** The title of a text that may have anything else wrong with it. */
function titleIn(text: string): string | null {
  const found = /^title:[ \t]*(?<title>\S.*)$/m.exec(text)?.groups?.['title'];
  return found?.trim().slice(0, LONGEST_TITLE) ?? null;
}
