/** Hashes of the inline scripts and styles of each exported page, collected when the pages were built. */
type Manifest = Readonly<
  Record<string, { readonly scripts: readonly string[]; readonly styles: readonly string[] }>
>;

const SOCKETS = '{sockets}';
const HOST = /^[A-Za-z0-9.:[\]-]{1,255}$/;

/** For everything that is not a page: it may do nothing, wherever it ends up. */
export const NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** By route: own scripts and the inline ones that the build knows, and nothing from anywhere else. */
export function pagePolicies(manifest: string): ReadonlyMap<string, string> {
  const pages = JSON.parse(manifest) as Manifest;
  return new Map(
    Object.entries(pages).map(([route, { scripts, styles }]) => [
      route,
      [
        "default-src 'none'",
        `script-src ${sources(scripts)}`,
        `style-src ${sources(styles)}`,
        "img-src 'self' data:",
        "font-src 'self'",
        "manifest-src 'self'",
        `connect-src 'self'${SOCKETS}`,
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ].join('; '),
    ]),
  );
}

const sources = (hashes: readonly string[]) => ["'self'", ...hashes.map((hash) => `'${hash}'`)].join(' ');

/** The policy for a page that was asked for under a host. Older browsers do not count a socket to the same host as 'self'. */
export function csp(policy: string, host: string | undefined): string {
  const sockets = host !== undefined && HOST.test(host) ? ` ws://${host} wss://${host}` : '';
  return policy.replace(SOCKETS, sockets);
}
