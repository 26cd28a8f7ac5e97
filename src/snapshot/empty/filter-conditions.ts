import { finish } from '../../domain/work.ts';
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
export function certificationConditions(
  view: DayView,
  parts: readonly FilterPart<CertificationFilter>[],
): CertificationConditions {
  const isOfCohorts = ({ filter }: FilterPart<CertificationFilter>) =>
    Object.entries(filter).some(([key, value]) => value != null && OF_COHORTS.has(key));
  return {
    certifications: parts
      .filter((part) => !isOfCohorts(part))
      .flatMap((part) =>
        withMask(part, finish(newCertificationMask(view, part.filter)), {
          existing: existingOfCertifications(view, part.filter),
          away: sourceAway(view.snapshot, part.filter),
        }),
      ),
    cohorts: cohortConditions(view, parts.filter(isOfCohorts)),
  };
}

/** Criteria of cohorts as conditions; those that restrict nothing are none. */
export function cohortConditions(
  view: DayView,
  parts: readonly FilterPart<CohortCriteria>[],
): Condition[] {
  return parts.flatMap((part) =>
    withMask(part, criteriaMask(view, part.filter), {
      existing: existingOfCohorts(view, part.filter),
      away: sourceAway(view.snapshot, part.filter),
    }),
  );
}

function withMask(
  { condition, given }: FilterPart<unknown>,
  mask: Mask | null,
  rest: Pick<Condition, 'existing' | 'away'>,
): Condition[] {
  return mask ? [{ condition, given, mask, ...rest }] : [];
}

/** The fields of a filter that are given as conditions of a list, each alone. */
export function fieldConditions<Filter extends object>(
  filter: Filter,
  maskOf: (alone: Filter) => Mask | null,
  existingOf: (field: keyof Filter) => Condition['existing'] = () => null,
): Condition[] {
  return Object.entries(filter).flatMap(([field, given]) => {
    const mask = given == null ? null : maskOf({ [field]: given } as Filter);
    if (!mask) return [];
    const existing = existingOf(field as keyof Filter);
    return [{ condition: field, given, mask, existing, away: null }];
  });
}
