import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import jsonld from 'jsonld';
import { type Quad, Parser as RdfParser, Store } from 'n3';
import CsvwParser from 'rdf-parser-csvw';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { describeEachEngine } from '../../support/database.ts';
import { publishSmallRegister } from '../question-server.ts';
import { type PublishedServer, servePublished } from './published-server.ts';

interface Column {
  readonly name: string;
  readonly titles: Readonly<Record<'und' | 'fr' | 'en', string>>;
  readonly datatype: string | { readonly base: string };
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

interface Group {
  readonly '@context': unknown;
  readonly tables?: readonly Table[];
}

/** The context of CSVW, as the parser brings it. */
const CONTEXT = new URL('test/support/csvw.json', import.meta.resolve('rdf-parser-csvw'));

/** A description as statements, which the parser reads. */
async function statementsOf(metadata: object, base: string): Promise<Store> {
  const document = JSON.parse(await readFile(CONTEXT, 'utf8')) as Record<string, never>;
  const documentLoader = async (url: string) => {
    if (url !== 'http://www.w3.org/ns/csvw') throw new Error(`asked for ${url}`);
    return { document, documentUrl: url };
  };
  const lines = await jsonld.toRDF(metadata as Parameters<typeof jsonld.toRDF>[0], {
    ...{ format: 'application/n-quads', base, documentLoader },
  });
  return new Store(new RdfParser({ format: 'N-Quads' }).parse(String(lines)));
}

/** The datatype of a statement, which the parser wraps where it is restricted. */
function datatypeOf({ object }: Quad): string {
  const value: unknown = 'datatype' in object ? object.datatype.value : null;
  return String(
    value !== null && typeof value === 'object' && 'value' in value ? value.value : value,
  );
}

describeEachEngine('CSV on the Web on', (openDatabase) => {
  let database: Database;
  let served: PublishedServer;
  beforeAll(async () => {
    database = await openDatabase();
    await publishSmallRegister(database, 1, 40);
    served = await servePublished(database);
  });
  afterAll(() => served?.[Symbol.asyncDispose]());

  /** The quads of a CSV file, by a parser that knows its description alone. */
  async function quadsOf(path: string, metadata: object): Promise<Quad[]> {
    const text = await (await served.get(path)).text();
    const baseIRI = `${served.url}${path}`;
    const parser = new CsvwParser({ metadata: await statementsOf(metadata, baseIRI), baseIRI });
    const quads: Quad[] = [];
    for await (const quad of parser.import(Readable.from([text]))) quads.push(quad as Quad);
    return quads;
  }

  test('each CSV names its description, by which a parser makes typed statements of it', async () => {
    const { files } = await served.manifest(1);
    for (const { path, format, rows } of files) {
      if (format !== 'csv') continue;
      const at = `/publications/1/${path}`;
      const link =
        (await fetch(`${served.url}${at}`, { method: 'HEAD' })).headers.get('link') ?? '';
      const [, described = ''] =
        /<([^>]+)>; rel="describedby"; type="application\/csvm\+json"/.exec(link) ?? [];
      expect(described).toBe(`${at}-metadata.json`);
      const response = await served.get(described);
      expect(response.headers.get('content-type')).toBe('application/csvm+json');
      const metadata = (await response.json()) as Group & Table;
      const table =
        metadata.tables?.find(({ url }) => path === `files/${url}`) ?? (metadata as Table);
      expect(table.url).toBe(path.slice('files/'.length));
      const alone = { '@context': metadata['@context'], ...table };
      const quads = await quadsOf(at, alone);
      const { columns } = table.tableSchema;
      const found = quads.filter(({ object }) => object.value === 'http://www.w3.org/ns/csvw#Row');
      expect([path, found.length]).toEqual([path, rows]);
      for (const { name, required, datatype } of columns) {
        const own = quads.filter(({ predicate }) => predicate.value.endsWith(`#${name}`));
        if (required) expect([path, name, own.length]).toEqual([path, name, rows]);
        const base = typeof datatype === 'string' ? datatype : datatype.base;
        const types = new Set(own.map(datatypeOf));
        const known = base === 'number' ? 'double' : base;
        for (const type of types) {
          expect([path, name, type]).toEqual([
            ...[path, name, `http://www.w3.org/2001/XMLSchema#${known}`],
          ]);
        }
      }
    }
  });

  test('the group has all tables, in both languages, with their keys', async () => {
    const group = await served.json<Group>('/publications/1/csvw.json');
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
    const beside = await served.json<Group>(
      '/publications/1/files/insertion_rate.csv-metadata.json',
    );
    expect(beside.tables?.map(({ url }) => url)).toEqual([
      ...['certification.csv', 'cohort.csv', 'insertion_rate.csv'],
    ]);
  });

  test('a parser that is told another type than a column has finds out', async () => {
    const at = '/publications/1/files/cohorts.csv';
    const metadata = await served.json<Table & Group>(`${at}-metadata.json`);
    const columns = metadata.tableSchema.columns.map((column) =>
      column.name === 'certification_code' ? { ...column, datatype: 'integer' } : column,
    );
    const wrong = { ...metadata, tableSchema: { ...metadata.tableSchema, columns } };
    const quads = await quadsOf(at, wrong).catch(() => []);
    const types = quads
      .filter(({ predicate }) => predicate.value.endsWith('#certification_code'))
      .map(datatypeOf);
    expect(types).not.toContain('http://www.w3.org/2001/XMLSchema#string');
  });

  test('the site says where descriptions of CSV files are', async () => {
    const response = await served.get('/.well-known/csvm');
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toBe('{+url}-metadata.json\ncsv-metadata.json\n');
  });
});
