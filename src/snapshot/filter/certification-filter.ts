import type { PlainDate } from '../../domain/calendar.ts';
import type { AccessRouteKind } from '../../domain/certification/access-route.ts';
import {
  REGISTERS,
  type Register,
  type RegisterCode,
} from '../../domain/certification/register-code.ts';
import type { CertificationDimension } from '../../domain/insertion/dimension.ts';
import type { Range } from '../../domain/range.ts';
import { inRanges, type Work } from '../../domain/work.ts';
import { REGISTRATION_TYPES } from '../build/certifications.ts';
import { dayNumber, type Lists, NONE } from '../columns.ts';
import type { DayView, Mask } from '../day-view.ts';
import { dimensionColumn } from '../group/dimension-column.ts';
import type { Nomenclature, Snapshot } from '../snapshot.ts';
import { codesBelow } from './codes.ts';
import { type CohortCriteria, cohortTests, type Test, withinTests } from './cohort-filter.ts';
import { rememberedMask } from './mask-names.ts';

/** Which certifications. Absent = no restriction; lists mean "any of". */
export interface CertificationFilter extends CohortCriteria {
  readonly register?: Register | null | undefined;
  readonly active?: boolean | null | undefined;
  readonly codes?: readonly RegisterCode[] | null | undefined;
  readonly levels?: readonly number[] | null | undefined;
  /** NSF, ROME: codes or their first characters. */
  readonly specialities?: readonly string[] | null | undefined;
  readonly occupations?: readonly string[] | null | undefined;
  readonly formacodes?: readonly string[] | null | undefined;
  /** SIREN of a certifier in force. */
  readonly certifiers?: readonly string[] | null | undefined;
  readonly registrationTypes?: readonly ('BY_LAW' | 'ON_REQUEST')[] | null | undefined;
  readonly registrationEnds?: Range<PlainDate> | null | undefined;
  readonly abbreviations?: readonly string[] | null | undefined;
  readonly accessRoutes?: readonly AccessRouteKind[] | null | undefined;
  /** Cohorts whose global rate at 6 months is published. */
  readonly usableCohorts?: Range<number> | null | undefined;
  /** Year of the newest cohort; a certification without cohorts is left out. */
  readonly newestCohort?: Range<number> | null | undefined;
  readonly hasCohorts?: boolean | null | undefined;
  /** A rate at 6 months is published and none is overdue. */
  readonly hasCompleteSixMonthRates?: boolean | null | undefined;
  /** The recommended day of filing for renewal has passed on the as-of day. */
  readonly filingPassed?: boolean | null | undefined;
  readonly replaced?: boolean | null | undefined;
  /** Certifying bodies in force. */
  readonly certifierCount?: Range<number> | null | undefined;
  readonly hasEquivalences?: boolean | null | undefined;
  /** Dimensions of which no value is known: what the null group of each holds. */
  readonly without?: readonly CertificationDimension[] | null | undefined;
  /** Chosen by what no column tells (a search, peers); several choices all hold. */
  readonly chosen?: readonly Mask[] | undefined;
}

/** Certifications of a filter, by row; null = all. Remembered. */
export function certificationMask(view: DayView, filter: CertificationFilter): Work<Mask | null> {
  return rememberedMask(view, 'certifications', filter, () => newCertificationMask(view, filter));
}

/** The same, made anew and not remembered. */
export function* newCertificationMask(
  view: DayView,
  filter: CertificationFilter,
): Work<Mask | null> {
  const { count } = view.snapshot.certifications;
  const masks = yield* certificationMasks(view, filter);
  const tests = yield* certificationTests(view, filter);
  if (tests.length === 0) return intersection(masks);
  const mask = intersection(masks)?.slice() ?? new Uint8Array(count).fill(1);
  for (const holds of tests) {
    yield* inRanges(count, (from, to) => {
      for (let row = from; row < to; row++) if (mask[row] === 1 && !holds(row)) mask[row] = 0;
    });
  }
  return mask;
}

/** Rows that all masks hold of; null for no masks. Masks that are given are not changed. */
function intersection([first, ...others]: readonly Mask[]): Mask | null {
  if (!first) return null;
  if (others.length === 0) return first;
  const mask = first.slice();
  for (const other of others) {
    for (let row = 0; row < mask.length; row++) if (other[row] === 0) mask[row] = 0;
  }
  return mask;
}

/** Conditions that are known by row, or name their rows. */
function* certificationMasks(view: DayView, filter: CertificationFilter): Work<Mask[]> {
  const { snapshot } = view;
  const { certifications, bodies, abbreviations } = snapshot;
  const { active, codes, specialities, occupations, formacodes, certifiers } = filter;
  const none = () => new Uint8Array(certifications.count);
  const carrying = (noun: Nomenclature, rows: readonly number[]) =>
    markAll(none(), noun.certifications, rows);
  const masks: Mask[] = [...(filter.chosen ?? [])];
  if (active != null) {
    // What is not known to be active or inactive is in neither.
    const name = active ? 'active' : 'inactive';
    yield* view.ready(name);
    masks.push(view[name]);
  }
  if (codes != null) {
    const mask = none();
    for (const code of codes) {
      const row = certifications.rowOf.get(code);
      if (row !== undefined) mask[row] = 1;
    }
    masks.push(mask);
  }
  if (specialities != null) {
    masks.push(carrying(snapshot.specialities, below(snapshot.specialities, specialities)));
  }
  if (occupations != null) {
    masks.push(carrying(snapshot.occupations, below(snapshot.occupations, occupations)));
  }
  if (formacodes != null) {
    const rows = formacodes.flatMap((code) => snapshot.formacodes.rowOf.get(code) ?? []);
    masks.push(carrying(snapshot.formacodes, rows));
  }
  if (certifiers != null) {
    const rows = certifiers.flatMap((siren) => bodies.rowOf.get(siren) ?? []);
    masks.push(markAll(none(), bodies.certifications, rows));
  }
  if (filter.abbreviations != null) {
    const wanted = new Set(
      filter.abbreviations.map((code) => abbreviations.rowOf.get(code.toLowerCase())),
    );
    const mask = none();
    for (let row = 0; row < mask.length; row++) {
      const of = certifications.abbreviationRow[row] ?? NONE;
      mask[row] = Number(of !== NONE && wanted.has(of));
    }
    masks.push(mask);
  }
  for (const dimension of new Set(filter.without)) masks.push(yield* withoutValue(view, dimension));
  if (filter.accessRoutes != null) masks.push(openTo(snapshot, filter.accessRoutes));
  return masks;
}

function below(noun: Nomenclature, prefixes: readonly string[]): number[] {
  return [...new Set(prefixes)].flatMap((prefix) => codesBelow(noun.code, prefix));
}

/** Marks the rows that carry some values. */
function markAll(mask: Mask, { offset, value }: Lists, values: readonly number[]): Mask {
  for (const each of new Set(values)) {
    for (let at = offset[each] ?? 0; at < (offset[each + 1] ?? 0); at++) mask[value[at] ?? 0] = 1;
  }
  return mask;
}

/** Certifications of which no value of a dimension is known. */
function* withoutValue(view: DayView, dimension: CertificationDimension): Work<Mask> {
  const { values } = yield* dimensionColumn(view, dimension);
  return Uint8Array.from(view.snapshot.certifications.code, (_, row) =>
    Number(
      // One that has none has the one that is not known in its list.
      values.value[values.of === 'LIST' ? (values.offset[row] ?? 0) : row] === 0,
    ),
  );
}

/** Certifications of which one of some access routes is open. */
function openTo({ certifications, routes }: Snapshot, wanted: readonly AccessRouteKind[]): Mask {
  const mask = new Uint8Array(certifications.count);
  const kinds = new Set(wanted);
  for (let row = 0; row < mask.length; row++) {
    for (let at = routes.offset[row] ?? 0; at < (routes.offset[row + 1] ?? 0); at++) {
      const route = routes.route[at];
      if (routes.open[at] === 1 && route !== undefined && kinds.has(route)) mask[row] = 1;
    }
  }
  return mask;
}

function* certificationTests(view: DayView, filter: CertificationFilter): Work<Test[]> {
  const { certifications, cohorts } = view.snapshot;
  const { register, registrationTypes, registrationEnds, levels } = filter;
  const tests: Test[] = [];
  if (register != null) {
    const of = REGISTERS.indexOf(register);
    tests.push((row) => certifications.register[row] === of);
  }
  if (levels != null) {
    const of = new Set(levels);
    tests.push((row) => of.has(certifications.level[row] ?? NONE));
  }
  if (registrationTypes != null) {
    const of = new Set(registrationTypes.map((type) => REGISTRATION_TYPES.indexOf(type)));
    tests.push((row) => of.has(certifications.registrationType[row] ?? NONE));
  }
  if (registrationEnds) {
    const { from, to } = registrationEnds;
    const days = {
      from: from == null ? null : dayNumber(from),
      to: to == null ? null : dayNumber(to),
    };
    tests.push(...withinTests(certifications.registrationEndsOn, days));
  }
  if (filter.filingPassed != null) {
    yield* view.ready('filingPassed');
    tests.push(isSo(view.filingPassed, filter.filingPassed));
    // Without an end nobody knows whether it has.
    tests.push((row) => (certifications.registrationEndsOn[row] ?? NONE) !== NONE);
  }
  tests.push(...withinTests(certifications.usableCohorts, filter.usableCohorts));
  tests.push(...withinTests(certifications.newestCohort, filter.newestCohort));
  tests.push(...withinTests(certifications.bodiesInForce, filter.certifierCount));
  if (filter.hasCohorts != null) {
    const has = filter.hasCohorts;
    tests.push((row) => (certifications.newestCohort[row] !== NONE) === has);
  }
  if (filter.hasCompleteSixMonthRates != null) {
    yield* view.ready('completeSixMonthRates');
    tests.push(isSo(view.completeSixMonthRates, filter.hasCompleteSixMonthRates));
  }
  if (filter.replaced != null) tests.push(isSo(certifications.replaced, filter.replaced));
  if (filter.hasEquivalences != null) {
    tests.push(isSo(certifications.hasEquivalences, filter.hasEquivalences));
  }
  const ofCohort = yield* cohortTests(view, filter);
  if (ofCohort.length > 0) {
    // One and the same cohort must meet all that is asked of cohorts.
    tests.push((row) => {
      for (let at = cohorts.offset[row] ?? 0; at < (cohorts.offset[row + 1] ?? 0); at++) {
        if (ofCohort.every((holds) => holds(at))) return true;
      }
      return false;
    });
  }
  return tests;
}

function isSo(mask: Mask, wanted: boolean): Test {
  const as = Number(wanted);
  return (row) => mask[row] === as;
}
