import type { Access } from '../../domain/access/reader-access.ts';
import type {
  PairedFigures,
  PayFigures,
  SurveyDimension,
} from '../../domain/survey/cohort-figures.ts';
import { noCounts, type SurveyCounts, sumCounts } from '../../domain/survey/counts.ts';
import type { SuppressionReason } from '../../domain/survey/disclosure/suppression.ts';
import type { Horizon } from '../../domain/survey/layout.ts';
import { publicPay } from '../../domain/survey/public-survey.ts';
import { addWeighted, type WeightedSums, weightedSums } from '../../domain/survey/weighting.ts';
import type { Snapshot } from '../snapshot.ts';
import { publicTable, publicTotal, type TableOf } from './public-tables.ts';
import { byCode, disclosureOf, SHOWN } from './seen-classes.ts';
import { classRows, countsAt, payAt, type SurveyedAt, surveyedYears } from './survey-classes.ts';
import type { SurveyService } from './survey-service.ts';
import { cohortKey, type Surveys, YEARS } from './surveys.ts';

/** What decides who reads what of surveys. */
type ReadBy = Pick<SurveyService, 'fingerprint' | 'isAssigned'>;

/** Whether figures of surveys are served at all: there is a secret, and it is that which they were made with. */
export function isServed(
  { fingerprint }: Pick<Surveys, 'fingerprint'>,
  by: Pick<SurveyService, 'fingerprint'> | null,
): boolean {
  return by !== null && (fingerprint === null || fingerprint === by.fingerprint);
}

/** Figures of holders of one certification that a reader may see. */
export interface ShownSurvey {
  readonly status: 'SHOWN';
  /** Cohorts that are taken together, newest first. */
  readonly years: readonly number[];
  readonly horizon: Horizon;
  readonly dimension: SurveyDimension;
  /** The code of the class; null = not known, and of all holders. */
  readonly value: string | null;
  /** Whether the reader sees all of it, and not only what everybody may. */
  readonly inFull: boolean;
  /** Whether N, and shares of it, may be seen. */
  readonly showsHolders: boolean;
  readonly counts: SurveyCounts;
  /** In euros; rounded when the reader does not see all. Null = none, and of several cohorts. */
  readonly pay: PayFigures | null;
  /** Sums weighted by route; null = a route has nobody who answered, or they may not be seen. */
  readonly weighted: WeightedSums | null;
}

export type SeenSurvey =
  | ShownSurvey
  | {
      readonly status: 'SUPPRESSED';
      readonly reason: SuppressionReason;
      readonly value: string | null;
    }
  | { readonly status: 'NOT_SURVEYED' | 'OFF'; readonly value: null };

/** Holders of one certification, by year, horizon and class. */
export type SurveyOf = TableOf;

/**
 * What one reader sees of the surveys of a publication: the one place that decides. A certifying body in
 * force sees those of its certifications, an examiner those that are assigned, an operator all; everybody
 * else what the thresholds and complements of the method leave.
 *
 * - Source: docs/surveys.md#access and #disclosure.
 */
export class SurveyReading {
  readonly #snapshot: Snapshot;
  /** Null = surveys are off, and nobody sees any figure. */
  readonly #by: ReadBy | null;
  readonly #access: Access;

  constructor(snapshot: Snapshot, by: ReadBy | null, access: Access) {
    this.#snapshot = snapshot;
    this.#by = isServed(snapshot.surveys, by) ? by : null;
    this.#access = access;
  }

  /** Whether figures of surveys are served at all. */
  get isOn(): boolean {
    return this.#by !== null;
  }

  /** Whether the survey of a cohort was erased since: of it nothing is answered, whoever asks. */
  isErased(certification: number, year: number): boolean {
    return this.#snapshot.surveys.erased.has(cohortKey(certification, year));
  }

  /** A cohort of a certification whose survey was erased since; undefined when there is none. */
  erasedYear(certification: number): number | undefined {
    for (const key of this.#snapshot.surveys.erased) {
      const year = key % YEARS;
      if (key === cohortKey(certification, year)) return year;
    }
    return undefined;
  }

  /** Whether the reader sees the surveys of a certification in full. */
  readsInFull(certification: number): boolean {
    const { reader } = this.#access;
    switch (reader.role) {
      case 'PUBLIC':
        return false;
      case 'OPERATOR':
        return true;
      case 'EXAMINER':
        return this.#by?.isAssigned(reader.name, this.#codeOf(certification)) ?? false;
      case 'BODY':
        return this.#isCertifiedBy(certification, reader.siren);
    }
  }

  /** Whether the reader reads the surveys of a certification in full, which is then logged. */
  takesInFull(certification: number): boolean {
    if (!this.isOn || !this.readsInFull(certification)) return false;
    this.#access.read(this.#codeOf(certification));
    return true;
  }

  /** All holders of one cohort, or of the last two or three. */
  cohorts(certification: number, years: readonly number[], horizon: Horizon): SeenSurvey {
    const of = { certification, years, horizon, dimension: 'ALL' } as const;
    return this.classes(of)[0] ?? { status: this.isOn ? 'NOT_SURVEYED' : 'OFF', value: null };
  }

  /** The classes of one dimension, unknown values last; none when a cohort was not surveyed. */
  classes(of: SurveyOf): readonly SeenSurvey[] {
    if (!this.isOn) return [];
    const rowsOfYears = of.years.map((year) =>
      classRows(this.#snapshot, { ...of, year }, of.dimension),
    );
    if (rowsOfYears.length === 0 || rowsOfYears.some(({ length }) => length === 0)) return [];
    const inFull = this.readsInFull(of.certification);
    if (inFull) this.#access.read(this.#codeOf(of.certification));
    const rowsOf = Map.groupBy(
      rowsOfYears.flat(),
      (row) => this.#snapshot.surveys.classes.value[row] ?? null,
    );
    const values = [...rowsOf.keys()].sort(byCode);
    const table = inFull ? null : publicTable(this.#snapshot, of);
    // A suppressed cohort lists no classes: if there were only one, it would describe every holder.
    if (table?.total.status === 'SUPPRESSED' && of.dimension !== 'ALL') return [];
    return values.map((value) => {
      const disclosure = table ? disclosureOf(table, of.dimension, value) : SHOWN;
      if (disclosure.status === 'SUPPRESSED') return { ...disclosure, value };
      const holders = table?.certified.get(value) ?? SHOWN;
      return this.#shown(of, value, rowsOf.get(value) ?? [], {
        ...{ inFull, showsHolders: holders.status !== 'SUPPRESSED' },
      });
    });
  }

  /**
   * Holders who are eligible at both of two horizons, by one rate; null unless the reader sees all of the
   * survey: the pairs would tell what suppressed classes answered.
   */
  paired(
    certification: number,
    year: number,
    { rate, from, to }: Pick<PairedFigures, 'rate' | 'from' | 'to'>,
  ): PairedFigures | null {
    if (!this.isOn || !this.readsInFull(certification)) return null;
    const { paired } = this.#snapshot.surveys;
    const end = paired.offset[certification + 1] ?? 0;
    for (let row = paired.offset[certification] ?? 0; row < end; row++) {
      if (paired.year[row] !== year || paired.rate[row] !== rate) continue;
      if (paired.from[row] !== from || paired.to[row] !== to) continue;
      this.#access.read(this.#codeOf(certification));
      return {
        ...{ rate, from, to },
        both: paired.both[row] ?? 0,
        firstOnly: paired.firstOnly[row] ?? 0,
        secondOnly: paired.secondOnly[row] ?? 0,
        neither: paired.neither[row] ?? 0,
      };
    }
    return null;
  }

  /** All holders of one cohort, where everybody may see them; else null, for any reader. */
  publicTotal(at: SurveyedAt): SurveyCounts | null {
    if (!this.isOn || publicTotal(this.#snapshot, at).status !== 'SHOWN') return null;
    const [row] = classRows(this.#snapshot, at, 'ALL');
    return row === undefined ? null : countsAt(this.#snapshot.surveys.classes, row);
  }

  /** Years of the last cohorts of a certification that were surveyed at a horizon, newest first. */
  lastYears(certification: number, horizon: Horizon, last: number): readonly number[] {
    return surveyedYears(this.#snapshot, certification, horizon).slice(0, last);
  }

  #shown(
    { certification, years, horizon, dimension }: SurveyOf,
    value: string | null,
    rows: readonly number[],
    seen: { readonly inFull: boolean; readonly showsHolders: boolean },
  ): ShownSurvey {
    const { classes } = this.#snapshot.surveys;
    const counts =
      rows.length === 0 ? noCounts() : sumCounts(rows.map((row) => countsAt(classes, row)));
    const [only] = rows;
    const pay = rows.length === 1 && only !== undefined ? payAt(classes, only) : null;
    return {
      ...{ status: 'SHOWN', years, horizon, dimension, value, counts, ...seen },
      pay: seen.inFull ? pay : pay && publicPay(pay),
      weighted:
        dimension === 'ALL' ? this.#weighted(certification, { years, horizon, ...seen }) : null,
    };
  }

  /** With suppressed routes the weights would tell them: they are then shown to full readers alone. */
  #weighted(
    certification: number,
    of: { readonly years: readonly number[]; readonly horizon: Horizon; readonly inFull: boolean },
  ): WeightedSums | null {
    const { years, horizon, inFull } = of;
    if (!inFull) {
      const { classes } = publicTable(this.#snapshot, {
        ...{ certification, years, horizon, dimension: 'ROUTE' },
      });
      if ([...classes.values()].some(({ status }) => status === 'SUPPRESSED')) return null;
    }
    const { classes } = this.#snapshot.surveys;
    return addWeighted(
      years.map((year) => {
        const rows = classRows(this.#snapshot, { certification, year, horizon }, 'ROUTE');
        return weightedSums(rows.map((row) => countsAt(classes, row)));
      }),
    );
  }

  #codeOf(certification: number): string {
    return this.#snapshot.certifications.code[certification] ?? '';
  }

  #isCertifiedBy(certification: number, siren: string): boolean {
    const { siren: sirens, ofCertification } = this.#snapshot.bodies;
    const { offset, value } = ofCertification;
    const end = offset[certification + 1] ?? 0;
    for (let at = offset[certification] ?? 0; at < end; at++) {
      if (sirens[value[at] ?? -1] === siren) return true;
    }
    return false;
  }
}
