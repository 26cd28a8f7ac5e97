import type { CohortDimension } from '../../domain/insertion/dimension.ts';
import type { StatusCount } from '../../domain/insertion/insertion-summary.ts';
import type { Note } from '../../domain/notes/note.ts';
import type { FigureKind } from '../../domain/notes/touched.ts';
import type { InsertionIndicator } from '../../domain/rate/indicator.ts';
import { RATE_STATUSES } from '../../domain/rate/rate-status.ts';
import { finish, inRanges, SharedWork, type Work } from '../../domain/work.ts';
import type { DayView, Mask } from '../day-view.ts';
import { nameOf } from '../filter/mask-names.ts';
import type { Sized } from '../memo.ts';
import { CohortGroup, type GroupFigures } from './cohort-group.ts';
import { COHORTS, CohortSums, isFromSurveys, RATED, ratePlace, widthOf } from './cohort-sums.ts';
import { type Distribution, Distributions } from './distribution.ts';
import { GroupNotes } from './group-notes.ts';
import { GroupYears } from './group-years.ts';
import { type Grouping, groupingOf, keyRank, keysOf } from './grouping.ts';

/** Which cohorts are grouped, by what. */
export interface CohortGrouping {
  /** null = all. */
  readonly mask: Mask | null;
  readonly groupBy: readonly CohortDimension[];
  /** The most groups that it may make. */
  readonly most: number;
}

/** The groups of cohorts, in no order. Remembered. null when there are too many. */
export function* cohortGroups(
  view: DayView,
  { mask, groupBy, most }: CohortGrouping,
): Work<readonly CohortGroup[] | null> {
  const name = `cohorts of ${nameOf(mask)} by ${groupBy.join(' ')} up to ${most}`;
  const { made } = yield* view.memo.work(name, function* () {
    const byYear = groupBy.includes('YEAR');
    const grouping = yield* groupingOf(view, {
      ...{ unit: byYear ? 'COHORT' : 'CERTIFICATION', dimensions: groupBy, most },
      isKept: byYear ? (cohort) => mask?.[cohort] !== 0 : hasCohorts(view, mask),
    });
    if (!grouping) return { made: null };
    const of = { mask, certifications: null, byYear, grouping };
    return { made: yield* CohortGroups.make(view, of) };
  });
  return made === null || made.groups.length > most ? null : made.groups;
}

/** Tells whether a certification has a cohort that a mask keeps. */
function hasCohorts({ snapshot }: DayView, mask: Mask | null): (certification: number) => boolean {
  const { offset } = snapshot.cohorts;
  return (row) => {
    for (let cohort = offset[row] ?? 0; cohort < (offset[row + 1] ?? 0); cohort++) {
      if (mask?.[cohort] !== 0) return true;
    }
    return false;
  };
}

/** All cohorts of some certifications together; null when they have none. */
export function* cohortsTogether(
  view: DayView,
  certifications: Int32Array,
): Work<CohortGroup | null> {
  // They may be thousands, and an answer may be about many bodies.
  yield;
  const grouping = yield* groupingOf(view, {
    ...{ unit: 'CERTIFICATION', dimensions: [], most: 1 },
    isKept: () => true,
  });
  if (!grouping) return null;
  const of = { mask: null, certifications, byYear: false, grouping };
  const { groups } = yield* CohortGroups.make(view, of);
  return groups[0] ?? null;
}

interface GroupedCohorts {
  readonly mask: Mask | null;
  /** Certifications whose cohorts are looked at; null = all. */
  readonly certifications: Int32Array | null;
  /** Cohorts are grouped one by one, else those of a certification together. */
  readonly byYear: boolean;
  readonly grouping: Grouping;
}

/**
 * Groups of cohorts: their sums now, means and quartiles over certifications and statuses when they
 * are asked for.
 */
class CohortGroups implements GroupFigures, Sized {
  readonly #view: DayView;
  readonly #of: GroupedCohorts;
  readonly #sums: Float64Array;
  /** Sums of one group. */
  readonly #width: number;
  readonly #figures = new Map<InsertionIndicator, Figures>();
  readonly #underWay = new Map<InsertionIndicator, SharedWork<Figures>>();
  readonly #groups: CohortGroup[] = [];
  #notes: GroupNotes | null = null;
  #notesUnderWay: SharedWork<GroupNotes> | null = null;

  /** Makes the groups and sums their cohorts. */
  static *make(view: DayView, of: GroupedCohorts): Work<CohortGroups> {
    const groups = new CohortGroups(view, of);
    yield* groups.#sum();
    yield* inRanges(of.grouping.count, (from, to) => {
      for (let group = from; group < to; group++) {
        if (groups.sumOf(group, COHORTS) > 0) groups.#groups.push(new CohortGroup(groups, group));
      }
    });
    return groups;
  }

  private constructor(view: DayView, of: GroupedCohorts) {
    this.#view = view;
    this.#of = of;
    this.#width = widthOf(view.snapshot.cohorts);
    this.#sums = new Float64Array(of.grouping.count * this.#width);
  }

  /** Groups that have a cohort. */
  get groups(): readonly CohortGroup[] {
    return this.#groups;
  }

  /** With what is yet to be asked for. */
  get bytes(): number {
    return 2 * this.#sums.byteLength + 1_000 * this.#groups.length;
  }

  keysOf(group: number): readonly (string | null)[] {
    return keysOf(this.#of.grouping, group);
  }

  keyRank(group: number, dimension: number): number {
    return keyRank(this.#of.grouping, group, dimension);
  }

  sumOf(group: number, place: number): number {
    return this.#sums[group * this.#width + place] ?? 0;
  }

  get isFromSurveys(): boolean {
    return isFromSurveys(this.#view.snapshot.cohorts);
  }

  isReady(indicator: InsertionIndicator): boolean {
    return this.#figures.has(indicator);
  }

  *ready(indicator: InsertionIndicator): Work<void> {
    if (this.#figures.has(indicator)) return;
    const underWay = this.#underWay.get(indicator) ?? new SharedWork(this.#workOut(indicator));
    this.#underWay.set(indicator, underWay);
    this.#figures.set(indicator, yield* underWay.rest());
    this.#underWay.delete(indicator);
  }

  distribution(group: number, indicator: InsertionIndicator): Distribution {
    return this.#figuresOf(indicator).distributions.of(group);
  }

  statuses(group: number, indicator: InsertionIndicator): StatusCount[] {
    const counts = this.#figuresOf(indicator).statuses;
    const first = group * RATE_STATUSES.length;
    const found: StatusCount[] = [];
    for (const [place, status] of RATE_STATUSES.entries()) {
      const cohorts = counts[first + place] ?? 0;
      if (cohorts > 0) found.push({ status, cohorts });
    }
    return found;
  }

  years(group: number, indicator: InsertionIndicator): number[] {
    return this.#figuresOf(indicator).years.of(group);
  }

  get areNotesReady(): boolean {
    return this.#notes !== null || this.#view.notes.all.length === 0;
  }

  *readyNotes(): Work<void> {
    if (this.#notes) return;
    const { mask, grouping } = this.#of;
    this.#notesUnderWay ??= new SharedWork(
      GroupNotes.make({
        ...{ view: this.#view, mask, grouping },
        visitUnits: (visit) => this.#visitUnits(visit),
      }),
    );
    this.#notes = yield* this.#notesUnderWay.rest();
    this.#notesUnderWay = null;
  }

  notes(group: number, kind: FigureKind | null): readonly Note[] {
    if (this.#view.notes.all.length === 0) return [];
    if (!this.#notes) finish(this.readyNotes());
    return this.#notes?.of(group, kind) ?? [];
  }

  #figuresOf(indicator: InsertionIndicator): Figures {
    const known = this.#figures.get(indicator);
    if (known) return known;
    finish(this.ready(indicator));
    return this.#figures.get(indicator) as Figures;
  }

  *#workOut(indicator: InsertionIndicator): Work<Figures> {
    const distributions = yield* this.#distribute(indicator);
    const years = new GroupYears(this.#view.snapshot.cohorts, indicator, this.#of.grouping.count);
    return { distributions, statuses: yield* this.#countStatuses(indicator, years), years };
  }

  #distribute(indicator: InsertionIndicator): Work<Distributions> {
    return Distributions.make(indicator, {
      grouping: this.#of.grouping,
      cohorts: this.#view.snapshot.cohorts,
      mask: this.#of.mask,
      ratedOf: (each) => this.sumOf(each, ratePlace(indicator) + RATED),
      visitUnits: (visit) => this.#visitUnits(visit),
    });
  }

  /** Calls `visit` for each certification, or cohort when groups are by year, with its cohorts. */
  #visitUnits(visit: Visit): Work<void> {
    const { certifications } = this.#of;
    const { offset } = this.#view.snapshot.cohorts;
    const count = certifications ? certifications.length : offset.length - 1;
    return inRanges(count, (from, to) => this.#visitSome(visit, from, to), VISITED);
  }

  #visitSome(visit: Visit, first: number, end: number): void {
    const { certifications, byYear } = this.#of;
    const { offset } = this.#view.snapshot.cohorts;
    for (let place = first; place < end; place++) {
      const row = certifications ? (certifications[place] ?? 0) : place;
      const from = offset[row] ?? 0;
      const to = offset[row + 1] ?? 0;
      if (from === to) continue;
      if (!byYear) visit(row, from, to);
      else for (let cohort = from; cohort < to; cohort++) visit(cohort, cohort, cohort + 1);
    }
  }

  #sum(): Work<void> {
    const { offset, group } = this.#of.grouping;
    const own = new CohortSums(this.#view.snapshot.cohorts, this.#of.mask);
    const all = this.#sums;
    const width = this.#width;
    return this.#visitUnits((unit, from, to) => {
      if (!own.sum(from, to)) return;
      for (let at = offset[unit] ?? 0; at < (offset[unit + 1] ?? 0); at++) {
        const first = (group[at] ?? 0) * width;
        for (let place = 0; place < width; place++) {
          all[first + place] = (all[first + place] ?? 0) + (own.sums[place] ?? 0);
        }
      }
    });
  }

  *#countStatuses(indicator: InsertionIndicator, years: GroupYears): Work<Int32Array> {
    const { mask } = this.#of;
    const { offset, group, count } = this.#of.grouping;
    const status = yield* this.#view.statuses(indicator);
    const counts = new Int32Array(count * RATE_STATUSES.length);
    yield* this.#visitUnits((unit, from, to) => {
      for (let cohort = from; cohort < to; cohort++) {
        if (mask && mask[cohort] === 0) continue;
        for (let at = offset[unit] ?? 0; at < (offset[unit + 1] ?? 0); at++) {
          const own = group[at] ?? 0;
          const place = own * RATE_STATUSES.length + (status[cohort] ?? 0);
          counts[place] = (counts[place] ?? 0) + 1;
          years.add(own, cohort);
        }
      }
    });
    return counts;
  }
}

/** What is worked out of an indicator when it is wanted. */
interface Figures {
  readonly distributions: Distributions;
  /** Cohorts by group, then by place in `RATE_STATUSES`. */
  readonly statuses: Int32Array;
  /** Years of the cohorts that have a rate. */
  readonly years: GroupYears;
}

type Visit = (unit: number, from: number, to: number) => void;

/** Certifications that are visited at a time: each may be in many groups. */
const VISITED = 1_000;
