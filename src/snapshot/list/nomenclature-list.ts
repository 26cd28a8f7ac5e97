import { textRanks } from '../../domain/order.ts';
import { foldText } from '../../domain/search/fold-text.ts';
import type { Mask } from '../day-view.ts';
import { memoOf } from '../memo.ts';
import type { Nomenclature, Snapshot } from '../snapshot.ts';
import type { RowList } from './page.ts';
import { type Order, sortedOrNull } from './row-list.ts';
import { type SortKey, textKey } from './sort-key.ts';

export const NOMENCLATURE_ORDER_FIELDS = ['CODE', 'LABEL'] as const;
export type NomenclatureOrderField = (typeof NOMENCLATURE_ORDER_FIELDS)[number];

/** Labels of a nomenclature without accents and case. */
export function labelKeys(noun: Nomenclature): readonly (string | null)[] {
  return memoOf(noun).of('labels', () =>
    noun.label.map((label) => (label === null ? null : foldText(label))),
  );
}

/** Codes of a nomenclature in an order, ended by the code; an empty one is by code. */
export function nomenclatureList(
  snapshot: Snapshot,
  noun: Nomenclature,
  orders: readonly Order<NomenclatureOrderField>[],
  mask: Mask | null,
): RowList {
  const directionOf = (field: NomenclatureOrderField) =>
    orders.find((order) => order.field === field)?.direction ?? 'ASC';
  const code: SortKey = {
    ...{ name: 'CODE', direction: directionOf('CODE'), type: 'text' },
    rankOf: (row) => row,
    cursorValueOf: (row) => noun.code[row] ?? null,
  };
  const labels = labelKeys(noun);
  const ranks = memoOf(noun).of('ranks of labels', () => textRanks(labels));
  const label = textKey('LABEL', labels, ranks, directionOf('LABEL'));
  const keys = orders[0]?.field === 'LABEL' ? [label, code] : [code];
  const order = sortedOrNull(noun, 'codes', noun.count, keys);
  return {
    ...{ order, mask, keys, publication: snapshot.publication.id },
    count: noun.count,
  };
}
