import { foldText } from '../../domain/search/fold-text.ts';
import { inRanges, type Work } from '../../domain/work.ts';
import { FLAG, NO_TEXT, type TextVector } from '../column-vector.ts';
import type { ColumnHead } from '../dataset.ts';
import { combined, negated } from './compare.ts';
import type { VectorSource } from './evaluate.ts';

/** What is searched for: a word or a phrase in any text, or several of them together. */
export type Search =
  | { readonly kind: 'TERM'; readonly text: string }
  | { readonly kind: 'ALL' | 'ANY'; readonly parts: readonly Search[] }
  | { readonly kind: 'NOT'; readonly of: Search };

/** The columns that are searched: texts, and codes by their labels in both languages. */
export function searchedColumns(
  columns: readonly ColumnHead[],
  readColumns: ReadonlySet<string>,
): readonly ColumnHead[] {
  return columns.filter(({ name, type }) => type === 'TEXT' && !readColumns.has(name));
}

/** The rows in which something is found, whatever its accents and case. */
export function* rowsFound(
  search: Search,
  columns: readonly ColumnHead[],
  source: VectorSource,
): Work<Int32Array> {
  const flags = yield* found(search, columns, source);
  const rows: number[] = [];
  for (let row = 0; row < flags.length; row++) if (flags[row] === FLAG.TRUE) rows.push(row);
  return Int32Array.from(rows);
}

function* found(
  search: Search,
  columns: readonly ColumnHead[],
  source: VectorSource,
): Work<Uint8Array> {
  if (search.kind === 'NOT') return negated(yield* found(search.of, columns, source));
  if (search.kind !== 'TERM') {
    let flags: Uint8Array | null = null;
    for (const part of search.parts) {
      const others = yield* found(part, columns, source);
      flags = flags ? combined(search.kind, flags, others) : others;
    }
    return flags ?? new Uint8Array(source.count);
  }
  const term = foldText(search.text);
  let flags: Uint8Array = new Uint8Array(source.count);
  for (const { name, codes } of columns) {
    const vector = source.vector(name);
    if (vector.kind !== 'TEXTS') continue;
    const holds = (text: string) => {
      const label = codes?.[text];
      const texts = label ? [text, label.fr, label.en] : [text];
      return texts.some((each) => foldText(each).includes(term));
    };
    flags = combined('ANY', flags, yield* flagsOfTexts(vector, holds));
  }
  return flags;
}

/** Whether something holds of the text of each row: asked once for each different one. */
function* flagsOfTexts(
  { codes, texts }: TextVector,
  holds: (text: string) => boolean,
): Work<Uint8Array> {
  const known = new Uint8Array(texts.length);
  yield* inRanges(texts.length, (from, to) => {
    for (let at = from; at < to; at++) known[at] = Number(holds(texts[at] ?? ''));
  });
  const flags = new Uint8Array(codes.length);
  for (let row = 0; row < flags.length; row++) {
    flags[row] = known[codes[row] ?? NO_TEXT] ?? FLAG.FALSE;
  }
  return flags;
}
