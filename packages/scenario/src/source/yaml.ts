import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Parser,
  type ParsedNode,
} from 'yaml';
import { fieldOf, type Path, type Problem, type ProblemCode } from '../problems/problem';

/** A YAML text as plain values, with the place of every key and value. */
export interface Source {
  readonly file: string;
  /** Mappings have no prototype; undefined where the text is not YAML. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Builds a problem at a field; where the field is not written, at the nearest mapping around it. */
  readonly problem: (path: Path, code: ProblemCode, message: string, on?: 'key' | 'value') => Problem;
}

/** Offsets of a value, of its key where it has one, and of what is inside. */
interface Place {
  readonly key: number | null;
  readonly value: number;
  readonly inside: Map<string | number, Place>;
}

/** Collections inside collections; a scenario needs about twelve. */
const DEEPEST = 32;

/** Reads one YAML document. Aliases, directives, tags and duplicate keys are refused. Never throws. */
export function readYaml(file: string, text: string, firstLine = 1): Source {
  const lines = new LineCounter();
  const reader = new Reader(file, (offset) => {
    const { line, col } = lines.linePos(Math.max(0, offset));
    return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
  });
  try {
    return reader.read(text, lines);
  } catch (thrown) {
    // A fault of the YAML library on a strange text is the text's problem, not the program's end.
    const reason = thrown instanceof Error ? thrown.message : 'unreadable';
    return reader.source(undefined, [reader.at(0, [], 'not-yaml', `cannot be read as YAML (${reason})`)]);
  }
}

class Reader {
  private readonly problems: Problem[] = [];
  private root: Place = { key: null, value: 0, inside: new Map() };

  constructor(
    private readonly file: string,
    private readonly position: (offset: number) => { readonly line: number; readonly column: number },
  ) {}

  read(text: string, lines: LineCounter): Source {
    const tokens = [...new Parser(lines.addNewLine).parse(text)];
    const hurdle = tokens.map(hurdleIn).find((found) => found !== null);
    if (hurdle) return this.source(undefined, [this.at(hurdle.offset, [], hurdle.code, hurdle.message)]);

    const options = { version: '1.2', schema: 'core', uniqueKeys: false, keepSourceTokens: false } as const;
    const documents = [...new Composer(options).compose(tokens, true, text.length)];
    const [document, another] = documents;
    const faults = documents.flatMap((one) => [...one.errors, ...one.warnings]);
    for (const fault of faults)
      this.problems.push(this.at(fault.pos[0], [], 'not-yaml', sentence(fault.message)));
    if (another)
      this.problems.push(
        this.at(startOf(another), [], 'not-yaml', 'only one YAML document is allowed in a file'),
      );
    if (!document || this.problems.length > 0) return this.source(undefined, this.problems);

    const contents = document.contents;
    this.root = { key: null, value: contents?.range[0] ?? 0, inside: new Map() };
    const value = contents === null ? null : this.convert(contents, this.root, []);
    return this.source(value, this.problems);
  }

  source(value: unknown, problems: readonly Problem[]): Source {
    return {
      file: this.file,
      value,
      problems,
      problem: (path, code, message, on = 'value') => this.at(this.offsetOf(path, on), path, code, message),
    };
  }

  at(offset: number, path: Path, code: ProblemCode, message: string): Problem {
    return { file: this.file, ...this.position(offset), field: fieldOf(path), message, code };
  }

  private offsetOf(path: Path, on: 'key' | 'value'): number {
    let place = this.root;
    for (const step of path) {
      // A translation may name the places of a list as keys.
      const next = place.inside.get(step) ?? place.inside.get(String(step));
      if (next === undefined) return place.key ?? place.value;
      place = next;
    }
    return on === 'key' && place.key !== null ? place.key : place.value;
  }

  private convert(node: ParsedNode, place: Place, path: Path): unknown {
    if (isAlias(node)) {
      this.refuse(node.range[0], path, 'alias', 'aliases (`*name`) are not allowed: write it out');
      return null;
    }
    if (isScalar(node)) {
      const { value } = node;
      if (
        value === null ||
        typeof value === 'string' ||
        typeof value === 'number' ||
        typeof value === 'boolean'
      )
        return value;
      this.refuse(place.value, path, 'wrong-type', 'this kind of value is not allowed');
      return null;
    }
    if (isSeq(node)) {
      return node.items.map((item, at) =>
        this.item(item, { key: null, value: place.value }, place, path, at),
      );
    }
    return isMap(node) ? this.mapping(node.items, place, path) : null;
  }

  private mapping(
    pairs: readonly { readonly key: unknown; readonly value: unknown }[],
    place: Place,
    path: Path,
  ): Record<string, unknown> {
    const mapping: Record<string, unknown> = Object.create(null);
    for (const pair of pairs) {
      if (!isScalar(pair.key)) {
        const offset =
          isAlias(pair.key) || isMap(pair.key) || isSeq(pair.key)
            ? (pair.key.range?.[0] ?? place.value)
            : place.value;
        this.refuse(offset, path, 'wrong-type', 'a key must be a plain word');
        continue;
      }
      // As written: `yes`, `true` and `3` are words when they are keys.
      const name = pair.key.source ?? '';
      const offset = pair.key.range?.[0] ?? place.value;
      if (place.inside.has(name)) {
        this.refuse(offset, [...path, name], 'duplicate-key', `\`${name}\` is written twice`);
        continue;
      }
      const value = this.item(pair.value, { key: offset, value: offset }, place, path, name);
      if (name === '__proto__') this.refuse(offset, [...path, name], 'bad-id', '`__proto__` cannot be a key');
      else mapping[name] = value;
    }
    return mapping;
  }

  private item(
    node: unknown,
    near: { key: number | null; value: number },
    parent: Place,
    path: Path,
    step: string | number,
  ): unknown {
    const child = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node as ParsedNode) : null;
    const place: Place = { key: near.key, value: child?.range[0] ?? near.value, inside: new Map() };
    parent.inside.set(step, place);
    return child === null ? null : this.convert(child, place, [...path, step]);
  }

  private refuse(offset: number, path: Path, code: ProblemCode, message: string): void {
    this.problems.push(this.at(offset, path, code, message));
  }
}

/** What stops a token before it is composed: the composer follows nesting by recursion, so its depth is checked first. */
function hurdleIn(token: CST.Token): { offset: number; code: ProblemCode; message: string } | null {
  if (token.type === 'directive') {
    return { offset: token.offset, code: 'not-yaml', message: 'YAML directives (`%…`) are not allowed' };
  }
  const open: { token: CST.Token; depth: number }[] = [{ token, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token: current, depth } = next;
    if (depth > DEEPEST) return { offset: current.offset, code: 'too-deep', message: 'nested too deeply' };
    if (current.type === 'document' && current.value) open.push({ token: current.value, depth });
    if (current.type === 'block-map' || current.type === 'block-seq' || current.type === 'flow-collection') {
      for (const item of current.items) {
        if (item.key) open.push({ token: item.key, depth: depth + 1 });
        if (item.value) open.push({ token: item.value, depth: depth + 1 });
      }
    }
  }
  return null;
}

function startOf(document: Document.Parsed): number {
  return document.range[0];
}

function sentence(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
