import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../../support/database.ts';
import { publishSmallRegister } from '../question-server.ts';
import { type PublishedServer, servePublished } from './published-server.ts';
import { keyOf, problemsOf, readTable, type TableSchema } from './table-checks.ts';

interface Column {
  readonly name: string;
  readonly titles: Readonly<Record<'und' | 'fr' | 'en', string>>;
  readonly datatype:
    | string
    | {
        readonly base: string;
        readonly format?: string;
        readonly minimum?: number;
        readonly maximum?: number;
      };
  readonly required?: boolean;
}

interface Table {
  readonly url: string;
  readonly tableSchema: {
    readonly columns: readonly Column[];
    readonly primaryKey?: readonly string[];
    readonly foreignKeys?: readonly {
      readonly columnReference: readonly string[];
      readonly reference: {
        readonly resource: string;
        readonly columnReference: readonly string[];
      };
    }[];
  };
}

/** The description of one table, or of a group of them. */
interface Described extends Partial<Table> {
  readonly '@context': readonly unknown[];
  readonly '@type': 'Table' | 'TableGroup';
  readonly tables?: readonly Table[];
}

/** What a description says of cells, in the words of the plain reader. */
function schemaOf({ tableSchema: { columns, primaryKey } }: Table): TableSchema {
  return {
    fields: columns.map(({ name, titles, datatype, required }) => {
      const { base, minimum, maximum } =
        typeof datatype === 'string'
          ? { base: datatype }
          : { minimum: undefined, maximum: undefined, ...datatype };
      return {
        ...{ name, type: base === 'dateTime' ? 'datetime' : base },
        ...{ title: titles.fr, titleEn: titles.en },
        constraints: {
          ...(required && { required }),
          ...(minimum !== undefined && { minimum }),
          ...(maximum !== undefined && { maximum }),
        },
      };
    }),
    ...(primaryKey && { primaryKey }),
    missingValues: [''],
  };
}

describeEachEngine('CSV on the Web on', (openDatabase) => {
  let served: PublishedServer;
  beforeAll(async () => {
    const database = await openDatabase();
    await publishSmallRegister(database, 1, 40);
    served = await servePublished(database);
  });
  afterAll(() => served?.[Symbol.asyncDispose]());

  const rowsOf = async (path: string, table: Table) =>
    readTable(await (await served.get(path)).text(), schemaOf(table));

  test('each CSV names its description, to whose types, bounds, codes and keys its rows keep', async () => {
    const { files } = await served.manifest(1);
    let references = 0;
    for (const { path, format, rows } of files) {
      if (format !== 'csv') continue;
      const at = `/publications/1/${path}`;
      const link = (await fetch(`${served.url}${at}`, { method: 'HEAD' })).headers.get('link');
      const [, described = ''] =
        /<([^>]+)>; rel="describedby"; type="application\/csvm\+json"/.exec(link ?? '') ?? [];
      expect(described).toBe(`${at}-metadata.json`);
      const response = await served.get(described);
      expect(response.headers.get('content-type')).toBe('application/csvm+json');
      const metadata = (await response.json()) as Described;
      expect(metadata['@context'][0]).toBe('http://www.w3.org/ns/csvw');
      const tables = metadata.tables ?? [metadata as Table];
      const table = tables.find(({ url }) => path === `files/${url}`);
      if (!table) throw new Error(`${described} does not describe ${path}`);
      const read = await rowsOf(at, table);
      expect([path, read.length, problemsOf(read, schemaOf(table)).slice(0, 5)]).toEqual([
        ...[path, rows, []],
      ]);
      for (const { name, datatype } of table.tableSchema.columns) {
        if (typeof datatype === 'string' || datatype.format === undefined) continue;
        const codes = new RegExp(`^(?:${datatype.format})$`);
        const wrong = read.filter((row) => !codes.test(row.get(name) ?? '') && row.get(name));
        expect([path, name, wrong]).toEqual([path, name, []]);
      }
      for (const { columnReference, reference } of table.tableSchema.foreignKeys ?? []) {
        const other = tables.find(({ url }) => url === reference.resource);
        if (!other) throw new Error(`${described} does not describe ${reference.resource}`);
        const others = await rowsOf(`/publications/1/files/${other.url}`, other);
        const known = new Set(others.map((row) => keyOf(row, reference.columnReference)));
        const lost = read.filter((row) => !known.has(keyOf(row, columnReference)));
        expect([path, lost]).toEqual([path, []]);
        references += 1;
      }
    }
    expect(references).toBeGreaterThan(5);
  });

  test('the group has all tables, in both languages, with their keys', async () => {
    const group = await served.json<Described>('/publications/1/csvw.json');
    const { files } = await served.manifest(1);
    expect(group.tables?.map(({ url }) => url)).toEqual(
      files.filter(({ format }) => format === 'csv').map(({ path }) => path),
    );
    const rates = group.tables?.find(({ url }) => url === 'files/insertion_rate.csv')?.tableSchema;
    expect(rates?.primaryKey).toEqual(['certification_code', 'year', 'indicator']);
    expect(rates?.foreignKeys).toEqual([
      {
        columnReference: ['certification_code'],
        reference: {
          resource: 'files/certification.csv',
          columnReference: ['certification_code'],
        },
      },
      {
        columnReference: ['certification_code', 'year'],
        reference: {
          resource: 'files/cohort.csv',
          columnReference: ['certification_code', 'year'],
        },
      },
    ]);
    expect(rates?.columns.find(({ name }) => name === 'year')?.titles).toEqual({
      ...{ und: 'year', fr: 'Année d’obtention', en: 'Calendar year of the cohort' },
    });
    const beside = await served.json<Described>(
      '/publications/1/files/insertion_rate.csv-metadata.json',
    );
    expect(beside.tables?.map(({ url }) => url)).toEqual([
      ...['certification.csv', 'cohort.csv', 'insertion_rate.csv'],
    ]);
  });

  test('the site says where descriptions of CSV files are', async () => {
    const response = await served.get('/.well-known/csvm');
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toBe('{+url}-metadata.json\ncsv-metadata.json\n');
  });
});
