import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request comes from a page of this server, or from no page at all. Browsers name the page's origin and cannot be made to
 * name another; programs without an origin bring their own token.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicUrl: string | undefined): boolean {
  const { origin } = headers;
  if (origin === undefined) return true;
  const host = hostOf(origin);
  const forwarded = headers['x-forwarded-host'];
  const own = [
    headers.host,
    typeof forwarded === 'string' ? forwarded : undefined,
    publicUrl === undefined ? undefined : hostOf(publicUrl),
  ];
  return host !== null && own.includes(host);
}

function hostOf(url: string): string | null {
  try {
    return new URL(url).host;
  } catch {
    return null;
  }
}
