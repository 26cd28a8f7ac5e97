/**
 * What operations are made of, and what each costs: microseconds of processor, near what
 * `npm run bench:cost` prints for random operations on a register of the real size, nothing remembered.
 */
export const MICROSECONDS = {
  /** An operation: its way through the server. */
  operation: 20,
  /** A value of an answer. */
  value: 0.4,
  /** An object of an answer. */
  object: 0.5,
  /** A certification, a cohort, a block… looked at for one condition. */
  examined: 0.03,
  /** A row in an order, for each comparison that sorting takes. */
  sorted: 0.005,
  /** A text that is put in order. */
  text: 5,
  /** A certification or a cohort in a group, for each dimension. */
  divided: 0.13,
  /** A cohort that is summed in a group. */
  summed: 0.05,
  /** A group, whether or not it is shown. */
  group: 0.5,
  /** A pooled rate in the distribution of a group. */
  distributed: 0.1,
  /** A certification or a cohort that is looked at to know who the peers are. */
  board: 0.2,
  /** A certification that is compared with its peers, one after the other. */
  compared: 2,
  /** A certification that is shown beside its peers. */
  benchmark: 45,
  /** A peer that is looked at in a comparison. */
  peer: 0.002,
  /** A change from one cohort to the next that is tested. */
  tested: 0.4,
  /** A cohort whose status on a day is worked out, or a certification whose activity is. */
  dated: 0.1,
  /** A partner that is counted in the database. */
  partner: 0.3,
  /** A word that is searched for. */
  word: 1000,
  /** Rows read from the database for one object. */
  read: 15,
  /** A cell of a report. */
  cell: 0.3,
} as const;

/** Bytes that a unit of a term adds to the answer, on average. */
const BYTES: Partial<Record<keyof typeof MICROSECONDS, number>> = {
  ...{ value: 25, object: 10, read: 2_500, cell: 25 },
};

export type CostTerm = keyof typeof MICROSECONDS;

export const COST_TERMS = Object.keys(MICROSECONDS) as readonly CostTerm[];

/** How much there is of each term, in the order of `COST_TERMS`. */
export type Units = Float64Array;

/** Terms of what is done while an answer is put together, object by object. */
const ASSEMBLED: ReadonlySet<CostTerm> = new Set(['value', 'object', 'benchmark', 'read', 'cell']);

const WEIGHTS = Float64Array.from(COST_TERMS, (term) => MICROSECONDS[term]);

const ASSEMBLY = Float64Array.from(COST_TERMS, (term) =>
  ASSEMBLED.has(term) ? MICROSECONDS[term] : 0,
);

/** Milliseconds of processor that putting an answer together is estimated to take. */
export function assemblyOf(units: Units): number {
  return weighted(units, ASSEMBLY) / 1000;
}

function weighted(units: Units, weights: Float64Array): number {
  let sum = 0;
  for (const [place, weight] of weights.entries()) sum += weight * (units[place] ?? 0);
  return sum;
}

/** Milliseconds of processor that units are estimated to take. */
export function millisecondsOf(units: Units): number {
  return weighted(units, WEIGHTS) / 1000;
}

const SIZES = Float64Array.from(COST_TERMS, (term) => BYTES[term] ?? 0);

/** Bytes that an answer is estimated to have. */
export function bytesOf(units: Units): number {
  return weighted(units, SIZES);
}

const PLACES = new Map<CostTerm, number>(COST_TERMS.map((term, place) => [term, place]));

/** Adds units of a term. */
export function addUnits(units: Units, term: CostTerm, count: number): void {
  const place = PLACES.get(term) ?? 0;
  units[place] = (units[place] ?? 0) + count;
}

/** Adds units so many times over. */
export function addAll(units: Units, more: Units, times: number): void {
  for (let place = 0; place < units.length; place++) {
    units[place] = (units[place] ?? 0) + times * (more[place] ?? 0);
  }
}
