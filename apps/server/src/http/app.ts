import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '@btt/eventstore';
import express, { type Express } from 'express';
import sirv from 'sirv';
import type { Library } from '../scenarios/library';
import { readCode } from '../sessions/secrets';
import { readManifest, securityHeaders } from './headers';
import { type Gauges, metricsText } from './metrics';

export interface AppOptions {
  readonly webFolder: string;
  readonly library: Library;
  readonly store: EventStore;
  readonly gauges: Gauges;
  /** Where the class reaches this server. */
  readonly addresses: () => readonly string[];
}

/** Everything that is answered over plain HTTP: the exported pages, the library's cards, and how the server is. */
export function createApp({ webFolder, library, store, gauges, addresses }: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders(readManifest(webFolder)));

  app.get('/healthz', (_request, response) => void response.type('text').send('ok\n'));
  app.get('/readyz', async (_request, response) => {
    try {
      await store.health();
      response.type('text').send('ready\n');
    } catch {
      response.status(503).type('text').send('the database does not answer\n');
    }
  });
  app.get(
    '/metrics',
    (_request, response) => void response.type('text/plain; version=0.0.4').send(metricsText(gauges)),
  );
  app.get(
    '/api/library',
    (_request, response) => void response.set('Cache-Control', 'no-cache').json(library.cards),
  );
  app.get(
    '/api/addresses',
    (_request, response) => void response.set('Cache-Control', 'no-cache').json(addresses()),
  );
  app.use('/api', (_request, response) => void response.status(404).json({ ok: false, code: 'not-found' }));

  // The short link on the board: the code opens the lobby and no more, so it may stand in an address.
  app.get('/j/:code', (request, response) =>
    response.redirect(302, `/join?code=${encodeURIComponent(readCode(request.params.code))}`),
  );

  if (existsSync(webFolder)) {
    app.use(
      sirv(webFolder, {
        brotli: true,
        gzip: true,
        etag: true,
        extensions: ['html'],
        setHeaders(response, path) {
          response.setHeader(
            'Cache-Control',
            path.startsWith('/_next/static/') ? 'public, max-age=31536000, immutable' : 'no-cache',
          );
        },
      }),
    );
    app.use((_request, response) => {
      response.status(404).set('Cache-Control', 'no-cache').sendFile(join(webFolder, '404.html'));
    });
  } else {
    app.use(
      (_request, response) =>
        void response.status(503).type('text').send('The pages have not been built. Run: npm run build\n'),
    );
  }
  return app;
}
