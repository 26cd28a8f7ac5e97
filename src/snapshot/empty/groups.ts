import type { EmptyAnswer } from '../../domain/empty/empty-answer.ts';
import { noFigure } from '../../domain/empty/empty-message.ts';
import { type InsertionHaving, isKept } from '../../domain/insertion/insertion-grouping.ts';
import { type GroupSums, SummaryFigure } from '../../domain/insertion/insertion-summary.ts';
import { INSERTION_INDICATORS, type InsertionIndicator } from '../../domain/rate/indicator.ts';
import type { RateSource } from '../../domain/rate/rate-source.ts';
import { roundPercentage } from '../../domain/rounding.ts';
import { done, type Work } from '../../domain/work.ts';
import type { DayView } from '../day-view.ts';
import type { CohortGroup } from '../group/cohort-group.ts';
import type { Existing } from './condition.ts';
import { explainEmpty, plainList } from './explain.ts';
import { fieldConditions } from './filter-conditions.ts';

/** Why no group is kept; null when one is. */
export function* explainHaving(
  view: DayView,
  groups: readonly GroupSums[],
  having: InsertionHaving,
): Work<EmptyAnswer | null> {
  const maskOf = (alone: InsertionHaving) =>
    done(Uint8Array.from(groups, (group) => Number(isKept(group, alone))));
  const conditions = yield* fieldConditions(having, maskOf, (field) =>
    existingOf(groups, having, field),
  );
  const named = conditions.map((each) => ({ ...each, condition: `having.${each.condition}` }));
  return yield* explainEmpty(plainList(view, 'GROUPS', groups.length, named));
}

function existingOf(
  groups: readonly GroupSums[],
  { coverage }: InsertionHaving,
  field: keyof InsertionHaving,
): Existing {
  const figureOf = (row: number): number | null => {
    const group = groups[row];
    if (!group) return null;
    if (field !== 'coverage') return group[field];
    return coverage ? new SummaryFigure(group, coverage.indicator).coverage.ratio : null;
  };
  // A range that is rounded outwards still holds them.
  const written = (value: number) => (field === 'coverage' ? roundPercentage(value) : value);
  return { kind: 'RANGE', valueOf: figureOf, written };
}

/** Why cohorts have none of some rates; null when they have one, or are none themselves. */
export function explainNoFigure(
  group: CohortGroup | null | undefined,
  indicators: readonly InsertionIndicator[] = INSERTION_INDICATORS,
  source: RateSource = 'REGISTER',
): EmptyAnswer | null {
  if (!group || group.cohorts === 0) return null;
  if (indicators.some((indicator) => new SummaryFigure(group, indicator).value !== null)) {
    return null;
  }
  const figures = indicators.map((indicator) => ({
    indicator,
    statuses: group.statuses(indicator),
  }));
  return noFigure('COHORTS', { rows: group.cohorts, figures, source });
}
