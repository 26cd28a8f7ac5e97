import type { Range } from '../domain/range.ts';
import { parseYearSelection, yearsSelected } from '../domain/year-selection.ts';
import type { DayView } from './day-view.ts';

/** Years that there are cohorts of on the day of a view, newest first. */
export function cohortYears({ snapshot, memo }: DayView): readonly number[] {
  return memo.of('years of cohorts', () =>
    [...new Set(snapshot.cohorts.year)].sort((a, b) => b - a),
  );
}

/**
 * The years of cohorts that a text of an argument selects on the day of a view, both included:
 * `latest(3)`, `from(2019)`.
 *
 * - Throws `BadUserInputError` for a text that names no years.
 */
export function selectedYears(view: DayView, argument: string, text: string): Range<number> {
  return yearsSelected(parseYearSelection(argument, text), cohortYears(view));
}
