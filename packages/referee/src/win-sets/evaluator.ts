import { type Compact, LEVEL, RULE, WORK_OF_A_TERM } from './compact';
import { createMachine, STEP_LENGTH } from './machine';
import { FALSE, TRUE } from './network';
import { setBits, type Table, valueReaching, writeRows } from './rows';
import type { Space } from './space';

/** A table whose rows lie in the machine's memory. */
export interface Placed {
  readonly table: Table;
  /** The place of its first row. */
  readonly first: number;
}

/**
 * Answers the questions of a network for one block of deals at a time. A row is known by the place of its first word. Rows are not there
 * before `run`: until then, what is to be done is only noted. The caller sets `sums`, `tables`, `redState`, and `free` rows.
 */
export interface Evaluator {
  /** Points outside the block, by variable. */
  readonly sums: Float64Array;
  readonly tables: Placed[];
  /** 0: no red line is crossed, 1: in the deals that are not in the variable's `free` row, 2: in all deals of the block. */
  readonly redState: Uint8Array;
  readonly memory: Int32Array;
  /** Row of no deal, of all, of those that are possible, and of a result: for the caller. */
  readonly none: number;
  readonly all: number;
  readonly valid: number;
  readonly result: number;
  free(variable: number): number;
  /** Tables of the space without adjustments: their places are kept, and written once. */
  readonly base: readonly Placed[];
  /** True if there was anything to do. */
  writeBase(variable: number): boolean;
  /** Puts a table into the memory; null where there is no room before `clear`. There is room for a table of every variable at once. */
  place(table: Table): Placed | null;
  clear(): void;
  /** Forgets the rows of the last block. */
  begin(): void;
  /** The row of deals for which the node says yes. */
  row(node: number): number;
  /** Notes that a place is to hold what two rows have in common, and returns it. */
  meet(into: number, one: number, other: number): number;
  run(): void;
  count(row: number, mask: number): number;
  /** Words combined since the evaluator was made: what its work has cost. */
  work(): number;
}

export function createEvaluator(space: Space, baseTables: readonly Table[], network: Compact): Evaluator {
  const { variables, block, mostRows, roots } = space;
  const { words, lanes } = block;
  const { question, low: lowOf, high: highOf, asks, about, cuts, redCuts, sums: summed } = network;

  // The memory: a program, rows by name, a free row for each variable, three rows for each question, one for each node, tables.
  const none = (asks.length + question.length + roots.length) * STEP_LENGTH;
  const all = none + words;
  const valid = all + words;
  const result = valid + words;
  const firstFree = result + words;
  const firstQuestion = firstFree + variables.length * words;
  const firstNode = firstQuestion + 3 * asks.length * words;
  const firstTable = firstNode + question.length * words;
  const taken = (table: Table) => table.rowStarts.length * words;
  let firstOther = firstTable;
  const base = baseTables.map((table): Placed => {
    const first = firstOther;
    firstOther += taken(table);
    return { table, first };
  });
  const size = firstOther + 2 * variables.length * ((mostRows + 1) * words + ROOM_PER_DEAL * lanes);
  const machine = createMachine(space.machine, size, words);
  const { memory } = machine;
  memory.fill(-1, all, all + words);

  let moment = 0;
  let worked = 0;
  let steps = 0;
  let nextTable = firstOther;
  let room = size - firstOther;
  const written = new Uint8Array(base.length);
  const questionMoment = new Int32Array(asks.length);
  const questionRow = new Int32Array(asks.length);
  const nodeMoment = new Int32Array(question.length);
  const nodeRow = new Int32Array(question.length);
  const sums = new Float64Array(variables.length);
  const tables: Placed[] = [];
  const redState = new Uint8Array(variables.length);

  function note(into: number, low: number, asked: number, high: number): number {
    const at = steps * STEP_LENGTH;
    memory[at] = into;
    memory[at + 1] = low;
    memory[at + 2] = asked;
    memory[at + 3] = high;
    steps++;
    return into;
  }

  function run(): void {
    if (steps > 0) machine.run(0, steps);
    worked += steps * (words + WORK_OF_A_NOTE);
    steps = 0;
  }

  function row(node: number): number {
    if (node === FALSE) return none;
    if (node === TRUE) return all;
    if (nodeMoment[node] === moment) return nodeRow[node] ?? 0;
    const found = workOut(node);
    nodeMoment[node] = moment;
    nodeRow[node] = found;
    return found;
  }

  function workOut(node: number): number {
    const asked = answer(question[node] ?? 0);
    if (asked === none) return row(lowOf[node] ?? 0);
    if (asked === all) return row(highOf[node] ?? 0);
    const ifNot = row(lowOf[node] ?? 0);
    if (ifNot === all) return all;
    const ifSo = row(highOf[node] ?? 0);
    if (ifSo === ifNot || ifSo === none) return ifNot;
    if (ifNot === none && ifSo === all) return asked;
    return note(firstNode + node * words, ifNot, asked, ifSo);
  }

  function answer(asked: number): number {
    if (questionMoment[asked] === moment) return questionRow[asked] ?? 0;
    const kind = asks[asked];
    const found = kind === LEVEL ? level(asked) : kind === RULE ? row(about[asked] ?? 0) : sumUp(asked);
    questionMoment[asked] = moment;
    questionRow[asked] = found;
    return found;
  }

  function level(asked: number): number {
    const variable = about[asked] ?? 0;
    const place = firstQuestion + 3 * asked * words;
    const red = redState[variable];
    if (red === 0) return reaching(variable, cuts[asked] ?? 0, place);
    const refused = reaching(variable, redCuts[asked] ?? 0, place);
    if (red === 2 || refused === all) return refused;
    const usual = reaching(variable, cuts[asked] ?? 0, place + words);
    return usual === none ? none : note(place + 2 * words, refused, usual, firstFree + variable * words);
  }

  /** The row of deals in which the variable is at least at the cut: one of its table, or one made from it at a place. */
  function reaching(variable: number, cut: number, place: number): number {
    const placed = tables[variable];
    if (placed === undefined) return none;
    const { table, first } = placed;
    const needed = cut - (sums[variable] ?? 0);
    if (needed <= table.min) return all;
    if (needed > table.max) return none;
    const value = valueReaching(table, needed);
    const of = table.rowOf[value] ?? 0;
    const start = table.starts[value] ?? 0;
    const rowStart = table.rowStarts[of] ?? 0;
    const from = first + of * words;
    if (start === rowStart) return from;
    memory.copyWithin(place, from, from + words);
    setBits(memory, place, table.order, start, rowStart);
    return place;
  }

  function sumUp(asked: number): number {
    const sum = summed[asked];
    if (!sum) return none;
    const answers = sum.questions.map(answer);
    run();
    const place = firstQuestion + 3 * asked * words;
    worked += WORK_OF_A_TERM * lanes * answers.length;
    memory.fill(0, place, place + words);
    let lane = 0;
    const holds = (term: number) =>
      (((memory[(answers[term] ?? none) + (lane >> 5)] ?? 0) >>> (lane & 31)) & 1) === 1;
    for (; lane < lanes; lane++) {
      const word = place + (lane >> 5);
      if (sum.reaches(holds)) memory[word] = (memory[word] ?? 0) | (1 << (lane & 31));
    }
    return place;
  }

  function write(placed: Placed): Placed {
    writeRows(placed.table, memory, placed.first, words);
    worked += taken(placed.table) + WORK_OF_AN_ORDER * lanes;
    return placed;
  }

  function place(table: Table): Placed | null {
    const needed = taken(table) + ROOM_PER_DEAL * lanes;
    if (needed > room) return null;
    const first = nextTable;
    nextTable += taken(table);
    room -= needed;
    return write({ table, first });
  }

  return {
    sums,
    tables,
    redState,
    memory,
    none,
    all,
    valid,
    result,
    free: (variable) => firstFree + variable * words,
    base,
    writeBase(variable) {
      const home = base[variable];
      if (!home || written[variable] === 1) return false;
      written[variable] = 1;
      write(home);
      return true;
    },
    place,
    clear() {
      nextTable = firstOther;
      room = size - firstOther;
    },
    begin() {
      moment++;
    },
    row,
    meet: (into, one, other) => note(into, none, one, other),
    run,
    count: (one, mask) => machine.count(one, mask),
    work: () => worked,
  };
}

/** What a table takes outside the machine's memory is charged to it too, in words for each deal of the block. */
const ROOM_PER_DEAL = 4;
/** What noting a step costs, in the same unit. */
const WORK_OF_A_NOTE = 30;
/** What putting a deal of a block in order costs. */
const WORK_OF_AN_ORDER = 20;
