// M. J. Wichura, « Algorithm AS 241: The Percentage Points of the Normal Distribution », Applied
// Statistics 37 (1988), PPND16: about 1 part in 10^16. Coefficients as doubles, highest power
// first, in three ranges.
const CENTRE = {
  over: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  under: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
};
const TAIL = {
  over: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
    3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  under: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
    0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
  ],
};
const FAR_TAIL = {
  over: [
    2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  under: [
    2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
};

function ratioAt(x: number, { over, under }: typeof CENTRE): number {
  const at = (coefficients: readonly number[]) => coefficients.reduce((sum, c) => sum * x + c, 0);
  return at(over) / at(under);
}

/** The normal deviate of a two-sided confidence level: 1.959964 at 0.95. */
export function normalDeviate(level: number): number {
  const fromMedian = level / 2;
  if (fromMedian <= 0.425) return fromMedian * ratioAt(0.180625 - fromMedian ** 2, CENTRE);
  const depth = Math.sqrt(-Math.log((1 - level) / 2));
  return depth <= 5 ? ratioAt(depth - 1.6, TAIL) : ratioAt(depth - 5, FAR_TAIL);
}

/** Up to here the series of the error function loses no digit that matters. */
const SERIES_UP_TO = 2;
const ENOUGH_TERMS = 60;

/**
 * Probability that a standard normal deviate is at least as far from 0 as `z`, on either side:
 * 2·(1 − Φ(|z|)).
 */
export function twoSidedProbability(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  if (x <= SERIES_UP_TO) {
    let term = x;
    let sum = x;
    for (let place = 1; place < ENOUGH_TERMS; place++) {
      term *= (-x * x) / place;
      sum += term / (2 * place + 1);
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum;
  }
  // The continued fraction of the complementary error function, from its far end.
  let tail = x;
  for (let place = ENOUGH_TERMS; place > 0; place--) tail = x + place / 2 / tail;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail);
}
