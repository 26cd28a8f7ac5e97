import { textRanks } from '../../domain/order.ts';
import { foldText } from '../../domain/search/fold-text.ts';
import { inRanges, type Work } from '../../domain/work.ts';
import type { Mask } from '../day-view.ts';
import { memoOf } from '../memo.ts';
import type { Nomenclature, Snapshot } from '../snapshot.ts';
import type { RowList } from './page.ts';
import { type Order, sortedOrNull } from './row-list.ts';
import { type SortKey, textKey } from './sort-key.ts';

export const NOMENCLATURE_ORDER_FIELDS = ['CODE', 'LABEL'] as const;
export type NomenclatureOrderField = (typeof NOMENCLATURE_ORDER_FIELDS)[number];

/** Labels of a nomenclature without accents and case. */
export function labelKeys(noun: Nomenclature): Work<readonly (string | null)[]> {
  return memoOf(noun).work('labels', function* () {
    const keys: (string | null)[] = [];
    const foldSome = (from: number, to: number) => {
      const labels = noun.label.slice(from, to);
      keys.push(...labels.map((label) => (label === null ? null : foldText(label))));
    };
    yield* inRanges(noun.count, foldSome, FOLDED);
    return keys;
  });
}

/** Labels that are folded at a time: what takes a millisecond. */
const FOLDED = 500;

/** Codes of a nomenclature in an order, ended by the code; an empty one is by code. */
export function* nomenclatureList(
  snapshot: Snapshot,
  noun: Nomenclature,
  orders: readonly Order<NomenclatureOrderField>[],
  mask: Mask | null,
): Work<RowList> {
  const directionOf = (field: NomenclatureOrderField) =>
    orders.find((order) => order.field === field)?.direction ?? 'ASC';
  const code: SortKey = {
    ...{ name: 'CODE', direction: directionOf('CODE'), type: 'text' },
    rankOf: (row) => row,
    cursorValueOf: (row) => noun.code[row] ?? null,
  };
  const keys = [code];
  if (orders[0]?.field === 'LABEL') {
    const labels = yield* labelKeys(noun);
    const ranks = yield* memoOf(noun).work('ranks of labels', () => textRanks(labels));
    keys.unshift(textKey('LABEL', labels, ranks, directionOf('LABEL')));
  }
  const order = yield* sortedOrNull(noun, 'codes', noun.count, keys);
  return {
    ...{ order, mask, keys, publication: snapshot.publication.id },
    count: noun.count,
  };
}
