import { type Loaded, loadScenario } from '@btt/scenario/load';
import { printProblems } from '@btt/scenario';
import { reasonOf } from './folder';
import type { Terminal } from './terminal';

export type Opened = { readonly ok: true; readonly loaded: Loaded } | { readonly ok: false };

/** Reads what lies under a path. A path under which nothing can be read is told and refused; a scenario with problems is not. */
export async function openScenario(path: string, terminal: Terminal): Promise<Opened> {
  try {
    return { ok: true, loaded: await loadScenario(terminal.resolve(path)) };
  } catch (thrown) {
    terminal.err(`${path}: ${reasonOf(thrown)}`);
    return { ok: false };
  }
}

/** Problems with the paths from where the person stands. */
export function told(path: string, problems: Parameters<typeof printProblems>[0]): string {
  const isFile = /\.ya?ml$/i.test(path);
  const folder = path.replace(/\/+$/, '');
  return printProblems(problems.map((one) => ({ ...one, file: isFile ? path : `${folder}/${one.file}` })));
}
