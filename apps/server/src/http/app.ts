import type { EventStore } from '@btt/eventstore';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from 'express';
import type { Library } from '../scenarios/library';
import { readCode } from '../sessions/codes';
import { securityHeaders } from './headers';
import type { Pages } from './pages';

export interface AppOptions {
  /** The exported web app; null when it has not been built. */
  readonly pages: Pages | null;
  readonly library: Library;
  readonly store: EventStore;
  /** What hosts and authors may ask of scenarios. */
  readonly scenarios: Router;
  /** What hosts take out of sessions and bring back. */
  readonly sessions: Router;
  readonly metrics: () => string;
  /** Where the class reaches this server. */
  readonly addresses: () => readonly string[];
  /** Proxies of our own in front of this server: so many entries of `X-Forwarded-For` are believed. */
  readonly trustedProxies: number;
  readonly failed: (error: unknown) => void;
}

const LONGEST_CODE = 16;

/** Everything that is answered over plain HTTP: the exported pages, the library's cards, and how the server is. */
export function createApp(options: AppOptions): Express {
  const { pages, library, store, scenarios, sessions, metrics, addresses, trustedProxies, failed } = options;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.set('trust proxy', trustedProxies);
  app.use(securityHeaders);

  app.get('/healthz', (_request, response) => void response.type('text').send('ok\n'));
  app.get('/readyz', (_request, response) => {
    store.health().then(
      () => response.type('text').send('ready\n'),
      () => response.status(503).type('text').send('the database does not answer\n'),
    );
  });
  app.get(
    '/metrics',
    (_request, response) => void response.type('text/plain; version=0.0.4').send(metrics()),
  );
  app.get(
    '/api/library',
    (_request, response) => void response.set('Cache-Control', 'no-cache').json(library.cards),
  );
  app.get(
    '/api/addresses',
    (_request, response) => void response.set('Cache-Control', 'no-cache').json(addresses()),
  );
  app.use('/api/scenarios', scenarios);
  app.use('/api/sessions', sessions);
  app.use('/api', unknown);

  // The short link on the board: the code opens the lobby and no more, so it may stand in an address.
  app.get('/j/:code', (request, response) => {
    const code = readCode(request.params.code).slice(0, LONGEST_CODE);
    response.set('Cache-Control', 'no-store').redirect(302, `/join?code=${code}`);
  });

  if (pages) app.use(pages.serve, pages.notFound);
  else
    app.get('*path', (_request, response) => void response.status(503).type('text').send(`${NOT_BUILT}\n`));
  app.use(unknown);
  app.use(wrong(failed));
  return app;
}

/** What is said when there are no pages to show. */
export const NOT_BUILT = 'The pages have not been built yet. Stop the server and run: npm start';

const unknown: RequestHandler = (_request, response) => {
  response.status(404).json({ ok: false, code: 'not-found', message: 'There is nothing here.' });
};

/** The last resort: a code and a sentence, never what went wrong inside. */
function wrong(failed: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const status = isClientError(error) ? error.status : 500;
    if (status === 500) failed(error);
    if (response.headersSent) return next(error);
    response.status(status).json(status === 500 ? BROKEN : MALFORMED);
  };
}

const BROKEN = { ok: false, code: 'unavailable', message: 'That did not work. Try again.' };
const MALFORMED = { ok: false, code: 'malformed', message: 'That request could not be understood.' };

function isClientError(error: unknown): error is { readonly status: number } {
  return (
    typeof error === 'object' &&
    error !== null &&
    'status' in error &&
    typeof error.status === 'number' &&
    error.status >= 400 &&
    error.status < 500
  );
}
