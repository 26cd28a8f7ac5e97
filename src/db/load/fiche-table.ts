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

/** The version of a fiche that rows are of. */
export interface RowVersion {
  readonly number: number;
  /** Publications that it is valid in: from `since` until `until`, that one excluded. */
  readonly since: number;
  readonly until: number;
  /** Number of the version that the export alone gives; null when no export has the fiche. */
  readonly baseVersion: number | null;
  /** Of what the export gives; null without one. */
  readonly digest: string | null;
}

/** An item of a fiche (a block, a partner, the fiche itself) with what its row also needs. */
export interface Item<T> {
  readonly it: T;
  readonly fiche: Fiche;
  /** 1 for the first item of its list. */
  readonly position: number;
  readonly source: RowSource;
  readonly version: RowVersion;
}

/** One value per column: the compiler refuses a table of which a column is forgotten. */
type RowOf<T extends keyof DB, I> = { readonly [C in keyof DB[T]]: (item: Item<I>) => Cell };

/** How the rows of one table are made from a fiche. */
export interface FicheTable {
  readonly table: keyof DB;
  readonly columns: readonly string[];
  readonly rows: (fiche: Fiche, source: RowSource, version: RowVersion) => Cell[][];
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
    rows: (fiche, source, version) =>
      items(fiche).map((it, index) => {
        const item = { it, fiche, position: index + 1, source, version };
        return values.map((value) => value(item));
      }),
  };
}
