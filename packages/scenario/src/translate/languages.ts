import type { ScenarioFile } from '../compile/texts';
import { isMapping } from '../problems/schema';
import { readYaml } from '../source/yaml';

/** A language as files and pages name it: `de`, `pt-BR`. */
export const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** What a scenario is written in where it does not say. */
const USUAL = 'en';

/** `roles/baker.de.md` is `roles/baker.md` in `de`; null where a file belongs to no language but the scenario's own. */
export function translationOf(path: string): { readonly path: string; readonly language: string } | null {
  const found = /^(?<stem>(?:(?:roles|debrief)\/)?[^./]+)\.(?<language>[^./]+)(?<ending>\.(?:md|yaml))$/.exec(
    path,
  )?.groups;
  const { stem = '', language = '', ending = '' } = found ?? {};
  return LANGUAGE.test(language) ? { path: `${stem}${ending}`, language } : null;
}

/** The name of a file's translation: `roles/baker.md` in `de` is `roles/baker.de.md`. */
export function translatedPath(path: string, language: string): string {
  return path.replace(/\.[^.]+$/, (ending) => `.${language}${ending}`);
}

/** The file that holds the texts of `scenario.yaml` in another language. */
export const overlayPath = (language: string): string => `scenario.${language}.yaml`;

/** The languages in which a scenario can be played: its own first, then those with a `scenario.<language>.yaml`, by name. Takes any files. */
export function languagesOf(files: readonly ScenarioFile[]): string[] {
  return [ownLanguage(files), ...translationsIn(files, (path) => path === 'scenario.yaml')];
}

/** Every language but the scenario's own in which there is at least one file, complete or not. */
export function translationsOf(files: readonly ScenarioFile[]): string[] {
  return translationsIn(files, () => true);
}

function translationsIn(files: readonly ScenarioFile[], counts: (path: string) => boolean): string[] {
  const own = ownLanguage(files);
  const found = files
    .map((file) => translationOf(file.path))
    .flatMap((one) => (one !== null && counts(one.path) && one.language !== own ? [one.language] : []));
  return [...new Set(found)].sort();
}

/** The language that `scenario.yaml` names; English where it names none. */
function ownLanguage(files: readonly ScenarioFile[]): string {
  const main = files.find((file) => file.path === 'scenario.yaml');
  // The whole file need not be read for one line at its top level.
  const line = main && /^language:[^\n]*/m.exec(main.text.replaceAll('\r', ''))?.[0];
  const value = line ? readYaml('', line).value : null;
  const language = isMapping(value) ? value['language'] : null;
  return typeof language === 'string' && LANGUAGE.test(language) ? language : USUAL;
}
