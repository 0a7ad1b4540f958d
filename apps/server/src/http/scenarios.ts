import { numbersOf, sheetOf } from '@btt/game';
import {
  type DraftFindings,
  type OwnCards,
  type Refusal,
  refuse,
  type ScenarioFiles,
  type ScenarioSheet,
} from '@btt/protocol';
import { type LibraryRequest, LibraryRequests } from '@btt/protocol/schema';
import { type Compiled, packScenario, unpackValue, whyNotFiles } from '@btt/scenario';
import express, { type Request, Router } from 'express';
import type { Buckets } from '../limits/bucket';
import type { HostGate } from '../limits/host-gate';
import { LIMITS } from '../limits/limits';
import type { Catalogue } from '../scenarios/catalogue';
import { findingsOf, type OwnScenarios, REFUSED, withChanges } from '../scenarios/own';
import type { Trials } from '../scenarios/trials';
import type { Bench } from '../workbench/bench';
import { admitting, answer, answering, type Author, authorOf, unreadable } from './author';
import { inLines } from './lines';

export interface ScenarioRoutes {
  readonly gate: HostGate;
  readonly rate: Buckets;
  /** For what is kept. */
  readonly keeping: Buckets;
  readonly catalogue: Catalogue;
  readonly own: OwnScenarios;
  readonly desk: Bench;
  readonly trials: Trials;
  readonly publicUrl: string | undefined;
}

/** Reading, checking, trying and keeping scenarios: for those who may host. See docs/library.md. */
export function scenarioRoutes(parts: ScenarioRoutes): Router {
  const { gate, rate, keeping, catalogue, own, desk, trials, publicUrl } = parts;

  async function list(request: Request): Promise<Refusal | OwnCards> {
    const { owner } = authorOf(request);
    return owner === null ? refuse('unknown-token') : { ok: true, scenarios: await own.list(owner) };
  }

  async function keep(request: Request) {
    const author = authorOf(request);
    const body = bodyOf('keep', request);
    if (author.owner === null) return refuse('unknown-token');
    if (!body) return refuse('malformed');
    if (!keeping.take(author.address, Date.now())) return refuse('too-many');
    const files = 'copyOf' in body ? await copied(author, body.copyOf, body.title) : unpacked(body.bundle);
    return files.ok ? own.keep(author.owner, body.id, files.files) : files;
  }

  async function copied(author: Author, ref: string, title: string | undefined) {
    const found = await catalogue.files(author.owner, ref);
    if (!found || found.files.length === 0) return refuse('unknown-scenario');
    const text = found.files.find((file) => file.path === 'scenario.yaml')?.text;
    if (title === undefined || text === undefined) return { ok: true, files: found.files } as const;
    const change = { path: ['title'], value: title };
    const outcome = await desk.ask({ kind: 'change', text, change }, placeOf(author, `copy ${ref}`)).answer;
    const renamed = outcome.ok ? outcome.result : null;
    const files = renamed === null ? [] : [{ path: 'scenario.yaml', text: renamed }];
    return { ok: true, files: withChanges(found.files, files) } as const;
  }

  async function sheet(request: Request): Promise<Refusal | ScenarioSheet> {
    const ref = refOf(request);
    const opened = await catalogue.game(authorOf(request).owner, ref, languageOf(request));
    if (!opened.ok) return opened;
    const { game, languages, version } = opened;
    return { ok: true, ref, version, ...sheetOf(game, languages) };
  }

  async function save(request: Request) {
    const { owner } = authorOf(request);
    const body = bodyOf('save', request);
    if (owner === null) return refuse('unknown-token');
    return body ? own.save(owner, refOf(request), body.id, body.version, body.files) : refuse('malformed');
  }

  async function remove(request: Request): Promise<Refusal | { readonly ok: true }> {
    const { owner } = authorOf(request);
    const gone = owner !== null && (await own.remove(owner, refOf(request)));
    return gone ? { ok: true } : refuse('unknown-scenario');
  }

  async function files(request: Request): Promise<Refusal | ScenarioFiles> {
    const author = authorOf(request);
    const ref = refOf(request);
    const found = await catalogue.files(author.owner, ref);
    if (!found) return refuse('unknown-scenario');
    const task = { kind: 'compile', files: found.files } as const;
    const outcome = await desk.ask(task, placeOf(author, `files ${ref}`)).answer;
    return outcome.ok ? { ref, ...found, ...draftOf(outcome.result) } : refuse('no-answer');
  }

  /** The one file that a scenario is handed on as. */
  async function bundle(request: Request) {
    const found = await catalogue.files(authorOf(request).owner, refOf(request));
    return found && found.files.length > 0 ? packScenario(found.files) : null;
  }

  async function problems(request: Request): Promise<Refusal | DraftFindings> {
    const author = authorOf(request);
    const ref = refOf(request);
    const body = bodyOf('problems', request);
    if (!body) return refuse('malformed');
    const found = await catalogue.files(author.owner, ref);
    if (!found) return refuse('unknown-scenario');
    const drafted = withChanges(found.files, body.files);
    const why = whyNotFiles(drafted);
    // That there is no scenario.yaml is told like everything else that is wrong.
    if (why && why !== 'no-scenario') return refuse(REFUSED[why]);
    const outcome = await desk.ask({ kind: 'compile', files: drafted }, placeOf(author, `draft ${ref}`))
      .answer;
    return outcome.ok ? draftOf(outcome.result) : refuse('no-answer');
  }

  async function change(request: Request): Promise<Refusal | { readonly ok: true; readonly text: string }> {
    const body = bodyOf('change', request);
    if (!body) return refuse('malformed');
    const { text, path, or = [], value } = body;
    const asking = placeOf(authorOf(request), `change ${refOf(request)}`);
    const outcome = await desk.ask({ kind: 'change', text, change: { path, or, value } }, asking).answer;
    if (!outcome.ok) return refuse('no-answer');
    return outcome.result === null ? refuse('not-available') : { ok: true, text: outcome.result };
  }

  const check = inLines(async (request, open) => {
    const author = authorOf(request);
    const opened = await catalogue.game(author.owner, refOf(request), languageOf(request));
    if (!opened.ok) return opened;
    const lines = open();
    const asked = trials.check(author.address, opened.game, (part) => lines.send({ part }));
    lines.onLeft(asked.cancel);
    const findings = await asked.answer;
    lines.send(findings ? { findings } : refuse('no-answer'));
    return null;
  });

  const trial = inLines(async (request, open) => {
    const author = authorOf(request);
    const body = bodyOf('trial', request);
    if (!body) return refuse('malformed');
    const opened = await catalogue.game(author.owner, refOf(request), languageOf(request));
    if (!opened.ok) return opened;
    const lines = open();
    const asked = trials.tryOut(author.address, opened.game, body.deal, body.moves, lines.send);
    lines.onLeft(asked.cancel);
    await asked.answer;
    return null;
  });

  const routes = Router();
  routes.use(admitting(gate, rate, publicUrl));
  routes.use(express.json({ limit: LIMITS.upload, inflate: false, strict: true }));
  routes.use(unreadable);
  routes.get('/own', answering(list));
  routes.post('/own', answering(keep));
  routes.get('/:ref', answering(sheet));
  routes.put('/:ref', answering(save));
  routes.delete('/:ref', answering(remove));
  routes.get('/:ref/files', answering(files));
  routes.get('/:ref/bundle', (request, response, goOn) => {
    bundle(request)
      .then((text) => {
        if (text === null) answer(response, refuse('unknown-scenario'));
        else response.type('application/json').send(text);
      })
      .catch(goOn);
  });
  routes.post('/:ref/problems', answering(problems));
  routes.post('/:ref/change', answering(change));
  routes.post('/:ref/check', check);
  routes.post('/:ref/trial', trial);
  return routes;
}

function refOf(request: Request): string {
  const { ref } = request.params;
  return typeof ref === 'string' ? ref : '';
}

/** One of the scenario's languages that is asked for; its own if nothing is. */
function languageOf({ originalUrl }: Request): string | undefined {
  return new URL(originalUrl, 'http://here').searchParams.get('language') ?? undefined;
}

/** The body of a request, where it fits. */
function bodyOf<K extends keyof typeof LibraryRequests>(kind: K, request: Request): LibraryRequest<K> | null {
  const parsed = LibraryRequests[kind].safeParse(request.body);
  return parsed.success ? (parsed.data as LibraryRequest<K>) : null;
}

function draftOf(result: Compiled): DraftFindings {
  return { ...findingsOf(result), numbers: result.ok ? numbersOf(result.scenario) : null };
}

function unpacked(bundle: unknown) {
  const read = unpackValue(bundle);
  if (read.ok) return read;
  return refuse(read.code === 'too-large' || read.code === 'too-many' ? 'too-large' : 'not-a-scenario');
}

/** Authors with a token take turns among themselves, the others by their address. */
function placeOf({ owner, address }: Author, subject: string) {
  return { owner: owner ?? address, subject };
}
