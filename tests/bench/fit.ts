/** Places in the order of some numbers, from 1 on; equal ones have their mean place. */
function ranksOf(numbers: readonly number[]): number[] {
  const order = numbers
    .map((_, place) => place)
    .sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
  const ranks: number[] = new Array(numbers.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && numbers[order[to] ?? 0] === numbers[order[from] ?? 0]) to += 1;
    for (let place = from; place < to; place++) ranks[order[place] ?? 0] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

/** Spearman's rank correlation, −1 to 1. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranksOf(a), ranksOf(b)];
  const mean = (a.length + 1) / 2;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (const [place, each] of x.entries()) {
    const dx = each - mean;
    const dy = (y[place] ?? 0) - mean;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

/** Rounds after which weights no longer move. */
const ROUNDS = 3_000;

/** Weights, 0 or more, by which rows come nearest to what was measured, each relative to it. */
export function fitWeights(rows: readonly Float64Array[], measured: readonly number[]): number[] {
  const width = rows[0]?.length ?? 0;
  const scaled = rows.map((row, place) => row.map((units) => units / (measured[place] ?? 1)));
  const weights: number[] = new Array(width).fill(0);
  const left = scaled.map(() => 1);
  for (let round = 0; round < ROUNDS; round++) {
    for (let column = 0; column < width; column++) {
      let up = 0;
      let down = 0;
      for (const [place, row] of scaled.entries()) {
        const units = row[column] ?? 0;
        up += units * (left[place] ?? 0);
        down += units * units;
      }
      if (down === 0) continue;
      const before = weights[column] ?? 0;
      const next = Math.max(0, before + up / down);
      weights[column] = next;
      for (const [place, row] of scaled.entries()) {
        left[place] = (left[place] ?? 0) - (row[column] ?? 0) * (next - before);
      }
    }
  }
  return weights;
}
