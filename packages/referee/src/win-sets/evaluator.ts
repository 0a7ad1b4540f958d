import { FALSE, TRUE } from './network';
import { rowReaching, type Table } from './rows';
import type { Space } from './space';
import { weighing } from './weighing';

/**
 * Answers the questions of a network for one block of deals, a row of bits at a time; and, before that, for the best and the worst that
 * may still come. The caller sets `sums`, `tables`, `red…` for rows, and `low`, `high`, `mayBeRed`, `isRed` for bounds.
 */
export interface Evaluator {
  /** Points outside the block, by variable. */
  readonly sums: Float64Array;
  readonly tables: Table[];
  /** 0: no red line is crossed, 1: in the deals of `redRows`, 2: in all deals of the block. */
  readonly redState: Uint8Array;
  readonly redRows: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly mayBeRed: Uint8Array;
  readonly isRed: Uint8Array;
  /** All rows. A row is known by the place of its first word: `NONE`, `words` (all bits) or another. */
  readonly rows: Int32Array;
  /** Forgets the rows of the last block. */
  begin(): void;
  /** The place of the row of deals for which the node says yes. */
  row(node: number): number;
  passesAtBest(node: number): boolean;
  passesAtWorst(node: number): boolean;
}

export const NONE = 0;

export function createEvaluator(space: Space): Evaluator {
  const { network, variables, block } = space;
  const { words, lanes } = block;
  const questions = network.questions;
  const ofNode = Int32Array.from(network.question);
  const lowOf = Int32Array.from(network.low);
  const highOf = Int32Array.from(network.high);
  const asks = Uint8Array.from(questions, (one) => (one.kind === 'level' ? 0 : one.kind === 'rule' ? 1 : 2));
  const about = Int32Array.from(questions, (one) =>
    one.kind === 'level' ? one.variable : one.kind === 'rule' ? one.node : 0,
  );
  const cuts = Float64Array.from(questions, (one) => (one.kind === 'level' ? one.cut : 0));
  const counted = questions.map((one) =>
    one.kind === 'sum' ? { asks: one.questions, reaches: weighing(one.weights, one.needed) } : null,
  );
  const redCuts = Float64Array.from(questions, (one) => (one.kind === 'level' ? one.cutWhenRed : 0));

  const ALL = words;
  const firstQuestion = 2 * words;
  const firstNode = firstQuestion + questions.length * words;
  const rows = new Int32Array(firstNode + ofNode.length * words);
  rows.fill(-1, ALL, ALL + words);
  const spare = new Int32Array(words);

  let moment = 0;
  const questionMoment = new Int32Array(questions.length);
  const questionRow = new Int32Array(questions.length);
  const nodeMoment = new Int32Array(ofNode.length);
  const nodeRow = new Int32Array(ofNode.length);

  const sums = new Float64Array(variables.length);
  const tables: Table[] = [];
  const redState = new Uint8Array(variables.length);
  const redRows = new Int32Array(variables.length * words);
  const low = new Float64Array(variables.length);
  const high = new Float64Array(variables.length);
  const mayBeRed = new Uint8Array(variables.length);
  const isRed = new Uint8Array(variables.length);

  function row(node: number): number {
    if (node === FALSE) return NONE;
    if (node === TRUE) return ALL;
    if (nodeMoment[node] === moment) return nodeRow[node] ?? 0;
    const found = workOut(node);
    nodeMoment[node] = moment;
    nodeRow[node] = found;
    return found;
  }

  function workOut(node: number): number {
    const asked = answer(ofNode[node] ?? 0);
    if (asked === NONE) return row(lowOf[node] ?? 0);
    if (asked === ALL) return row(highOf[node] ?? 0);
    const ifNot = row(lowOf[node] ?? 0);
    if (ifNot === ALL) return ALL;
    const ifSo = row(highOf[node] ?? 0);
    if (ifSo === ifNot || ifSo === NONE) return ifNot;
    if (ifNot === NONE && ifSo === ALL) return asked;
    const place = firstNode + node * words;
    if (ifNot === NONE)
      for (let at = 0; at < words; at++) rows[place + at] = (rows[asked + at] ?? 0) & (rows[ifSo + at] ?? 0);
    else if (ifSo === ALL)
      for (let at = 0; at < words; at++) rows[place + at] = (rows[asked + at] ?? 0) | (rows[ifNot + at] ?? 0);
    else
      for (let at = 0; at < words; at++)
        rows[place + at] = (rows[ifNot + at] ?? 0) | ((rows[asked + at] ?? 0) & (rows[ifSo + at] ?? 0));
    return place;
  }

  function answer(question: number): number {
    if (questionMoment[question] === moment) return questionRow[question] ?? 0;
    const kind = asks[question];
    const found = kind === 0 ? level(question) : kind === 1 ? row(about[question] ?? 0) : sumUp(question);
    questionMoment[question] = moment;
    questionRow[question] = found;
    return found;
  }

  function level(question: number): number {
    const variable = about[question] ?? 0;
    const place = firstQuestion + question * words;
    const red = redState[variable];
    if (red === 0) return reaching(variable, cuts[question] ?? 0, place);
    if (red === 2) return reaching(variable, redCuts[question] ?? 0, place);
    const refused = reaching(variable, redCuts[question] ?? 0, place);
    for (let at = 0; at < words; at++) spare[at] = rows[refused + at] ?? 0;
    const usual = reaching(variable, cuts[question] ?? 0, place);
    const first = variable * words;
    for (let at = 0; at < words; at++) {
      const mask = redRows[first + at] ?? 0;
      rows[place + at] = ((rows[usual + at] ?? 0) & ~mask) | ((spare[at] ?? 0) & mask);
    }
    return place;
  }

  /** The row of deals in which the variable is at least at the cut, copied to a place unless it is all or none. */
  function reaching(variable: number, cut: number, place: number): number {
    const table = tables[variable];
    if (table === undefined) return NONE;
    const needed = cut - (sums[variable] ?? 0);
    if (needed <= table.min) return ALL;
    if (needed > table.max) return NONE;
    const from = rowReaching(table, needed) * words;
    const source = table.rows;
    for (let at = 0; at < words; at++) rows[place + at] = source[from + at] ?? 0;
    return place;
  }

  function sumUp(question: number): number {
    const count = counted[question];
    if (!count) return NONE;
    const answers = count.asks.map(answer);
    const place = firstQuestion + question * words;
    rows.fill(0, place, place + words);
    let lane = 0;
    const holds = (term: number) =>
      (((rows[(answers[term] ?? NONE) + (lane >> 5)] ?? 0) >>> (lane & 31)) & 1) === 1;
    for (; lane < lanes; lane++) {
      const word = place + (lane >> 5);
      if (count.reaches(holds)) rows[word] = (rows[word] ?? 0) | (1 << (lane & 31));
    }
    return place;
  }

  function passesAtBest(node: number): boolean {
    let at = node;
    while (at > TRUE) at = (yesAtBest(ofNode[at] ?? 0) ? highOf[at] : lowOf[at]) ?? 0;
    return at === TRUE;
  }

  function yesAtBest(question: number): boolean {
    const kind = asks[question];
    const subject = about[question] ?? 0;
    if (kind === 0)
      return (high[subject] ?? 0) >= ((isRed[subject] === 1 ? redCuts[question] : cuts[question]) ?? 0);
    return kind === 1 ? passesAtBest(subject) : reaches(question, yesAtBest);
  }

  function passesAtWorst(node: number): boolean {
    let at = node;
    while (at > TRUE) at = (yesAtWorst(ofNode[at] ?? 0) ? highOf[at] : lowOf[at]) ?? 0;
    return at === TRUE;
  }

  function yesAtWorst(question: number): boolean {
    const kind = asks[question];
    const subject = about[question] ?? 0;
    if (kind === 0)
      return (low[subject] ?? 0) >= ((mayBeRed[subject] === 1 ? redCuts[question] : cuts[question]) ?? 0);
    return kind === 1 ? passesAtWorst(subject) : reaches(question, yesAtWorst);
  }

  function reaches(question: number, yes: (question: number) => boolean): boolean {
    const count = counted[question];
    return count ? count.reaches((term) => yes(count.asks[term] ?? 0)) : false;
  }

  return {
    sums,
    tables,
    redState,
    redRows,
    low,
    high,
    mayBeRed,
    isRed,
    rows,
    begin() {
      moment++;
    },
    row,
    passesAtBest,
    passesAtWorst,
  };
}
