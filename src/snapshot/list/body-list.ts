import { type OrderDirection, textRanks } from '../../domain/order.ts';
import { foldText } from '../../domain/search/fold-text.ts';
import { type BodyFigures, bodyFigures } from '../body-figures.ts';
import type { DayView, Mask } from '../day-view.ts';
import { memoOf } from '../memo.ts';
import type { Snapshot } from '../snapshot.ts';
import type { RowList } from './page.ts';
import { type Order, sortedOrNull, withEnd } from './row-list.ts';
import { intKey, type SortKey, textKey } from './sort-key.ts';

/** What each figure of a body is ordered by. */
const FIGURES = {
  CERTIFICATION_COUNT: 'certifications',
  OVERDUE_RATES: 'overdueRates',
  DAYS_LATE: 'daysLate',
} as const satisfies Record<string, keyof BodyFigures>;

export type CertifierOrderField = 'NAME' | 'SIREN' | keyof typeof FIGURES;

/** Names of certifying bodies without accents and case. */
export function bodyNameKeys(snapshot: Snapshot): readonly string[] {
  return memoOf(snapshot).of('names of bodies', () => snapshot.bodies.name.map(foldText));
}

/** Certifying bodies in an order on a day, ended by SIREN; an empty one is by name. */
export function bodyList(
  view: DayView,
  orders: readonly Order<CertifierOrderField>[],
  mask: Mask | null,
): RowList {
  const { snapshot } = view;
  const chosen = orders.length > 0 ? orders : [{ field: 'NAME', direction: 'ASC' } as const];
  const keys = withEnd(
    chosen.map(({ field, direction }) => keyOf(view, field, direction)),
    [sirenKey(snapshot, 'ASC')],
  );
  const ofDay = chosen.some(({ field }) => field in FIGURES);
  const owner = ofDay ? bodyFigures(view) : snapshot;
  return {
    ...{ order: sortedOrNull(owner, 'bodies', snapshot.bodies.count, keys), mask, keys },
    ...{ publication: snapshot.publication.id, count: snapshot.bodies.count },
  };
}

function keyOf(view: DayView, field: CertifierOrderField, direction: OrderDirection): SortKey {
  const { snapshot } = view;
  if (field === 'SIREN') return sirenKey(snapshot, direction);
  if (field !== 'NAME') return intKey(field, bodyFigures(view)[FIGURES[field]], direction);
  const names = bodyNameKeys(snapshot);
  const ranks = memoOf(snapshot).of('ranks of bodies', () => textRanks(names));
  return textKey(field, names, ranks, direction);
}

/** Rows of bodies are by SIREN. */
function sirenKey({ bodies }: Snapshot, direction: OrderDirection): SortKey {
  return {
    ...{ name: 'SIREN', direction, type: 'text' },
    rankOf: (row) => row,
    cursorValueOf: (row) => bodies.siren[row] ?? null,
  };
}
