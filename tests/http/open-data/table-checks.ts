import { parse } from 'csv-parse/sync';

/** What a Table Schema says, as a reader of the descriptor alone has it. */
export interface TableSchema {
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly title: string;
    readonly titleEn: string;
    readonly constraints?: {
      readonly required?: boolean;
      readonly unique?: boolean;
      readonly enum?: readonly (string | number)[];
      readonly minimum?: number;
      readonly maximum?: number;
    };
  }[];
  readonly primaryKey?: readonly string[];
  readonly uniqueKeys?: readonly (readonly string[])[];
  readonly foreignKeys?: readonly {
    readonly fields: readonly string[];
    readonly reference: { readonly resource: string; readonly fields: readonly string[] };
  }[];
  readonly missingValues: readonly string[];
}

/** A CSV file as rows of texts by column; null is a missing value. */
export function readTable(text: string, { missingValues }: TableSchema) {
  const rows = parse(text, { columns: true }) as Record<string, string>[];
  return rows.map(
    (row) =>
      new Map(
        Object.entries(row).map(([name, cell]) => [
          name,
          missingValues.includes(cell) ? null : cell,
        ]),
      ),
  );
}

export type TableRows = ReturnType<typeof readTable>;

const FORMS: Readonly<Record<string, RegExp>> = {
  string: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/,
  boolean: /^(?:true|false)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/,
};

/** What cells and keys of a table break of its schema. */
export function problemsOf(rows: TableRows, schema: TableSchema): string[] {
  const problems: string[] = [];
  for (const { name, type, constraints = {} } of schema.fields) {
    const seen = new Set<string>();
    for (const row of rows) {
      const cell = row.get(name);
      if (cell === undefined) problems.push(`${name}: no such column`);
      if (cell === null && constraints.required) problems.push(`${name}: absent`);
      if (cell === null || cell === undefined) continue;
      if (!FORMS[type]?.test(cell)) problems.push(`${name}: ${cell} is no ${type}`);
      const { minimum = -Infinity, maximum = Infinity } = constraints;
      if (Number(cell) < minimum || Number(cell) > maximum) problems.push(`${name}: ${cell}`);
      if (constraints.enum && !constraints.enum.map(String).includes(cell)) {
        problems.push(`${name}: ${cell} is not of ${constraints.enum.join(', ')}`);
      }
      if (constraints.unique && seen.has(cell)) problems.push(`${name}: ${cell} twice`);
      seen.add(cell);
    }
  }
  for (const key of [schema.primaryKey ?? [], ...(schema.uniqueKeys ?? [])]) {
    if (key.length === 0) continue;
    const seen = new Set<string>();
    for (const row of rows) {
      const values = keyOf(row, key);
      if (seen.has(values)) problems.push(`${key.join()}: ${values} twice`);
      seen.add(values);
    }
  }
  return problems;
}

/** The cells of a row under some columns, as one text. */
export function keyOf(row: TableRows[number], columns: readonly string[]): string {
  return JSON.stringify(columns.map((name) => row.get(name)));
}
