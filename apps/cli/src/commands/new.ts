import { basename, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printProblems, type ScenarioFile } from '@btt/scenario';
import { loadScenario } from '@btt/scenario/load';
import { readArguments, unusable } from '../arguments';
import { writeNewFolder } from '../folder';
import { idFrom, isId, NO_TITLE, scalar, titleFrom, titleIn } from '../names';
import { type ExitCode, GOOD, type Terminal } from '../terminal';

const USAGE = 'npm run scenario -- new FOLDER [--title TITLE]';
const SKELETON = fileURLToPath(new URL('../../skeleton', import.meta.url));
const SCHEMA = fileURLToPath(new URL('../../../../docs/scenario.schema.json', import.meta.url));

/** Writes a commented scenario to begin with: complete, playable and small. */
export async function create(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const read = readArguments(args, { title: { type: 'string' } }, 1, USAGE);
  if (!read.ok) return unusable(terminal, read.message);
  const [name] = read.names;
  if (name === undefined) return unusable(terminal, `Where to? ${USAGE}`);
  const folder = terminal.resolve(name);
  const id = basename(folder);
  if (!isId(id)) return unusable(terminal, badName(id));
  const title = titleIn(read.values.title ?? titleFrom(id));
  if (title === null) return unusable(terminal, NO_TITLE);

  const written = await writeNewFolder(folder, await skeleton(id, title, schemaFrom(folder)));
  if (!written.ok) return unusable(terminal, `${name}: ${written.reason}`);
  terminal.out(`${name}: “${title}” can be played as it is. Now make it yours:
  1. Open ${name}/scenario.yaml. It explains itself; docs/authoring.md tells more.
  2. npm run scenario -- check ${name}
  3. npm run scenario -- analyse ${name}`);
  return GOOD;
}

/** The first line of a scenario tells editors where the schema lies. */
export function schemaLine(schema: string): string {
  return `# yaml-language-server: $schema=${schema}`;
}

/** The way from a scenario's folder to the schema, as editors want it. */
export function schemaFrom(folder: string): string {
  return relative(folder, SCHEMA).replaceAll('\\', '/');
}

async function skeleton(id: string, title: string, schema: string): Promise<ScenarioFile[]> {
  const loaded = await loadScenario(SKELETON);
  if (!loaded.ok) throw new Error(printProblems(loaded.problems));
  return loaded.files.map(({ path, text }) => {
    if (path !== 'scenario.yaml') return { path, text };
    const lines = text.split('\n').map((line) => {
      if (line.startsWith('# yaml-language-server:')) return schemaLine(schema);
      if (line.startsWith('title:')) return `title: ${scalar(title)}`;
      if (!line.startsWith('id:')) return line;
      const comment = line.indexOf('#');
      return `${`id: ${id}`.padEnd(comment - 1)} ${line.slice(comment)}`;
    });
    return { path, text: lines.join('\n') };
  });
}

function badName(given: string): string {
  const id = idFrom(given);
  const proposal = id === null ? '' : `; did you mean \`${id}\`?`;
  return `The folder is the scenario's name: lower-case letters, digits and single hyphens, with a letter${proposal}`;
}
