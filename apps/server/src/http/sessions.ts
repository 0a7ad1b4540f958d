import { resultsCsv } from '@btt/game';
import { type Refusal, refuse } from '@btt/protocol';
import { FileRequests } from '@btt/protocol/schema';
import express, { type Request, type RequestHandler, Router } from 'express';
import { branchFrom } from '../files/branch';
import { readSession } from '../files/read';
import { resultsFor } from '../files/results';
import { writeSession } from '../files/write';
import type { WordBook } from '../feeds/word-book';
import type { Buckets } from '../limits/bucket';
import type { HostGate } from '../limits/host-gate';
import { LIMITS } from '../limits/limits';
import type { Library } from '../scenarios/library';
import type { Deriver } from '../sessions/secrets';
import type { Session } from '../sessions/session';
import type { Sessions } from '../sessions/sessions';
import type { Tokens } from '../sessions/tokens';
import type { Findings } from '../tables/findings';
import { admitting, answer, answering, tokenOf, unreadable } from './author';

export interface SessionRoutes {
  readonly gate: HostGate;
  readonly rate: Buckets;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly library: Library;
  readonly deriver: Deriver;
  readonly words: WordBook;
  readonly findings: Findings;
  readonly now: () => number;
  readonly publicUrl: string | undefined;
}

/** What a host takes out of a session, and brings back. The token of the session says which one is meant. See docs/session-file.md. */
export function sessionRoutes(parts: SessionRoutes): Router {
  const { gate, rate, sessions, tokens, library, deriver, words, findings, now, publicUrl } = parts;

  /** The session whose host asks. */
  async function hosted(request: Request): Promise<Session | null> {
    const token = tokenOf(request);
    const identity = token === null ? null : await tokens.identify(token);
    if (identity?.kind !== 'host') return null;
    const session = await sessions.current(identity.session);
    const known = identity.host === undefined || session?.view().hosts.includes(identity.host);
    return known ? session : null;
  }

  const file = sending(async (request) => {
    const body = FileRequests.file.safeParse(request.body);
    if (!body.success) return refuse('malformed');
    const session = await hosted(request);
    if (!session) return refuse('unknown-token');
    const made = await writeSession(session, words, { names: body.data.names ?? false, made: now() });
    return { type: 'application/json', text: `${JSON.stringify(made)}\n` };
  });

  const results = sending(async (request) => {
    const body = FileRequests.results.safeParse(request.body);
    if (!body.success) return refuse('malformed');
    const session = await hosted(request);
    if (!session) return refuse('unknown-token');
    const found = await resultsFor(session, findings, { names: body.data.names ?? false, made: now() });
    if (!found.ok) return found;
    return body.data.as === 'csv'
      ? { type: 'text/csv', text: `\uFEFF${resultsCsv(found.results)}` }
      : { type: 'application/json', text: `${JSON.stringify(found.results, null, 2)}\n` };
  });

  async function branch(request: Request) {
    const body = FileRequests.branch.safeParse(request.body);
    if (!body.success) return refuse('malformed');
    const { id, table: tableId, position } = body.data;
    const session = await hosted(request);
    const table = session?.tables.get(tableId);
    if (!session || !table) return refuse(session ? 'unknown-table' : 'unknown-token');
    return branchFrom({ session, table, position }, { id, deriver, sessions, words });
  }

  async function bring(request: Request) {
    const body = FileRequests.import.safeParse(request.body);
    if (!body.success) return refuse('malformed');
    const { id, file: value, names = false } = body.data;
    const session = deriver.id('session', id);
    const read = await readSession(value, { library, deriver, session, names });
    return read.ok ? sessions.adopt(id, read.game, read.settings, (_made, code) => read.played(code)) : read;
  }

  const routes = Router();
  // Whoever has the token of a session need not show the pass again; another session is opened by those who may host.
  routes.use(['/file', '/results'], admitting(EVERYBODY, rate, publicUrl));
  routes.use(['/branch', '/import'], admitting(gate, rate, publicUrl));
  routes.use('/import', express.json({ limit: LIMITS.sessionFile, inflate: false, strict: true }));
  routes.use(express.json({ limit: LIMITS.message, inflate: false, strict: true }));
  routes.use(unreadable);
  routes.post('/file', file);
  routes.post('/results', results);
  routes.post('/branch', answering(branch));
  routes.post('/import', answering(bring));
  return routes;
}

const EVERYBODY: HostGate = { hasPass: false, admit: async () => null };

/** Answers with a text to be saved, or a refusal. */
function sending(
  work: (request: Request) => Promise<Refusal | { readonly type: string; readonly text: string }>,
): RequestHandler {
  return (request, response, goOn) => {
    work(request)
      .then((made) => ('code' in made ? answer(response, made) : response.type(made.type).send(made.text)))
      .catch(goOn);
  };
}
