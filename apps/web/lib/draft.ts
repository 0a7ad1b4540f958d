import type { Answer, DraftFindings, Kept, Refusal, ScenarioFiles } from '@btt/protocol';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type SaveFiles, scenarioPath } from './scenarios';

/** By path, what differs from what is saved; null = taken away. */
export type Changes = Readonly<Record<string, string | null>>;

export interface DraftState {
  /** As they are saved; null until they are here. */
  readonly files: ScenarioFiles | null;
  readonly changes: Changes;
  readonly findings: DraftFindings | null;
  readonly checking: boolean;
  readonly saving: boolean;
  readonly error: Refusal | null;
}

/** The files of an own scenario while they are edited: checked as they are written, saved at a word. */
export interface Draft {
  readonly store: StoreApi<DraftState>;
  /** Fetches what is saved; what was changed is given up. */
  load(): void;
  /** A file's new text; null takes it away. */
  write(path: string, text: string | null): void;
  /** Changes one value of scenario.yaml in its place, or, where it is not written there, in another. */
  setValue(path: readonly string[], or: readonly (readonly string[])[], value: number): void;
  save(): void;
  /** Nothing more is sent, and answers are not listened to. */
  close(): void;
}

export interface Outside {
  readonly ask: <T extends { readonly ok: true }>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
  ) => Promise<Answer<T>>;
  readonly newId: () => string;
  /** Milliseconds without a change before the server looks at it. */
  readonly pause: number;
  /** A version without problems was saved. */
  readonly saved: () => void;
}

const MAIN = 'scenario.yaml';

export const NO_DRAFT: DraftState = {
  files: null,
  changes: {},
  findings: null,
  checking: false,
  saving: false,
  error: null,
};

export function createDraft(ref: string, { ask, newId, pause, saved }: Outside): Draft {
  const store = createStore<DraftState>(() => NO_DRAFT);
  const { getState: get, setState: set } = store;
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** Tells the newest check, and the newest loading, from those before. */
  let checks = 0;
  let loads = 0;
  let closed = false;
  let values: Promise<void> = Promise.resolve();
  /** A wish whose answer got lost is sent again under its id. */
  let wish: { readonly id: string; readonly changes: Changes } | null = null;

  function stopChecking(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    checks += 1;
    set({ checking: false });
  }

  function checkSoon(): void {
    stopChecking();
    timer = setTimeout(() => void check(), pause);
  }

  async function check(): Promise<void> {
    const mine = ++checks;
    set({ checking: true });
    const body = { files: listed(get().changes) };
    const answer = await ask<DraftFindings>('POST', scenarioPath(ref, '/problems'), body);
    if (closed || mine !== checks) return;
    set(answer.ok ? { checking: false, findings: answer, error: null } : { checking: false, error: answer });
  }

  function write(path: string, text: string | null): void {
    const { files, changes } = get();
    set({ changes: real(files, { ...changes, [path]: text }) });
    checkSoon();
  }

  async function change(
    path: readonly string[],
    or: readonly (readonly string[])[],
    value: number,
  ): Promise<void> {
    if (closed) return;
    const body = { text: textIn(get(), MAIN), path, or, value };
    const answer = await ask<{ readonly ok: true; readonly text: string }>(
      'POST',
      scenarioPath(ref, '/change'),
      body,
    );
    if (closed) return;
    if (answer.ok) write(MAIN, answer.text);
    else set({ error: answer });
  }

  async function load(): Promise<void> {
    stopChecking();
    const mine = ++loads;
    const answer = await ask<ScenarioFiles>('GET', scenarioPath(ref, '/files'));
    if (closed || mine !== loads) return;
    if (answer.ok) set({ ...NO_DRAFT, files: answer, findings: answer });
    else set({ error: answer });
  }

  async function save(): Promise<void> {
    const { files, changes, saving } = get();
    if (!files?.version || saving) return;
    if (wish?.changes !== changes) wish = { id: newId(), changes };
    set({ saving: true });
    const body = { id: wish.id, version: files.version, files: listed(changes) };
    const answer = await ask<Kept>('PUT', scenarioPath(ref), body);
    if (closed) return;
    if (!answer.ok) return set({ saving: false, error: answer });
    const kept: ScenarioFiles = {
      ...files,
      version: answer.scenario.version,
      files: filesOf(files, changes),
    };
    const { problems, warnings } = answer;
    const before = get();
    set({
      saving: false,
      error: null,
      files: kept,
      // What was written while it was being saved stays a change.
      changes: real(kept, before.changes),
      findings: { ok: true, numbers: before.findings?.numbers ?? null, problems, warnings },
    });
    if (Object.keys(get().changes).length > 0) checkSoon();
    if (problems.length === 0) saved();
  }

  return {
    store,
    write,
    load: () => void load(),
    save: () => void save(),
    setValue(path, or, value) {
      // One after the other: each works on the text that the one before has left.
      values = values.then(() => change(path, or, value));
    },
    close() {
      stopChecking();
      closed = true;
    },
  };
}

/** A file as it is now, saved or not. */
export function textIn({ files, changes }: DraftState, path: string): string {
  return changes[path] ?? files?.files.find((file) => file.path === path)?.text ?? '';
}

/** Those that are there now, the main one first, the others by name. */
export function pathsIn({ files, changes }: DraftState): readonly string[] {
  const all = new Set([...(files?.files.map((file) => file.path) ?? []), ...Object.keys(changes)]);
  return [...all]
    .filter((path) => changes[path] !== null)
    .sort((one, other) => Number(other === MAIN) - Number(one === MAIN) || (one < other ? -1 : 1));
}

function listed(changes: Changes): SaveFiles {
  return Object.entries(changes).map(([path, text]) => ({ path, text }));
}

function filesOf(saved: ScenarioFiles, changes: Changes): ScenarioFiles['files'] {
  const texts = new Map<string, string | null>(saved.files.map(({ path, text }) => [path, text]));
  for (const [path, text] of Object.entries(changes)) texts.set(path, text);
  return [...texts].flatMap(([path, text]) => (text === null ? [] : [{ path, text }]));
}

/** Changes that lead back to what is saved are none. */
function real(saved: ScenarioFiles | null, changes: Changes): Changes {
  return Object.fromEntries(
    Object.entries(changes).filter(
      ([path, text]) => text !== (saved?.files.find((file) => file.path === path)?.text ?? null),
    ),
  );
}
