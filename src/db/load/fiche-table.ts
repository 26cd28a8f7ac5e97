import type { PlainDate } from '../../domain/calendar.ts';
import type { Fiche } from '../../domain/certification/fiche.ts';
import type { SourceKind } from '../../domain/provenance.ts';
import type { DB } from '../tables.ts';
import type { Cell } from './copy-format.ts';

/** The file a fiche was read from. */
export interface RowSource {
  readonly id: number;
  readonly kind: SourceKind;
  readonly datedOn: PlainDate;
}

/** An item of a fiche (a block, a partner, the fiche itself) with what its row also needs. */
export interface Item<T> {
  readonly it: T;
  readonly fiche: Fiche;
  /** 1 for the first item of its list. */
  readonly position: number;
  readonly source: RowSource;
}

/** One value per column: the compiler refuses a table of which a column is forgotten. */
type RowOf<T extends keyof DB, I> = { readonly [C in keyof DB[T]]: (item: Item<I>) => Cell };

/** How the rows of one table are made from a fiche. */
export interface FicheTable {
  readonly table: keyof DB;
  readonly columns: readonly string[];
  readonly rows: (fiche: Fiche, source: RowSource) => Cell[][];
}

/** A table of which a fiche has one row for each of some items. */
export function ficheTable<T extends keyof DB, I>(
  name: T,
  items: (fiche: Fiche) => readonly I[],
  row: RowOf<T, I>,
): FicheTable {
  const values = Object.values(row) as ((item: Item<I>) => Cell)[];
  return {
    table: name,
    columns: Object.keys(row),
    rows: (fiche, source) =>
      items(fiche).map((it, index) => {
        const item = { it, fiche, position: index + 1, source };
        return values.map((value) => value(item));
      }),
  };
}
