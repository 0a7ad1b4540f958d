// Bundles the server: workspace code goes into the bundle, npm packages stay outside it.
//
//   node build.mjs    writes dist/main.js, and the workers of the referee, of authors and of the embedded database
import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

/** @param {string} path relative to this folder */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Everything that is not ours is required at run time from node_modules. */
const npmPackagesOutside = {
  name: 'npm-packages-outside',
  /** @param {import('esbuild').PluginBuild} setup */
  setup(setup) {
    setup.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || path.startsWith('@btt/')) return null;
      // The bundle lies in this folder: what it requires must be found from here, not only from where the
      // import was written. This throws, and the build fails, when it is not.
      if (!isBuiltin(path)) import.meta.resolve(path);
      return { path, external: true };
    });
  },
};

/** @returns {import('esbuild').BuildOptions} */
function settings() {
  const worker = here('../../packages/eventstore/src/sql/sqlite-worker.ts');
  return {
    absWorkingDir: here('.'),
    entryPoints: {
      main: here('src/main.ts'),
      'analysis-worker': here('src/analysis/worker.ts'),
      'workbench-worker': here('src/workbench/worker.ts'),
      ...(existsSync(worker) ? { 'sqlite-worker': worker } : {}),
    },
    outdir: here('dist'),
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
    plugins: [npmPackagesOutside],
  };
}

/**
 * Builds now and after every change of the sources, until the returned function is called.
 * @param {() => void} afterBuild called after each build without errors
 * @returns {Promise<() => Promise<void>>} ends the watching
 */
export async function watch(afterBuild) {
  const base = settings();
  const tell = {
    name: 'tell',
    /** @param {import('esbuild').PluginBuild} setup */
    setup(setup) {
      setup.onEnd(({ errors }) => {
        if (errors.length === 0) afterBuild();
      });
    },
  };
  const builder = await context({ ...base, plugins: [...(base.plugins ?? []), tell] });
  await builder.watch();
  return () => builder.dispose();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build(settings());
