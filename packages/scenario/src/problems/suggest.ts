/** The known word nearest to a mistyped one, or null where nothing is near enough to be meant. The first written wins a tie. */
export function nearest(word: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const distance = distanceIfMeant(word, candidate);
    if (distance !== null && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** `; did you mean \`general-staff\`?`, or the choices where they are few, or nothing. */
export function hint(word: string, known: Iterable<string>): string {
  const all = [...known];
  const meant = nearest(word, all);
  if (meant !== null) return `; did you mean \`${meant}\`?`;
  return all.length > 0 && all.length <= 12 ? `; known: ${all.map((one) => `\`${one}\``).join(', ')}` : '';
}

const LONGEST = 60;

function distanceIfMeant(word: string, candidate: string): number | null {
  if (word.length > LONGEST || candidate.length > LONGEST) return null;
  const lower = word.toLowerCase().replaceAll(/[_ ]/g, '-');
  if (lower === candidate) return 0;
  const longest = Math.max(lower.length, candidate.length);
  const distance = editDistance(lower, candidate);
  const near = distance <= Math.floor(longest * 0.45);
  const isPart = lower.length >= 3 && candidate.split('-').includes(lower);
  return near || isPart ? distance : null;
}

/** Insertions, deletions, replacements and exchanges of neighbours (optimal string alignment). */
function editDistance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? 0;
}
