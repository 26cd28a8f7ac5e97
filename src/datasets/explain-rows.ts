import type { EmptyAnswer } from '../domain/empty/empty-answer.ts';
import type { Work } from '../domain/work.ts';
import type { DayView } from '../snapshot/day-view.ts';
import type { Dataset, Row } from './dataset.ts';
import type { ParameterValues } from './parameter.ts';

/** What rows were asked of. */
interface AskedRows {
  readonly view: DayView;
  readonly values: ParameterValues;
  /** Today, when another day was asked for; null otherwise. */
  readonly today: DayView | null;
}

/** Whether rows, which are all of a dataset, are none or have no rate. */
export function areEmpty({ columns }: Dataset, rows: readonly Row[]): boolean {
  if (rows.length === 0) return true;
  const rates = rateColumns(columns);
  return rates.length > 0 && !rows.some((row) => rates.some((place) => row[place] != null));
}

/** Why all rows of a dataset are none, or have no rate; null when they have what was asked for. */
export function* explainRows(
  dataset: Dataset,
  { view, values, today }: AskedRows,
  rows: readonly Row[],
): Work<EmptyAnswer | null> {
  const { whyEmpty } = dataset;
  if (!whyEmpty || !areEmpty(dataset, rows)) return null;
  return yield* rows.length === 0
    ? whyEmpty.noRows(view, values, today)
    : whyEmpty.noRates(view, values);
}

/** Places of the rates: what has bounds beside it. */
function rateColumns(columns: Dataset['columns']): readonly number[] {
  const names = new Set(columns.map(({ name }) => name));
  return columns.flatMap(({ name }, place) => (names.has(`${name}_low`) ? [place] : []));
}
