import type { Work } from '../../domain/work.ts';
import type { DayView, Mask } from '../day-view.ts';
import { type CertificationFilter, newCertificationMask } from '../filter/certification-filter.ts';
import { type CohortCriteria, criteriaMask } from '../filter/cohort-filter.ts';
import { sourceAway } from './away.ts';
import type { Condition } from './condition.ts';
import { existingOfCertifications, existingOfCohorts } from './existing.ts';

/** One thing that a filter asks, by the name that whoever asked has for it. */
export interface FilterPart<Filter> {
  /** Path of the argument. */
  readonly condition: string;
  readonly given: unknown;
  /** A filter that asks this alone. */
  readonly filter: Filter;
}

/** Conditions of certifications: those that a certification meets, and those that one cohort does. */
export interface CertificationConditions {
  readonly certifications: readonly Condition[];
  readonly cohorts: readonly Condition[];
}

/** Conditions that one and the same cohort of a certification meets. */
const OF_COHORTS: ReadonlySet<string> = new Set<keyof CohortCriteria>([
  ...(['cohortYear', 'certified', 'certifiedThroughVae', 'has', 'lacks'] as const),
  ...(['rateStatus', 'rateDue', 'rateChange'] as const),
]);

/** The parts of a filter of certifications as conditions; those that restrict nothing are none. */
export function* certificationConditions(
  view: DayView,
  parts: readonly FilterPart<CertificationFilter>[],
): Work<CertificationConditions> {
  const isOfCohorts = ({ filter }: FilterPart<CertificationFilter>) =>
    Object.entries(filter).some(([key, value]) => value != null && OF_COHORTS.has(key));
  const certifications: Condition[] = [];
  for (const part of parts) {
    if (isOfCohorts(part)) continue;
    const mask = yield* newCertificationMask(view, part.filter);
    // Days are no value of a number of months.
    const inMonths = part.filter.registrationEnds != null && typeof part.given !== 'object';
    const existing = inMonths ? null : existingOfCertifications(view, part.filter);
    const away = sourceAway(view.snapshot, part.filter);
    certifications.push(...withMask(part, mask, { existing, away }));
    yield;
  }
  return { certifications, cohorts: yield* cohortConditions(view, parts.filter(isOfCohorts)) };
}

/** Criteria of cohorts as conditions; those that restrict nothing are none. */
export function* cohortConditions(
  view: DayView,
  parts: readonly FilterPart<CohortCriteria>[],
): Work<Condition[]> {
  const conditions: Condition[] = [];
  for (const part of parts) {
    const existing = existingOfCohorts(view, part.filter);
    const away = sourceAway(view.snapshot, part.filter);
    conditions.push(...withMask(part, criteriaMask(view, part.filter), { existing, away }));
    yield;
  }
  return conditions;
}

function withMask(
  { condition, given }: Omit<FilterPart<unknown>, 'filter'>,
  mask: Mask | null,
  rest: Pick<Condition, 'existing' | 'away'>,
): Condition[] {
  return mask ? [{ condition, given, mask, ...rest }] : [];
}

/** The fields of a filter that are given as conditions of a list, each alone. */
export function* fieldConditions<Filter extends object>(
  filter: Filter,
  maskOf: (alone: Filter) => Work<Mask | null>,
  existingOf: (field: keyof Filter) => Condition['existing'] = () => null,
): Work<Condition[]> {
  const conditions: Condition[] = [];
  for (const [field, given] of Object.entries(filter)) {
    if (given == null) continue;
    const mask = yield* maskOf({ [field]: given } as Filter);
    const existing = existingOf(field as keyof Filter);
    conditions.push(...withMask({ condition: field, given }, mask, { existing, away: null }));
    yield;
  }
  return conditions;
}
