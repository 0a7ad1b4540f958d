/** Whole numbers of 0 and above, looked up by three others. A plain map of texts or large numbers would take five times the memory. */
export interface Triples {
  get(a: number, b: number, c: number): number;
  set(a: number, b: number, c: number, value: number): void;
}

export const MISSING = -1;

/** A hash table with open addressing in one typed array: 16 bytes a place, at most two thirds of them taken. */
export function triples(): Triples {
  let places = 1 << 8;
  let table = new Int32Array(places * 4).fill(MISSING);
  let taken = 0;

  /** Where the three are, or the free place where they belong. */
  function placeOf(a: number, b: number, c: number): number {
    let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    let place = (mixed ^ (mixed >>> 13)) & (places - 1);
    for (;;) {
      const at = place * 4;
      if (table[at + 3] === MISSING) return at;
      if (table[at] === a && table[at + 1] === b && table[at + 2] === c) return at;
      place = (place + 1) & (places - 1);
    }
  }

  function write(at: number, a: number, b: number, c: number, value: number): void {
    table[at] = a;
    table[at + 1] = b;
    table[at + 2] = c;
    table[at + 3] = value;
  }

  function grow(): void {
    const old = table;
    places *= 2;
    table = new Int32Array(places * 4).fill(MISSING);
    for (let at = 0; at < old.length; at += 4) {
      const [a = 0, b = 0, c = 0, value = MISSING] = old.subarray(at, at + 4);
      if (value !== MISSING) write(placeOf(a, b, c), a, b, c, value);
    }
  }

  return {
    get: (a, b, c) => table[placeOf(a, b, c) + 3] ?? MISSING,
    set(a, b, c, value) {
      if (taken * 3 >= places * 2) grow();
      const at = placeOf(a, b, c);
      if (table[at + 3] === MISSING) taken += 1;
      write(at, a, b, c, value);
    },
  };
}
