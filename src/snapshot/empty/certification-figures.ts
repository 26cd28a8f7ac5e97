import type { EmptyAnswer } from '../../domain/empty/empty-answer.ts';
import { noCohorts, noFigure } from '../../domain/empty/empty-message.ts';
import type { InsertionIndicator } from '../../domain/rate/indicator.ts';
import type { RateSource } from '../../domain/rate/rate-source.ts';
import { done, type Work } from '../../domain/work.ts';
import { latestCohortRows, statusCounts } from '../figures.ts';
import { wholeOf } from '../past.ts';
import type { CertificationRow } from '../rows/certification-row.ts';
import { explainEmpty } from './explain.ts';

/** Why a certification has no cohorts; null when it has some. */
export function* explainNoCohorts({ view, row, code }: CertificationRow): Work<EmptyAnswer | null> {
  const { snapshot, day } = view;
  const later = latestCohortRows(wholeOf(snapshot), row, null).length;
  const answer = yield* explainEmpty(
    {
      ...{ view, of: 'COHORTS', count: snapshot.cohorts.count, ofCertification: null, own: [] },
      rows: Int32Array.from(latestCohortRows(snapshot, row, null)),
    },
    later === 0 ? null : { condition: 'asOf', given: day, remaining: () => done(later) },
  );
  return answer?.reason === 'NOTHING_THERE' ? noCohorts(code) : answer;
}

/** Why cohorts of a certification have none of some rates; null when they have one, or are none. */
export function explainNoRates(
  {
    view,
    cohorts,
  }: { readonly view: CertificationRow['view']; readonly cohorts: readonly number[] },
  indicators: readonly InsertionIndicator[],
  source: RateSource,
): EmptyAnswer {
  const figures = indicators.map((indicator) => ({
    indicator,
    statuses: statusCounts(view, cohorts, indicator),
  }));
  return noFigure('COHORTS', { rows: cohorts.length, figures, source });
}
