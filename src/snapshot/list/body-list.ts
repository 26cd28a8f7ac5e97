import { type OrderDirection, textRanks } from '../../domain/order.ts';
import { foldText } from '../../domain/search/fold-text.ts';
import { inRanges, type Work } from '../../domain/work.ts';
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
export function bodyNameKeys(snapshot: Snapshot): Work<readonly string[]> {
  return memoOf(snapshot).work('names of bodies', function* () {
    const keys: string[] = [];
    yield* inRanges(
      snapshot.bodies.count,
      (from, to) => keys.push(...snapshot.bodies.name.slice(from, to).map(foldText)),
      FOLDED,
    );
    return keys;
  });
}

/** Names that are folded at a time: what takes a millisecond. */
const FOLDED = 500;

/** Certifying bodies in an order on a day, ended by SIREN; an empty one is by name. */
export function* bodyList(
  view: DayView,
  orders: readonly Order<CertifierOrderField>[],
  mask: Mask | null,
): Work<RowList> {
  const { snapshot } = view;
  const chosen = orders.length > 0 ? orders : [{ field: 'NAME', direction: 'ASC' } as const];
  const keys: SortKey[] = [];
  for (const { field, direction } of chosen) keys.push(yield* keyOf(view, field, direction));
  const ofDay = chosen.some(({ field }) => field in FIGURES);
  const owner = ofDay ? yield* bodyFigures(view) : snapshot;
  const order = yield* sortedOrNull(owner, 'bodies', snapshot.bodies.count, keys);
  return {
    // Rows are by SIREN.
    ...{ order, mask, keys: withEnd(keys, [sirenKey(snapshot, 'ASC')]) },
    ...{ publication: snapshot.publication.id, count: snapshot.bodies.count },
  };
}

function* keyOf(
  view: DayView,
  field: CertifierOrderField,
  direction: OrderDirection,
): Work<SortKey> {
  const { snapshot } = view;
  if (field === 'SIREN') return sirenKey(snapshot, direction);
  if (field !== 'NAME') {
    const figures = yield* bodyFigures(view);
    return intKey(field, figures[FIGURES[field]], direction);
  }
  const names = yield* bodyNameKeys(snapshot);
  const ranks = yield* memoOf(snapshot).work('ranks of bodies', () => textRanks(names));
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
