import { tableName } from '../bi.ts';
import type { Dataset } from '../dataset.ts';
import { withLabels } from '../labels.ts';
import { daxText } from '../power-bi/dax.ts';
import { jsonText, PLACEHOLDERS, type WrittenFor } from './model-file.ts';
import { element, elementText, type XmlElement } from './xml.ts';

/** A file that opens Power BI Desktop at the OData service, without a query of its own. */
export function odataPbids({ url }: WrittenFor): string {
  return pbids('odata', { url: `${url}/odata/` });
}

/** The same at a server of PostgreSQL, whose address its reader writes into it. */
export function postgresqlPbids(): string {
  return pbids('postgresql', { server: PLACEHOLDERS.server, database: PLACEHOLDERS.database });
}

function pbids(protocol: string, address: Readonly<Record<string, string>>): string {
  const connection = { details: { protocol, address }, options: {}, mode: 'Import' };
  return jsonText({ version: '0.1', connections: [connection] });
}

/**
 * A file that opens Excel with a query of a report over OData, under the names of a language. Rows of a
 * report that has codes have the labels of these beside them.
 */
export function reportOdc(report: Dataset, written: WrittenFor): string {
  const { language } = written;
  const name = tableName(report);
  const title = report.title[language];
  const mashup = element('Mashup', { xmlns: 'http://schemas.microsoft.com/DataMashup' }, [
    element('Client', {}, 'EXCEL'),
    element('Version', {}, '2.140.405.0'),
    element('MinVersion', {}, '2.21.0.0'),
    element('Culture', {}, language === 'fr' ? 'fr-FR' : 'en-US'),
    element('SafeCombine', {}, 'true'),
    element('Items', {}, [
      element('Query', { Name: name }, [element('Formula', {}, queryOf(report, written))]),
    ]),
  ]);
  const connection = element('odc:PowerQueryConnection', { 'odc:Type': 'OLEDB' }, [
    element(
      'odc:ConnectionString',
      {},
      `Provider=Microsoft.Mashup.OleDb.1;Data Source=$Workbook$;Location=${name};Extended Properties=""`,
    ),
    element('odc:CommandType', {}, 'SQL'),
    element('odc:CommandText', {}, `SELECT * FROM [${name}]`),
  ]);
  const html: XmlElement = element('html', { xmlns: 'http://www.w3.org/TR/REC-html40' }, [
    element('head', {}, [
      element('meta', {
        ...{ 'http-equiv': 'Content-Type', content: 'text/x-ms-odc; charset=utf-8' },
      }),
      element('meta', { name: 'ProgId', content: 'ODC.Database' }),
      element('meta', { name: 'SourceType', content: 'OLEDB' }),
      element('title', {}, title),
      element('xml', { id: 'docprops' }, [
        element('o:DocumentProperties', { 'xmlns:o': 'urn:schemas-microsoft-com:office:office' }, [
          element('o:Description', {}, report.description[language]),
          element('o:Name', {}, title),
        ]),
      ]),
      element('xml', { id: 'msodc' }, [
        element(
          'odc:OfficeDataConnection',
          { 'xmlns:odc': 'urn:schemas-microsoft-com:office:odc' },
          [connection, element('odc:PowerQueryMashupData', {}, elementText(mashup))],
        ),
      ]),
    ]),
    element('body'),
  ]);
  return elementText(html);
}

/** The query in M: the rows of the report, labels beside codes, columns under theirs. */
function queryOf(report: Dataset, { language, url }: WrittenFor): string {
  const { columns } = report;
  const steps = [
    `Source = OData.Feed(${daxText(`${url}/odata/`)}, null, [Implementation = "2.0"])`,
    `Rows = Source{[Name = ${daxText(tableName(report))}, Signature = "table"]}[Data]`,
    `Chosen = Table.SelectColumns(Rows, {${columns.map(({ name }) => daxText(name)).join(', ')}})`,
  ];
  let last = 'Chosen';
  for (const { name, codes } of columns) {
    if (codes === null) continue;
    const labels = Object.entries(codes).map(
      ([code, said]) => `#${daxText(code)} = ${daxText(said[language])}`,
    );
    const step = `#${daxText(`Labels of ${name}`)}`;
    const label = `(code) => if code = null then null else Record.FieldOrDefault([${labels.join(', ')}], code, code)`;
    steps.push(
      `${step} = Table.AddColumn(${last}, ${daxText(`${name}_label`)}, each (${label})([${name}]), type nullable text)`,
    );
    last = step;
  }
  const shown = withLabels(columns, language).columns;
  const names = shown.map(({ name, label }) => `{${daxText(name)}, ${daxText(label[language])}}`);
  const order = shown.map(({ name }) => daxText(name)).join(', ');
  steps.push(`Ordered = Table.ReorderColumns(${last}, {${order}})`);
  steps.push(`Named = Table.RenameColumns(Ordered, {${names.join(', ')}})`);
  return `let\n    ${steps.join(',\n    ')}\nin\n    Named`;
}
