/** Certifications by row, as the choice of peers looks at them. −1 stands for what is not known. */
export interface PeerPopulation {
  readonly count: number;
  /** 1 for the RNCP: no rate applies to others. */
  readonly candidate: ArrayLike<number>;
  /** 1 for those that are active on the day. */
  readonly active: ArrayLike<number>;
  readonly level: ArrayLike<number>;
  /** The same number for all certifications of one lineage. */
  readonly lineage: ArrayLike<number>;
  /** Σ N·r in millionths over the last cohorts whose rate is published. */
  readonly millionths: ArrayLike<number>;
  /** Heads: Σ N of the same cohorts. */
  readonly base: ArrayLike<number>;
  /** Codes of the criterion, as numbers, as the fiche gives them; none for `LEVEL`. */
  readonly codesOf: (row: number) => ArrayLike<number>;
}
