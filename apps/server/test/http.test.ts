import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { createMemoryStore } from '@btt/eventstore';
import { smallScenario } from '@btt/scenario/test-support';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { banner, whyNot } from '../src/banner';
import { readConfig } from '../src/config';
import { addressesElsewhere } from '../src/http/addresses';
import { createLibrary } from '../src/scenarios/library';
import { type RunningServer, startServer } from '../src/server';

const SCRIPT = 'self.hello=1';
const HASH = `sha256-${createHash('sha256').update(SCRIPT).digest('base64')}`;
const html = (title: string) =>
  `<!doctype html><title>${title}</title><script>${SCRIPT}</script>${'.'.repeat(2000)}`;

let server: RunningServer;
let folder: string;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'behind-the-table-web-'));
  mkdirSync(join(folder, '_next/static'), { recursive: true });
  mkdirSync(join(folder, 'join'));
  const pages = { '/': 'index', '/join': 'join', '/404': '404' };
  for (const [route, file] of Object.entries(pages)) {
    const body = html(route);
    writeFileSync(join(folder, `${file}.html`), body);
    writeFileSync(join(folder, `${file}.html.br`), brotliCompressSync(body));
    writeFileSync(join(folder, `${file}.html.gz`), gzipSync(body));
  }
  writeFileSync(join(folder, 'unknown-page.html'), html('not in the manifest'));
  writeFileSync(join(folder, '_next/static/a-1234.js'), 'let a');
  writeFileSync(join(folder, 'join/data.txt'), 'data');
  writeFileSync(join(folder, 'secret.pem'), 'no');
  const policies = Object.keys(pages).map((route) => [route, { scripts: [HASH], styles: [] }]);
  writeFileSync(join(folder, 'csp.json'), JSON.stringify(Object.fromEntries(policies)));
  const store = createMemoryStore();
  const library = createLibrary([{ scenario: smallScenario(), hash: 'river' }], store);
  server = await startServer({
    port: 0,
    host: '127.0.0.1',
    webFolder: folder,
    store,
    library,
    log: pino({ level: 'silent' }),
  });
  url = `http://127.0.0.1:${server.port}`;
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

interface Got {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** A request as it is written, without a browser's tidying. */
function get(
  path: string,
  {
    method = 'GET',
    headers = {},
  }: { readonly method?: string; readonly headers?: Record<string, string> } = {},
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the pages', () => {
  it('come under their own addresses, also where a folder has the same name, and with a policy of their own', async () => {
    for (const path of ['/', '/join', '/join/', '/join?code=ABC']) {
      const { status, headers, body } = await get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['content-security-policy']).toContain(`script-src 'self' '${HASH}';`);
      expect(headers['content-security-policy']).toContain(
        `connect-src 'self' ws://127.0.0.1:${server.port} wss://`,
      );
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(body.toString()).toContain(SCRIPT);
    }
  });

  it('come smaller to those who can read that, and not at all to those who have them', async () => {
    const brotli = await get('/join', { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
    expect(brotliDecompressSync(brotli.body).toString()).toBe(html('/join'));
    expect((await get('/join', { headers: { 'accept-encoding': 'gzip' } })).headers['content-encoding']).toBe(
      'gzip',
    );
    expect((await get('/join')).headers['content-encoding']).toBeUndefined();
    const known = await get('/join', {
      headers: { 'if-none-match': String(brotli.headers.etag), 'accept-encoding': 'br' },
    });
    expect([known.status, known.body.length]).toEqual([304, 0]);
    const head = await get('/join', { method: 'HEAD' });
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
      200,
      0,
      String(html('/join').length),
    ]);
  });

  it('are kept for ever where their name says what is in them', async () => {
    const { status, headers } = await get('/_next/static/a-1234.js');
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect((await get('/join/data.txt')).headers['cache-control']).toBe('no-cache');
  });

  it('are shown nothing else: what is not known, not a page, or outside the folder is not found', async () => {
    const paths = [
      '/nothing',
      '/unknown-page',
      '/secret.pem',
      '/csp.json',
      '/join.html.br',
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/%E0%A4%A',
      '/%00',
      '//evil.example',
      '/constructor',
      '/_next/static',
    ];
    for (const path of paths) {
      const { status, headers, body } = await get(path);
      expect([path, status]).toEqual([path, 404]);
      expect(headers['content-security-policy']).toBeDefined();
      expect(body.toString()).toContain('/404');
    }
  });
});

describe('every answer', () => {
  it('forbids what a browser should not do with it', async () => {
    for (const path of [
      '/',
      '/nothing',
      '/healthz',
      '/api/library',
      '/api/nothing',
      '/j/ABCDE',
      '/metrics',
    ]) {
      const { headers } = await get(path);
      expect([path, headers]).toEqual([
        path,
        expect.objectContaining({
          'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-resource-policy': 'same-origin',
          'permissions-policy': expect.stringContaining('camera=()'),
        }),
      ]);
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  it('does not repeat a host that could end its policy', async () => {
    const { headers } = await get('/', { headers: { host: "x; script-src 'unsafe-inline'" } });
    expect(headers['content-security-policy']).toContain("connect-src 'self';");
  });
});

describe('the interface for programs', () => {
  it('shows cards of the library and no number, briefing or name of a role', async () => {
    const { status, body } = await get('/api/library');
    expect(status).toBe(200);
    const cards = JSON.parse(body.toString()) as { id: string }[];
    expect(cards.map(({ id }) => id)).toEqual(['small-river']);
    for (const role of smallScenario().roles) expect(body.toString()).not.toContain(`only-${role.id}-knows`);
  });

  it('refuses with a code what is not there, whatever the method', async () => {
    for (const [method, path] of [
      ['GET', '/api/nothing'],
      ['POST', '/api/library'],
      ['DELETE', '/'],
      ['PUT', '/join'],
      ['POST', '/healthz'],
    ] as const) {
      const { status, headers, body } = await get(path, { method });
      expect([path, status]).toEqual([path, 404]);
      expect(headers['content-type']).toContain('application/json');
      expect(JSON.parse(body.toString())).toMatchObject({ ok: false, code: 'not-found' });
    }
  });

  it('sends the short link on the board to the join page, and nowhere else', async () => {
    for (const [path, location] of [
      ['/j/ace34', '/join?code=ACE34'],
      ['/j/%2F%2Fevil.example', '/join?code=EVILEXAMPLE'],
      [`/j/${'A'.repeat(500)}`, `/join?code=${'A'.repeat(16)}`],
    ]) {
      const { status, headers } = await get(path ?? '');
      expect([status, headers.location]).toEqual([302, location]);
    }
  });

  it('says how the process is, in numbers about machines', async () => {
    expect((await get('/healthz')).body.toString()).toBe('ok\n');
    expect((await get('/readyz')).body.toString()).toBe('ready\n');
    const { body } = await get('/metrics');
    expect(body.toString()).toMatch(/^btt_connections \d+$/m);
    for (const line of body.toString().trim().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) btt_\w+ .+|btt_\w+ [\d.e+-]+)$/);
  });

  it('answers broken requests without a word about the inside', async () => {
    const { status, body } = await get('/j/%E0%A4%A');
    expect(status).toBe(400);
    expect(JSON.parse(body.toString())).toMatchObject({ ok: false, code: 'malformed' });
    expect(url).toContain('127.0.0.1');
  });
});

describe('without pages', () => {
  it('the server says in a sentence what to do', async () => {
    const store = createMemoryStore();
    const bare = await startServer({
      port: 0,
      host: '127.0.0.1',
      webFolder: '/nowhere',
      store,
      library: createLibrary([], store),
      log: pino({ level: 'silent' }),
    });
    const response = await fetch(`http://127.0.0.1:${bare.port}/join`);
    expect([response.status, bare.hasPages]).toEqual([503, false]);
    expect(await response.text()).toContain('npm start');
    await bare.stop();
  });
});

describe('settings', () => {
  it('have defaults, count as left out when empty, and are refused with a sentence', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '0.0.0.0',
      hostPass: undefined,
      databaseUrl: undefined,
    });
    expect(readConfig({ PORT: '', HOST_PASS: '', DATABASE_URL: '' })).toEqual(readConfig({}));
    expect(readConfig({ PUBLIC_URL: 'https://table.example.org/' }).publicUrl).toBe(
      'https://table.example.org',
    );
    for (const env of [
      { PORT: '3000x' },
      { PORT: '-1' },
      { PORT: '70000' },
      { TRUSTED_PROXIES: 'all' },
      { TRUSTED_PROXIES: '-1' },
      { LOG_LEVEL: 'loud' },
      { PUBLIC_URL: 'table' },
      { PUBLIC_URL: 'file:///etc' },
    ])
      expect(() => readConfig(env)).toThrow(`${Object.keys(env)[0]} must be`);
  });
});

describe('the banner', () => {
  const address = {
    address: '192.168.1.20',
    family: 'IPv4',
    internal: false,
    netmask: '',
    mac: '',
    cidr: null,
  } as const;
  const networks = { wifi: [address], loopback: [{ ...address, address: '127.0.0.1', internal: true }] };

  it('names the address to open and the one for phones', () => {
    const reach = { host: '0.0.0.0', port: 3000 };
    expect(addressesElsewhere(reach, networks)).toEqual(['http://192.168.1.20:3000']);
    const text = banner(reach, addressesElsewhere(reach, networks));
    expect(text).toContain('http://localhost:3000');
    expect(text).toContain('http://192.168.1.20:3000');
  });

  it('names no address that cannot be reached', () => {
    expect(addressesElsewhere({ host: '127.0.0.1', port: 3000 }, networks)).toEqual([]);
    expect(addressesElsewhere({ host: '10.0.0.5', port: 3000 }, networks)).toEqual(['http://10.0.0.5:3000']);
    expect(
      addressesElsewhere({ host: '0.0.0.0', port: 3001, publicUrl: 'http://localhost:3000' }, networks),
    ).toEqual(['http://192.168.1.20:3000']);
    const reach = { host: '0.0.0.0', port: 3000, publicUrl: 'https://table.example.org' };
    expect(addressesElsewhere(reach, networks)).toEqual(['https://table.example.org']);
    expect(banner(reach, addressesElsewhere(reach, networks))).not.toContain('Phones');
  });

  it('gives way to one clear sentence when the server cannot start', () => {
    expect(whyNot(Object.assign(new Error('x'), { code: 'EADDRINUSE' }), { port: 3000 })).toBe(
      'Port 3000 is taken by another program. Choose another one, for example: PORT=3001 npm start',
    );
    expect(whyNot(new TypeError('a bug'))).toContain('TypeError: a bug');
  });
});
