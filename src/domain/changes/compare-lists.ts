import type { ItemField } from './change-field.ts';
import type { ComparedItem, ComparedList } from './compared-fiche.ts';

/** A difference between two lists: of an item, before and after. */
export interface ListDifference {
  readonly field: ItemField;
  readonly item: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What differs between two lists of the same fields, whatever the order of their items: what is gone,
 * what is new, and cells of items that are recognised by their key. Of an item that is gone or new the
 * first cell is told, or what it has when that is absent.
 */
export function compareLists(before: ComparedList, after: ComparedList): ListDifference[] {
  const ofBefore = withoutThose(before.items, after.items);
  const ofAfter = withoutThose(after.items, before.items);
  const keys = new Set([...ofBefore.keys(), ...ofAfter.keys()]);
  return [...keys].toSorted(compareTexts).flatMap((key) => {
    const [was = [], is = []] = [ofBefore.get(key), ofAfter.get(key)];
    return Array.from({ length: Math.max(was.length, is.length) }, (_, place) =>
      compareItems(before.fields, was[place], is[place]),
    ).flat();
  });
}

/** Items by key, but for as many as another list has that are the same; those of one key in order. */
function withoutThose(
  items: readonly ComparedItem[],
  others: readonly ComparedItem[],
): ReadonlyMap<string, readonly ComparedItem[]> {
  const same = new Map<string, number>();
  for (const other of others) same.set(nameOf(other), (same.get(nameOf(other)) ?? 0) + 1);
  const left = items.filter((item) => {
    const count = same.get(nameOf(item)) ?? 0;
    same.set(nameOf(item), count - 1);
    return count <= 0;
  });
  const ordered = left.toSorted((a, b) => compareTexts(nameOf(a), nameOf(b)));
  return Map.groupBy(ordered, ({ key }) => key);
}

/** All that an item is, as one text. */
function nameOf({ key, cells }: ComparedItem): string {
  return JSON.stringify([key, cells]);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareItems(
  fields: ComparedList['fields'],
  before: ComparedItem | undefined,
  after: ComparedItem | undefined,
): ListDifference[] {
  const item = after?.item ?? before?.item ?? '';
  const differences = fields.flatMap((field, place) => {
    const [was = null, is = null] = [before?.cells[place], after?.cells[place]];
    return was === is ? [] : { field, item, before: was, after: is };
  });
  const isKept = before !== undefined && after !== undefined;
  return isKept || differences[0]?.field !== fields[0] ? differences : differences.slice(0, 1);
}
