import type { ColumnHead, Row } from '../../datasets/dataset.ts';
import type { ReportFormat, Table } from './format.ts';

/** One object: where the figures come from, then the rows under `rows`. */
export const jsonFormat: ReportFormat = {
  ...{ mediaType: 'application/json; charset=utf-8', compressed: false, whole: false },
  write: async function* ({ report, columns, source, empty, batches }: Table) {
    const head = JSON.stringify({
      report: report.name,
      publication: source.publication,
      published_at: source.publishedAt,
      exported_on: source.exportedOn,
      as_of: source.asOf,
      attribution: source.attribution,
      licence: source.licence,
      method_version: source.methodVersion,
      contract_version: source.contractVersion,
      citation: source.citation,
      notice: source.notice,
      empty_because: empty ?? null,
    });
    yield `${head.slice(0, -1)},"rows":[\n`;
    const write = rowWriter(columns);
    let before = '';
    for await (const rows of batches) {
      if (rows.length === 0) continue;
      yield before + rows.map(write).join(',\n');
      before = ',\n';
    }
    yield '\n]}\n';
  },
};

/** One object a line for each row, and nothing else. */
export const jsonLinesFormat: ReportFormat = {
  ...{ mediaType: 'application/x-ndjson; charset=utf-8', compressed: false, whole: false },
  write: async function* ({ columns, batches }: Table) {
    const write = rowWriter(columns);
    for await (const rows of batches) {
      if (rows.length > 0) yield `${rows.map(write).join('\n')}\n`;
    }
  },
};

/** A row as an object with every column, absent cells as null: the schema never changes. */
function rowWriter(columns: readonly ColumnHead[]): (row: Row) => string {
  const keys = columns.map(({ name }) => JSON.stringify(name));
  return (row) => {
    const members = keys.map((key, index) => `${key}:${JSON.stringify(row[index] ?? null)}`);
    return onOneLine(`{${members.join(',')}}`);
  };
}

/**
 * JSON without the signs that JSON allows within texts and that readers of lines end a line at:
 * those that Python's `splitlines` knows beside the ones JSON escapes.
 */
function onOneLine(json: string): string {
  return json.replace(
    /[\u0085\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
