import type { GroupSums, RateSums, StatusCount } from '../../domain/insertion/insertion-summary.ts';
import { weightedSum } from '../../domain/insertion/pooling.ts';
import type { Note } from '../../domain/notes/note.ts';
import type { FigureKind } from '../../domain/notes/touched.ts';
import type { Quartiles } from '../../domain/peers/quantile.ts';
import type { Clusters } from '../../domain/rate/between.ts';
import { byIndicator, type InsertionIndicator } from '../../domain/rate/indicator.ts';
import type { Work } from '../../domain/work.ts';
import {
  BASE,
  BASE_FROM_SURVEY,
  CERTIFICATIONS,
  CERTIFIED,
  CERTIFIED_VAE_KNOWN,
  CERTIFIED_WITH_RATE,
  COHORTS,
  FROM_SURVEY,
  RATED,
  ratePlace,
  surveyPlace,
  VAE,
  VAE_CERTIFIED_KNOWN,
  WEIGHTED,
  WITHOUT_CERTIFIED,
} from './cohort-sums.ts';
import type { Distribution } from './distribution.ts';

/** What groups say of one of them. */
export interface GroupFigures {
  keysOf(group: number): readonly (string | null)[];
  /** A number that sorts as the key of a group by a dimension does; NaN = not known. */
  keyRank(group: number, dimension: number): number;
  /** A sum over the cohorts of a group, by its place in `cohort-sums.ts`. */
  sumOf(group: number, place: number): number;
  /** Whether rates of surveys count in some cohorts. */
  readonly isFromSurveys: boolean;
  /** Mean and quartiles over the certifications of a group, each with its pooled rate in it. */
  distribution(group: number, indicator: InsertionIndicator): Distribution;
  /** Whether distributions and statuses of an indicator are there. */
  isReady(indicator: InsertionIndicator): boolean;
  /** Works out distributions and statuses of an indicator, of all groups: some milliseconds. */
  ready(indicator: InsertionIndicator): Work<void>;
  /** How many cohorts of a group have each status of an indicator, in the order of statuses. */
  statuses(group: number, indicator: InsertionIndicator): StatusCount[];
  /** Years of the cohorts of a group that have the rate, newest first. */
  years(group: number, indicator: InsertionIndicator): number[];
  /** Whether notes are there. */
  readonly areNotesReady: boolean;
  /** Works out which notes touch which groups. */
  readyNotes(): Work<void>;
  /** The notes that touch a figure of a group; null = any of its figures. */
  notes(group: number, kind: FigureKind | null): readonly Note[];
}

/** One group of cohorts: what is summed, and what is computed when it is asked for. */
export class CohortGroup implements GroupSums {
  readonly #of: GroupFigures;
  readonly #group: number;
  #keys: readonly (string | null)[] | null = null;
  #rates: Readonly<Record<InsertionIndicator, RateSums>> | null = null;

  constructor(of: GroupFigures, group: number) {
    this.#of = of;
    this.#group = group;
  }

  get keys(): readonly (string | null)[] {
    this.#keys ??= this.#of.keysOf(this.#group);
    return this.#keys;
  }
  get rates(): Readonly<Record<InsertionIndicator, RateSums>> {
    this.#rates ??= byIndicator((indicator) => new GroupRate(this.#of, this.#group, indicator));
    return this.#rates;
  }
  get certifications(): number {
    return this.#of.sumOf(this.#group, CERTIFICATIONS);
  }
  get cohorts(): number {
    return this.#of.sumOf(this.#group, COHORTS);
  }
  get cohortsWithoutCertified(): number {
    return this.#of.sumOf(this.#group, WITHOUT_CERTIFIED);
  }
  get certified(): number {
    return this.#of.sumOf(this.#group, CERTIFIED);
  }
  get certifiedThroughVae(): number {
    return this.#of.sumOf(this.#group, VAE);
  }
  get certifiedWithVaeKnown(): number {
    return this.#of.sumOf(this.#group, CERTIFIED_VAE_KNOWN);
  }
  get vaeWithCertifiedKnown(): number {
    return this.#of.sumOf(this.#group, VAE_CERTIFIED_KNOWN);
  }

  /** Whether means, quartiles and statuses of an indicator are there. */
  isReady(indicator: InsertionIndicator): boolean {
    return this.#of.isReady(indicator);
  }

  /**
   * Works out what means, quartiles and statuses of an indicator are made of, for all the groups: in
   * pieces, while it takes some milliseconds where one is read without.
   */
  ready(indicator: InsertionIndicator): Work<void> {
    return this.#of.ready(indicator);
  }

  /** A number that sorts as its key of a dimension does; NaN = not known. */
  keyRank(dimension: number): number {
    return this.#of.keyRank(this.#group, dimension);
  }

  /** How many cohorts have each status of an indicator. */
  statuses(indicator: InsertionIndicator): StatusCount[] {
    return this.#of.statuses(this.#group, indicator);
  }

  /** Years of the cohorts that have the rate, newest first. */
  years(indicator: InsertionIndicator): number[] {
    return this.#of.years(this.#group, indicator);
  }

  /** Whether notes are there. */
  get areNotesReady(): boolean {
    return this.#of.areNotesReady;
  }

  /** Works out which notes touch which groups, for all the groups: in pieces, as `ready`. */
  readyNotes(): Work<void> {
    return this.#of.readyNotes();
  }

  /** The notes that touch one of its figures, by number; null = any of them. */
  notes(kind: FigureKind | null): readonly Note[] {
    return this.#of.notes(this.#group, kind);
  }
}

class GroupRate implements RateSums {
  readonly #of: GroupFigures;
  readonly #group: number;
  readonly #indicator: InsertionIndicator;
  readonly #place: number;

  constructor(of: GroupFigures, group: number, indicator: InsertionIndicator) {
    this.#of = of;
    this.#group = group;
    this.#indicator = indicator;
    this.#place = ratePlace(indicator);
  }

  get cohortsWithRate(): number {
    return this.#of.sumOf(this.#group, this.#place);
  }
  get base(): number {
    return this.#of.sumOf(this.#group, this.#place + BASE);
  }
  get weighted(): number {
    return weightedSum(this.#of.sumOf(this.#group, this.#place + WEIGHTED));
  }
  get certifications(): number {
    return this.#of.sumOf(this.#group, this.#place + RATED);
  }
  get certified(): number {
    return this.#of.isFromSurveys ? this.#surveySum(CERTIFIED_WITH_RATE) : this.base;
  }
  get cohortsFromSurvey(): number {
    return this.#of.isFromSurveys ? this.#surveySum(FROM_SURVEY) : 0;
  }
  get baseFromSurvey(): number {
    return this.#of.isFromSurveys ? this.#surveySum(BASE_FROM_SURVEY) : 0;
  }
  get mean(): number | null {
    return this.#of.distribution(this.#group, this.#indicator).mean;
  }
  get quartiles(): Quartiles | null {
    return this.#of.distribution(this.#group, this.#indicator).quartiles;
  }
  get clusters(): Clusters {
    return this.#of.distribution(this.#group, this.#indicator).clusters;
  }

  #surveySum(place: number): number {
    return this.#of.sumOf(this.#group, surveyPlace(this.#indicator) + place);
  }
}
