import type { Note } from '../../domain/notes/note.ts';
import { type OrderDirection, textRanks } from '../../domain/order.ts';
import { foldText } from '../../domain/search/fold-text.ts';
import { inRanges, type Work } from '../../domain/work.ts';
import { rateOf } from '../columns.ts';
import type { Mask } from '../day-view.ts';
import { gapAt6Months } from '../figures.ts';
import { memoOf } from '../memo.ts';
import type { Snapshot } from '../snapshot.ts';
import { codeKeys } from './certification-list.ts';
import type { RowList } from './page.ts';
import { listOf, type Order } from './row-list.ts';
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
export function* cohortList(
  snapshot: Snapshot,
  orders: readonly Order<CohortOrderField>[],
  mask: Mask | null,
  rows: Int32Array | null = null,
): Work<RowList> {
  const { cohorts } = snapshot;
  const ofCertification = (direction: OrderDirection) =>
    codeKeys(snapshot, direction, (row) => cohorts.certification[row] ?? 0);
  const chosen = orders.flatMap(({ field, direction }) =>
    field === 'CERTIFICATION' ? ofCertification(direction) : cohortKey(snapshot, field, direction),
  );
  const end = [...ofCertification('ASC'), intKey('YEAR', cohorts.year, 'DESC')];
  return yield* listOf(snapshot, {
    ...{ what: 'cohorts', count: cohorts.count },
    ...{ chosen, end, mask, rows },
  });
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

/** Titles that are folded at a time: what takes a millisecond. */
const FOLDED = 500;

/** Titles of blocks without accents and case: what they are sorted and matched by. */
export function blockTitleKeys(snapshot: Snapshot): Work<readonly string[]> {
  return memoOf(snapshot).work('titles of blocks', function* () {
    // Many blocks of many fiches have the same title.
    const known = new Map<string, string>();
    const keys: string[] = [];
    const foldSome = (from: number, to: number) => {
      for (const title of snapshot.blocks.title.slice(from, to)) {
        const folded = known.get(title) ?? foldText(title);
        known.set(title, folded);
        keys.push(folded);
      }
    };
    yield* inRanges(snapshot.blocks.count, foldSome, FOLDED);
    return keys;
  });
}

/** Blocks in an order, ended by certification and place, which are unique; empty: as fiches have them. */
export function* blockList(
  snapshot: Snapshot,
  orders: readonly Order<BlockOrderField>[],
  mask: Mask | null,
): Work<RowList> {
  const { blocks } = snapshot;
  const ofCertification = (direction: OrderDirection) =>
    codeKeys(snapshot, direction, (row) => blocks.certification[row] ?? 0);
  const chosen: SortKey[] = [];
  for (const { field, direction } of orders) {
    if (field === 'CERTIFICATION') chosen.push(...ofCertification(direction));
    else chosen.push(yield* blockTextKey(snapshot, field, direction));
  }
  const end = [...ofCertification('ASC'), intKey('POSITION', blocks.position, 'ASC')];
  return yield* listOf(snapshot, { what: 'blocks', count: blocks.count, chosen, end, mask });
}

function* blockTextKey(
  snapshot: Snapshot,
  field: 'CODE' | 'TITLE',
  direction: OrderDirection,
): Work<SortKey> {
  const texts = field === 'CODE' ? snapshot.blocks.code : yield* blockTitleKeys(snapshot);
  const ranks = yield* memoOf(snapshot).work(`ranks of blocks by ${field}`, () => textRanks(texts));
  return textKey(field, texts, ranks, direction);
}

export const FINDING_ORDER_FIELDS = ['FIRST_SEEN_PUBLICATION'] as const;
export type FindingOrderField = (typeof FINDING_ORDER_FIELDS)[number];

/** Findings in an order, ended by their own: gravest first, then by certification, then by key. */
export function* findingList(
  snapshot: Snapshot,
  mask: Mask | null,
  orders: readonly Order<FindingOrderField>[] = [],
): Work<RowList> {
  const { findings } = snapshot;
  const place: SortKey = {
    ...{ name: 'POSITION', direction: 'ASC', type: 'text' },
    rankOf: (row) => row,
    cursorValueOf: (row) => findingPlace(snapshot, row),
  };
  const chosen = orders
    .slice(0, 1)
    .map(({ field, direction }) => intKey(field, findings.firstSeenPublicationId, direction));
  return yield* listOf(snapshot, {
    ...{ what: 'findings', count: findings.count },
    ...{ chosen, end: [place], mask },
  });
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

/** Notes of a snapshot, which come by number. */
export function noteList({ publication }: Snapshot, notes: readonly Note[]): RowList {
  const key: SortKey = {
    ...{ name: 'ID', direction: 'ASC', type: 'int4' },
    rankOf: (row) => notes[row]?.id ?? Number.NaN,
    cursorValueOf: (row) => notes[row]?.id ?? null,
  };
  return {
    ...{ order: null, mask: null, keys: [key], publication: publication.id },
    count: notes.length,
  };
}
