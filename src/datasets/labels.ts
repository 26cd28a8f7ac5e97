import type { Bilingual } from '../domain/bilingual.ts';
import type { Cell, ColumnHead, Row } from './dataset.ts';

export type Language = keyof Bilingual;

/** Columns as a reader of a language wants them, and what makes a row of the report one of theirs. */
export interface LabelledTable {
  readonly columns: readonly ColumnHead[];
  readonly rowOf: (row: Row) => Row;
}

/**
 * Puts behind each column of codes one with their labels in a language, `<name>_label`; a code
 * without a label stands for itself. Without a language the table stays as it is.
 */
export function withLabels(
  columns: readonly ColumnHead[],
  language: Language | null,
): LabelledTable {
  if (language === null) return { columns, rowOf: (row) => row };
  const places = columns.flatMap((column, index) =>
    column.codes ? [{ column, index, codes: column.codes }] : [],
  );
  return {
    columns: columns.flatMap((column) => (column.codes ? [column, labelColumn(column)] : [column])),
    rowOf: (row) => {
      const cells: Cell[] = [...row];
      // From the last to the first: what is put in moves nothing that is still to be read.
      for (const { index, codes } of places.toReversed()) {
        const code = row[index] ?? null;
        const label = code === null ? null : (codes[String(code)]?.[language] ?? code);
        cells.splice(index + 1, 0, label);
      }
      return cells;
    },
  };
}

function labelColumn({ name, label, description, role }: ColumnHead): ColumnHead {
  return {
    ...{ name: `${name}_label`, type: 'TEXT', role, unit: null, codes: null },
    label: { fr: `${label.fr} (libellé)`, en: `${label.en} (label)` },
    description: {
      fr: `Libellé de ${name}. ${description.fr}`,
      en: `Label of ${name}. ${description.en}`,
    },
  };
}
