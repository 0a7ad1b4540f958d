import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { compileScenario } from '../compile/compile';
import type { ScenarioFile } from '../compile/texts';
import type { Scenario } from '../model';
import type { Problem } from '../problems/problem';
import { contentHash } from './hash';
import { readOrder } from './order';
import { readFolder, readSingleFile, scenarioFolders } from './read';

export { contentHash } from './hash';

export type Loaded =
  | {
      readonly ok: true;
      readonly scenario: Scenario;
      readonly warnings: readonly Problem[];
      /** See {@link contentHash}. */
      readonly hash: string;
      readonly files: readonly ScenarioFile[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads and compiles the scenario in a folder, or in a single YAML file. What is wrong with its content is told as problems; a path
 * under which nothing lies, and a failing disk, throw.
 */
export async function loadScenario(path: string): Promise<Loaded> {
  const isFolder = (await stat(path)).isDirectory();
  const { files, problems } = isFolder ? await readFolder(path) : await readSingleFile(path);
  if (problems.length > 0) return { ok: false, problems };
  const compiled = compileScenario(files);
  if (!compiled.ok) return compiled;
  const name = basename(resolve(path));
  const warnings =
    !isFolder || name === compiled.scenario.id
      ? compiled.warnings
      : [...compiled.warnings, misnamed(name, compiled.scenario.id)];
  return { ok: true, scenario: compiled.scenario, warnings, hash: contentHash(files), files };
}

/**
 * The scenarios in a library folder: those that its `order.txt` names, one a line, then the others by name. They are not read yet, and
 * may have problems.
 */
export async function listScenarios(
  folder: string,
): Promise<{ readonly slug: string; readonly folder: string }[]> {
  const slugs = await scenarioFolders(folder);
  const named = (await readOrder(folder)).filter((slug) => slugs.includes(slug));
  return [...new Set([...named, ...slugs])].map((slug) => ({ slug, folder: join(folder, slug) }));
}

function misnamed(folder: string, id: string): Problem {
  const message = `the scenario \`${id}\` lies in a folder \`${folder}\`: give both the same name`;
  return { file: 'scenario.yaml', line: 1, column: 1, field: 'id', message, code: 'inconsistent' };
}
