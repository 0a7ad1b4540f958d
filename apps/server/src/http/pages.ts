import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Request, RequestHandler, Response } from 'express';
import { csp, pagePolicies } from './csp';

interface Body {
  readonly bytes: Buffer;
  readonly etag: string;
}

interface Asset {
  readonly type: string;
  readonly cache: string;
  /** Content-Security-Policy of a page; assets have none of their own. */
  readonly policy: string | undefined;
  readonly plain: Body;
  readonly br: Body | undefined;
  readonly gzip: Body | undefined;
}

/** The exported web app, held in memory: building it anew disturbs nobody until the server is started again. */
export interface Pages {
  readonly serve: RequestHandler;
  readonly notFound: RequestHandler;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};
const IMMUTABLE = 'public, max-age=31536000, immutable';
const FRESH = 'no-cache';
const COPIES = ['.br', '.gz'];

/** Reads the export. Null when it has not been built. */
export function readPages(folder: string): Pages | null {
  const manifest = join(folder, 'csp.json');
  if (!existsSync(manifest)) return null;
  const policies = pagePolicies(readFileSync(manifest, 'utf8'));
  const assets = new Map<string, Asset>();
  for (const file of filesBelow(folder)) {
    const name = `/${relative(folder, file).split(sep).join('/')}`;
    const type = TYPES[extname(name)];
    if (type === undefined || COPIES.includes(extname(name)) || file === manifest) continue;
    const route = name.endsWith('.html') ? name.replace(/(?:\/?index)?\.html$/, '') || '/' : undefined;
    // Pages are registered from the manifest: one whose scripts are not known could not run.
    if (route !== undefined && !policies.has(route)) continue;
    assets.set(
      route ?? name,
      readAsset(file, name, type, route === undefined ? undefined : policies.get(route)),
    );
  }
  const missing = assets.get('/404');
  return {
    serve(request, response, next) {
      const asset = assets.get(pathOf(request));
      if (asset && (request.method === 'GET' || request.method === 'HEAD'))
        send(asset, 200, request, response);
      else next();
    },
    notFound(request, response, next) {
      if (missing && (request.method === 'GET' || request.method === 'HEAD'))
        send(missing, 404, request, response);
      else next();
    },
  };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function readAsset(file: string, name: string, type: string, policy: string | undefined): Asset {
  const cache = name.startsWith('/_next/static/') ? IMMUTABLE : FRESH;
  const body = (path: string): Body => {
    const bytes = readFileSync(path);
    return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
  };
  const copy = (path: string) => (existsSync(path) ? body(path) : undefined);
  return { type, cache, policy, plain: body(file), br: copy(`${file}.br`), gzip: copy(`${file}.gz`) };
}

/** The path without the slash at its end. A path that cannot be decoded is nobody's. */
function pathOf(request: Request): string {
  const path = request.path.length > 1 ? request.path.replace(/\/+$/, '') : request.path;
  try {
    return decodeURIComponent(path) || '/';
  } catch {
    return '';
  }
}

function send(asset: Asset, status: number, request: Request, response: Response): void {
  const encoding =
    asset.br && request.acceptsEncodings('br')
      ? 'br'
      : asset.gzip && request.acceptsEncodings('gzip')
        ? 'gzip'
        : undefined;
  const body = (encoding && asset[encoding]) ?? asset.plain;
  response.set({
    'Content-Type': asset.type,
    'Cache-Control': asset.cache,
    ETag: body.etag,
    Vary: 'Accept-Encoding',
  });
  if (encoding) response.set('Content-Encoding', encoding);
  if (asset.policy !== undefined)
    response.set('Content-Security-Policy', csp(asset.policy, request.headers.host));
  if (status === 200 && request.headers['if-none-match']?.includes(body.etag)) {
    response.removeHeader('Content-Encoding');
    response.status(304).end();
    return;
  }
  response.status(status).set('Content-Length', String(body.bytes.length));
  response.end(request.method === 'HEAD' ? undefined : body.bytes);
}
