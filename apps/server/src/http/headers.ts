import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';

/** Hashes of the inline scripts and styles of each exported page, collected when the pages were built. */
type Manifest = Readonly<
  Record<string, { readonly scripts: readonly string[]; readonly styles: readonly string[] }>
>;

export function readManifest(webFolder: string): Manifest {
  const file = join(webFolder, 'csp.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
}

/** A policy for one page: own scripts and the inline ones that the build knows, nothing else from anywhere. */
export function policyFor(manifest: Manifest, path: string): string {
  const route = path === '/' ? '/' : path.replace(/\/$/, '').replace(/\.html$/, '');
  const page = manifest[route] ?? manifest['/404'] ?? { scripts: [], styles: [] };
  const quoted = (hashes: readonly string[]) => hashes.map((hash) => ` '${hash}'`).join('');
  return [
    "default-src 'none'",
    `script-src 'self'${quoted(page.scripts)}`,
    `style-src 'self'${quoted(page.styles)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every answer. */
export function securityHeaders(manifest: Manifest): RequestHandler {
  return (request, response, next) => {
    response.setHeader('Content-Security-Policy', policyFor(manifest, request.path));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('X-Frame-Options', 'DENY');
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()');
    next();
  };
}
