/** A source of chance that gives the same draws for the same keys, on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number;
  /** Whether an event of the given probability (0 to 1) happens. */
  chance(probability: number): boolean;
  /** One of the list, which must not be empty. */
  pick<T>(list: readonly T[]): T;
  /** `count` different entries of the list, in its order of drawing; all of it when it is shorter. */
  sample<T>(list: readonly T[], count: number): T[];
  /** A draw of the normal law of that mean and standard deviation. */
  normal(mean: number, deviation: number): number;
}

/** Mixes a key into a state (the finaliser of MurmurHash3). */
function mix(state: number, key: number): number {
  let h = Math.imul(state ^ key, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) + 0x9e3779b9;
}

/**
 * Chance seeded by whole numbers. Every fiche has its own, keyed by its place, so that a fiche
 * does not depend on the number of draws made for those before it. Generator: sfc32.
 */
export function createRandom(...keys: readonly number[]): Random {
  let a = keys.reduce(mix, 0x2545f491) | 0;
  let b = mix(a, 1) | 0;
  let c = mix(b, 2) | 0;
  let d = 1;

  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  // The first draws of sfc32 still resemble the seed.
  for (let i = 0; i < 8; i++) next();

  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const at = <T>(list: readonly T[], index: number): T => {
    if (index >= list.length) throw new RangeError('nothing can be drawn from an empty list');
    return list[index] as T;
  };

  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => at(list, int(0, list.length - 1)),
    sample: (list, count) => {
      const rest = [...list];
      const drawn = [];
      while (drawn.length < count && rest.length > 0) {
        drawn.push(...rest.splice(int(0, rest.length - 1), 1));
      }
      return drawn;
    },
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
