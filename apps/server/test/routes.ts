import type { Express } from 'express';

/** One request, as anybody may make it. */
export interface Probe {
  readonly method: string;
  readonly path: string;
  /** As it is sent. */
  readonly body?: string;
}

/** What a router of express holds, as far as it is looked at here. */
interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
  /** The part of the path that it stands for; nothing when it is not meant. Throws where a path cannot be decoded. */
  match(path: string): { readonly path: string } | false | null | undefined;
}

type Route = NonNullable<Layer['route']>;

const layersOf = (app: Express): readonly Layer[] => (app.router as { stack: unknown }).stack as Layer[];

function routesIn(layers: readonly Layer[]): Route[] {
  return layers.flatMap(({ route, handle }) => (route ? [route] : routesIn(handle.stack ?? [])));
}

/** The route that a request comes to. */
function metBy(layers: readonly Layer[], method: string, path: string): Route | null {
  for (const layer of layers) {
    const matched = matchOf(layer, path);
    if (!matched) continue;
    const { route, handle } = layer;
    if (route?.methods[method] === true) return route;
    const within = handle.stack && metBy(handle.stack, method, path.slice(matched.path.length) || '/');
    if (within) return within;
  }
  return null;
}

/** A path that cannot be decoded is nobody's. */
function matchOf(layer: Layer, path: string) {
  try {
    return layer.match(path);
  } catch {
    return null;
  }
}

/** All routes of an app, and those to which none of the requests comes. */
export function routesOf(
  app: Express,
  probes: readonly Probe[],
): { readonly all: readonly string[]; readonly unvisited: readonly string[] } {
  const layers = layersOf(app);
  const met = probes.map(({ method, path }) => ({
    method: method.toLowerCase(),
    route: metBy(layers, method.toLowerCase(), path.split('?')[0] ?? path),
  }));
  const all = routesIn(layers).flatMap((route) =>
    Object.keys(route.methods).map((method) => ({ method, route })),
  );
  const named = ({ method, route }: (typeof all)[number]) => `${method.toUpperCase()} ${route.path}`;
  const unvisited = all.filter(
    (one) => !met.some((two) => two.method === one.method && two.route === one.route),
  );
  return { all: all.map(named), unvisited: unvisited.map(named) };
}
