import { readYaml, type Source } from './yaml';

/** A Markdown file: YAML between two lines `---` at the top, and the text below. */
export interface MarkdownFile {
  /** null where the file has no front matter; `open` where it begins with `---` and no second `---` follows. */
  readonly front: Source | 'open' | null;
  readonly body: string;
}

const FRONT_MATTER = /^---[ \t]*\n(?<yaml>(?:.*\n)*?)---[ \t]*(?:\n|$)/;

export function readMarkdown(file: string, text: string): MarkdownFile {
  const found = FRONT_MATTER.exec(text);
  if (found === null) return { front: /^---[ \t]*(?:\n|$)/.test(text) ? 'open' : null, body: text.trim() };
  return { front: readYaml(file, found.groups?.['yaml'] ?? '', 2), body: text.slice(found[0].length).trim() };
}

/** The points of a Markdown list; lines that go on are joined. */
export function listItems(text: string): string[] {
  const items: string[] = [];
  for (const line of text.split('\n')) {
    const point = /^\s{0,3}(?:[-*+]|\d{1,3}[.)])\s+(?<item>.*)$/.exec(line)?.groups?.['item'];
    const last = items.at(-1);
    if (point !== undefined) items.push(point.trim());
    else if (line.trim() === '' || line.startsWith('#')) continue;
    else if (last !== undefined) items[items.length - 1] = `${last} ${line.trim()}`;
  }
  return items;
}

/** Words as a reader counts them. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
