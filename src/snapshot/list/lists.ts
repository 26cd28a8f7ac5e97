import { type OrderDirection, textRanks } from '../../domain/order.ts';
import { foldText } from '../../domain/search/fold-text.ts';
import { rateOf } from '../columns.ts';
import type { Mask } from '../day-view.ts';
import { gapAt6Months } from '../figures.ts';
import { memoOf } from '../memo.ts';
import type { Snapshot } from '../snapshot.ts';
import { codeKeys } from './certification-list.ts';
import type { RowList } from './page.ts';
import { listOf, type Order, withEnd } from './row-list.ts';
import { floatKey, intKey, type SortKey, textKey } from './sort-key.ts';

export const COHORT_ORDER_FIELDS = [
  'CERTIFICATION',
  'YEAR',
  'CERTIFIED',
  'GLOBAL_6_MONTHS',
  'TARGET_OCCUPATION_6_MONTHS',
  'TARGET_OCCUPATION_2_YEARS',
  'GAP_6_MONTHS',
] as const;
export type CohortOrderField = (typeof COHORT_ORDER_FIELDS)[number];
export type CohortOrder = Order<CohortOrderField>;

/**
 * Cohorts in an order: all, or those of `rows`. It is ended by certification and year, which are
 * unique; an empty one is by certification, newest year first, as the rows are.
 */
export function cohortList(
  snapshot: Snapshot,
  orders: readonly Order<CohortOrderField>[],
  mask: Mask | null,
  rows: Int32Array | null = null,
): RowList {
  const { cohorts } = snapshot;
  const ofCertification = (direction: OrderDirection) =>
    codeKeys(snapshot, direction, (row) => cohorts.certification[row] ?? 0);
  const keys = withEnd(
    orders.flatMap(({ field, direction }) =>
      field === 'CERTIFICATION'
        ? ofCertification(direction)
        : cohortKey(snapshot, field, direction),
    ),
    [...ofCertification('ASC'), intKey('YEAR', cohorts.year, 'DESC')],
  );
  return listOf(snapshot, 'cohorts', cohorts.count, keys, mask, rows);
}

function cohortKey(
  snapshot: Snapshot,
  field: Exclude<CohortOrderField, 'CERTIFICATION'>,
  direction: OrderDirection,
): SortKey {
  const { cohorts } = snapshot;
  switch (field) {
    case 'YEAR':
      return intKey(field, cohorts.year, direction);
    case 'CERTIFIED':
      return intKey(field, cohorts.certified, direction);
    case 'GAP_6_MONTHS':
      return floatKey(field, (row) => gapAt6Months(snapshot, row) ?? Number.NaN, direction);
    default: {
      const { published } = cohorts.rates[field];
      return floatKey(field, (row) => rateOf(published[row]) ?? Number.NaN, direction);
    }
  }
}

export const BLOCK_ORDER_FIELDS = ['CERTIFICATION', 'CODE', 'TITLE'] as const;
export type BlockOrderField = (typeof BLOCK_ORDER_FIELDS)[number];

/** Titles of blocks without accents and case: what they are sorted and matched by. */
export function blockTitleKeys(snapshot: Snapshot): readonly string[] {
  return memoOf(snapshot).of('titles of blocks', () => {
    // Many blocks of many fiches have the same title.
    const known = new Map<string, string>();
    return snapshot.blocks.title.map((title) => {
      const folded = known.get(title) ?? foldText(title);
      known.set(title, folded);
      return folded;
    });
  });
}

/** Blocks in an order, ended by certification and place, which are unique; empty: as fiches have them. */
export function blockList(
  snapshot: Snapshot,
  orders: readonly Order<BlockOrderField>[],
  mask: Mask | null,
): RowList {
  const { blocks } = snapshot;
  const memo = memoOf(snapshot);
  const ofCertification = (direction: OrderDirection) =>
    codeKeys(snapshot, direction, (row) => blocks.certification[row] ?? 0);
  const keys = withEnd(
    orders.flatMap(({ field, direction }) => {
      if (field === 'CERTIFICATION') return ofCertification(direction);
      if (field === 'CODE') {
        const ranks = memo.of('ranks of block codes', () => textRanks(blocks.code));
        return textKey(field, blocks.code, ranks, direction);
      }
      const titles = blockTitleKeys(snapshot);
      const ranks = memo.of('ranks of block titles', () => textRanks(titles));
      return textKey(field, titles, ranks, direction);
    }),
    [...ofCertification('ASC'), intKey('POSITION', blocks.position, 'ASC')],
  );
  return listOf(snapshot, 'blocks', blocks.count, keys, mask, null);
}

export const FINDING_ORDER_FIELDS = ['FIRST_SEEN_PUBLICATION'] as const;
export type FindingOrderField = (typeof FINDING_ORDER_FIELDS)[number];

/** Findings in an order, ended by their own: gravest first, then by certification, then by key. */
export function findingList(
  snapshot: Snapshot,
  mask: Mask | null,
  orders: readonly Order<FindingOrderField>[] = [],
): RowList {
  const { findings } = snapshot;
  const place: SortKey = {
    ...{ name: 'POSITION', direction: 'ASC', type: 'text' },
    rankOf: (row) => row,
    cursorValueOf: (row) => findingPlace(snapshot, row),
  };
  const [first] = orders;
  if (first) {
    const seen = intKey(first.field, findings.firstSeenPublicationId, first.direction);
    return listOf(snapshot, 'findings', findings.count, [seen, place], mask, null);
  }
  return {
    ...{ order: null, mask, keys: [place], publication: snapshot.publication.id },
    count: findings.count,
  };
}

/** What findings are ordered by, as one text: it outlives the publication. */
function findingPlace({ findings }: Snapshot, row: number): string {
  const severity = { ERROR: 0, WARNING: 1, INFORMATION: 2 }[findings.severity[row] ?? 'ERROR'];
  // Those of no readable fiche come last: after any code.
  return `${severity} ${findings.certificationCode[row] ?? '~'} ${findings.key[row]}`;
}

/** Places on a fiche, from 1 on. */
export const POSITION_KEY: SortKey = {
  ...{ name: 'POSITION', direction: 'ASC', type: 'int4' },
  rankOf: (row) => row,
  cursorValueOf: (row) => row,
};

/** Publications, newest first. */
export function publicationList({ publications, publication }: Snapshot): RowList {
  const key: SortKey = {
    ...{ name: 'ID', direction: 'DESC', type: 'int4' },
    rankOf: (row) => publications[row]?.id ?? Number.NaN,
    cursorValueOf: (row) => publications[row]?.id ?? null,
  };
  return {
    ...{ order: null, mask: null, keys: [key], publication: publication.id },
    count: publications.length,
  };
}
