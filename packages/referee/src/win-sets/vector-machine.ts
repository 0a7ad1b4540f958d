import type { Machine } from './machine';

/*
 * The two loops of a machine in WebAssembly, which has the 128-bit operations that JavaScript lacks (the fixed-width SIMD of
 * WebAssembly 2.0). They are written out here, instruction by instruction, and take 320 bytes.
 */

/** What is used of WebAssembly. Like an array it only computes; how quickly is all that depends on the machine. */
interface Platform {
  readonly Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    given: object,
  ) => {
    readonly exports: {
      run(from: number, end: number, bytes: number): void;
      count(row: number, mask: number, bytes: number): number;
    };
  };
}

declare const WebAssembly: Platform | undefined;

const PAGE = 65_536;
const MOST_PAGES = 32_768;

/** A machine that works on 128 bits at a time; null where the platform has no WebAssembly or does not allow it. */
export function vectorMachine(size: number, words: number): Machine | null {
  const pages = Math.ceil((size * 4) / PAGE);
  if (typeof WebAssembly === 'undefined' || pages > MOST_PAGES) return null;
  try {
    const store = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const { run, count } = new WebAssembly.Instance(new WebAssembly.Module(MODULE), {
      given: { memory: store },
    }).exports;
    return {
      memory: new Int32Array(store.buffer),
      run: (from, steps) => run(from * 4, (from + steps * 4) * 4, words * 4),
      count: (row, mask) => count(row * 4, mask * 4, words * 4),
    };
  } catch {
    // A page's security policy may forbid it, an old processor lack it, or the memory be refused: the answer is the same without.
    return null;
  }
}

// Instructions by their names in the specification of WebAssembly.
const I32 = 0x7f;
const V128 = 0x7b;
const block = [0x02, 0x40];
const loop = [0x03, 0x40];
const end = [0x0b];
const branch = (depth: number) => [0x0c, depth];
const branchIf = (depth: number) => [0x0d, depth];
const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const tee = (local: number) => [0x22, local];
const i32Load = (offset: number) => [0x28, 2, offset];
const i32Const = (value: number) => [0x41, value];
const i32Less = [0x49];
const i32NotLess = [0x4f];
const i32Add = [0x6a];
const i32ShiftLeft = [0x74];
const v128Load = (offset: number) => [0xfd, 0x00, 4, offset];
const v128Store = (offset: number) => [0xfd, 0x0b, 4, offset];
const v128And = [0xfd, 0x4e];
const v128Or = [0xfd, 0x50];
const i32x4Lane = (lane: number) => [0xfd, 0x1b, lane];
const i32x4Add = [0xfd, 0xae, 0x01];
/** The number of bits set in each byte; then neighbours added up, to four numbers. */
const bitsInQuarters = [0xfd, 0x62, 0xfd, 0x7d, 0xfd, 0x7f];

type Code = readonly (readonly number[])[];
const code = (...parts: readonly Code[]) => parts.flat(2);
const advance = (local: number, by: number) => code([get(local), i32Const(by), i32Add, set(local)]);

/** `run(from, end, bytes)`: the steps that lie between two addresses, each over rows of so many bytes. */
function runCode(): number[] {
  const [from, endOfSteps, bytes, into, low, asked, high, stop] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  const address = (at: number) => code([get(from), i32Load(at), i32Const(2), i32ShiftLeft]);
  const load = (row: number, offset: number) => code([get(row), v128Load(offset)]);
  const combine = (offset: number) =>
    code(
      [get(into), load(low, offset), load(asked, offset), load(high, offset)],
      [v128And, v128Or, v128Store(offset)],
    );
  return code(
    [block, loop],
    [get(from), get(endOfSteps), i32NotLess, branchIf(1)],
    [address(0), tee(into), get(bytes), i32Add, set(stop)],
    [address(4), set(low), address(8), set(asked), address(12), set(high)],
    [loop],
    [combine(0), combine(16)],
    [advance(low, 32), advance(asked, 32), advance(high, 32)],
    [get(into), i32Const(32), i32Add, tee(into), get(stop), i32Less, branchIf(0)],
    [end],
    [advance(from, 16), branch(0)],
    [end, end],
  );
}

/** `count(row, mask, bytes)`: how many bits are set in both. */
function countCode(): number[] {
  const [row, mask, bytes, stop, sum] = [0, 1, 2, 3, 4] as const;
  const lane = (at: number) => code([get(sum), i32x4Lane(at)]);
  return code(
    [get(row), get(bytes), i32Add, set(stop)],
    [loop],
    [get(row), v128Load(0), get(mask), v128Load(0), v128And, bitsInQuarters],
    [get(sum), i32x4Add, set(sum), advance(mask, 16)],
    [get(row), i32Const(16), i32Add, tee(row), get(stop), i32Less, branchIf(0)],
    [end],
    [lane(0), lane(1), i32Add, lane(2), i32Add, lane(3), i32Add],
  );
}

/** An unsigned number in the format's variable length. */
function number(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...number(Math.floor(value / 128))];
}

const list = (...items: Code) => [...number(items.length), ...items.flat()];
const section = (id: number, content: readonly number[]) => [id, ...number(content.length), ...content];
const name = (text: string) => [text.length, ...Array.from(text, (letter) => letter.charCodeAt(0))];
/** A function: its locals by number and kind, then its code. */
function body(locals: Code, instructions: readonly number[]): number[] {
  const content = [...list(...locals), ...instructions, ...end];
  return [...number(content.length), ...content];
}

const HEAD = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const TYPES = list([0x60, 3, I32, I32, I32, 0], [0x60, 3, I32, I32, I32, 1, I32]);
const IMPORTS = list(code([name('given'), name('memory'), [0x02, 0x00, 1]]));
const FUNCTIONS = list([0], [1]);
const EXPORTS = list(code([name('run'), [0x00, 0]]), code([name('count'), [0x00, 1]]));
const CODE = list(
  body([[5, I32]], runCode()),
  body(
    [
      [1, I32],
      [1, V128],
    ],
    countCode(),
  ),
);

const MODULE = Uint8Array.from(
  code(
    [HEAD, section(1, TYPES), section(2, IMPORTS)],
    [section(3, FUNCTIONS), section(7, EXPORTS), section(10, CODE)],
  ),
);
