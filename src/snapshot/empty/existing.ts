import { REGISTERS } from '../../domain/certification/register-code.ts';
import { RATE_STATUSES, rateDueOn } from '../../domain/rate/rate-status.ts';
import { finish } from '../../domain/work.ts';
import { REGISTRATION_TYPES } from '../build/certifications.ts';
import { verdictOfChange } from '../changes.ts';
import { dayNumber, dayOf, intOf, type Lists } from '../columns.ts';
import type { DayView } from '../day-view.ts';
import type { CertificationFilter } from '../filter/certification-filter.ts';
import { codesOfRow } from '../filter/codes.ts';
import type { CohortCriteria } from '../filter/cohort-filter.ts';
import type { Nomenclature } from '../snapshot.ts';
import { type Existing, rangeOfInts } from './condition.ts';

/** What certifications have that a filter of one field asks for; null for other fields. */
export function existingOfCertifications(
  { snapshot }: DayView,
  filter: CertificationFilter,
): Existing | null {
  const { certifications, bodies, routes } = snapshot;
  const { register, codes, levels, specialities, occupations, formacodes } = filter;
  const { certifiers, registrationTypes, abbreviations, accessRoutes } = filter;
  if (register != null) {
    return choices([register], (row) => [REGISTERS[certifications.register[row] ?? 0]]);
  }
  if (codes != null) return choices(codes, (row) => [certifications.code[row]]);
  if (levels != null) {
    return choices(levels.map(String), (row) => [intOf(certifications.level[row])?.toString()]);
  }
  const carried = (given: readonly string[], noun: Nomenclature) =>
    choices(given, (row) => codesOfRow(noun, row));
  if (specialities != null) return carried(specialities, snapshot.specialities);
  if (occupations != null) return carried(occupations, snapshot.occupations);
  if (formacodes != null) return carried(formacodes, snapshot.formacodes);
  if (certifiers != null) {
    return choices(certifiers, (row) =>
      partOf(bodies.ofCertification, row).map((body) => bodies.siren[body]),
    );
  }
  if (registrationTypes != null) {
    return choices(registrationTypes, (row) => [
      REGISTRATION_TYPES[certifications.registrationType[row] ?? -1],
    ]);
  }
  if (abbreviations != null) {
    return choices(abbreviations, (row) => [
      snapshot.abbreviations.code[certifications.abbreviationRow[row] ?? -1],
    ]);
  }
  if (accessRoutes != null) {
    return choices(accessRoutes, (row) => {
      const places = Array.from(
        { length: (routes.offset[row + 1] ?? 0) - (routes.offset[row] ?? 0) },
        (_, place) => (routes.offset[row] ?? 0) + place,
      );
      return places.filter((at) => routes.open[at] === 1).map((at) => routes.route[at]);
    });
  }
  if (filter.registrationEnds != null) {
    return {
      kind: 'RANGE',
      valueOf: (row) => intOf(certifications.registrationEndsOn[row]),
      written: (value) => dayOf(value) ?? '',
    };
  }
  if (filter.usableCohorts != null) return rangeOfInts(certifications.usableCohorts);
  if (filter.newestCohort != null) return rangeOfInts(certifications.newestCohort);
  if (filter.certifierCount != null) return rangeOfInts(certifications.bodiesInForce);
  return null;
}

/** What cohorts have that criteria of one field ask for; null for other fields. */
export function existingOfCohorts(view: DayView, criteria: CohortCriteria): Existing | null {
  const { cohorts, certifications, method } = view.snapshot;
  const { cohortYear, certified, certifiedThroughVae, rateStatus, rateDue, rateChange } = criteria;
  if (cohortYear != null) return rangeOfInts(cohorts.year);
  if (certified != null) return rangeOfInts(cohorts.certified);
  if (certifiedThroughVae != null) return rangeOfInts(cohorts.certifiedThroughVae);
  if (rateStatus) {
    const statuses = finish(view.statuses(rateStatus.indicator));
    return choices(rateStatus.anyOf, (row) => [RATE_STATUSES[statuses[row] ?? 0]]);
  }
  // A verdict without the share of chance that was asked for is another condition.
  if (rateChange && rateChange.maximumQ == null) {
    const { indicator, anyOf } = rateChange;
    return choices(anyOf, (row) => [verdictOfChange(view, row, indicator)]);
  }
  if (rateDue) {
    return {
      kind: 'RANGE',
      // On the RS no rate is expected, and so none is due.
      valueOf: (row) =>
        certifications.register[cohorts.certification[row] ?? 0] === 0
          ? dayNumber(rateDueOn(cohorts.year[row] ?? 1, rateDue.indicator, method.graceMonths))
          : null,
      written: (value) => dayOf(value) ?? '',
    };
  }
  return null;
}

function choices(
  given: readonly string[],
  codesOf: (row: number) => readonly (string | null | undefined)[],
): Existing {
  return {
    ...{ kind: 'CODES', given },
    codesOf: (row) => codesOf(row).filter((code) => code != null),
  };
}

function partOf({ offset, value }: Lists, row: number): number[] {
  return [...value.subarray(offset[row] ?? 0, offset[row + 1] ?? 0)];
}
