import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import type { Register } from '../../../src/domain/certification/register-code.ts';
import type { ImportOptions } from '../../../src/ingest/publish/import.ts';
import type { FicheText } from '../sources/export/export-text.ts';
import { HEADER, Importer } from './importer.ts';

/** The bundled page. */
export const PAGE = fileURLToPath(
  new URL('../../../src/demonstration/RNCP35746.txt', import.meta.url),
);

/** Small registers. */
export const RNCP: readonly FicheText[] = [
  { code: 'RNCP1', cohorts: [['2020', '10', '80', '70']], endsOn: '31/12/2027' },
  { code: 'RNCP2', cohorts: [['2021', '20', '90']] },
];
export const RS: readonly FicheText[] = [{ code: 'RS7', cohorts: [['2020', '4']] }];

/** First line of a statistics file. */
export const STATISTICS = `${HEADER}\n`;

/** Imports into a database of a suite, in which nothing is when a test begins. */
export function importsInto(openDatabase: () => Promise<Database>) {
  let database: Database;
  let importer: Importer;

  beforeAll(async () => {
    database = await openDatabase();
    importer = await Importer.into(database);
  });
  afterAll(() => importer[Symbol.asyncDispose]());
  beforeEach(() => importer.forget());

  const write = (name: string, text: string) => importer.write(name, text);
  const writeExport = (register: Register, day: string, fiches: readonly FicheText[]) =>
    importer.writeExport(register, day, fiches);
  const run = (paths: readonly string[], options?: Partial<ImportOptions>) =>
    importer.run(paths, options);
  const ask = <Row>(query: string) => importer.ask<Row>(query);

  async function codes(): Promise<string[]> {
    const rows = await ask<{ code: string }>('select code from certification order by code');
    return rows.map(({ code }) => code);
  }

  /** `[code, year, certified, rate, source kind, first seen]` of the global rates at 6 months. */
  async function rates() {
    const rows = await ask<Record<string, unknown>>(`
      select certification_code, year, certified, global_6_months, source.kind,
        global_6_months_seen_on::text as seen
      from cohort left join source on source.id = global_6_months_source_id
      order by certification_code, year`);
    return rows.map((row) => Object.values(row));
  }

  async function importBoth() {
    const files = [
      await writeExport('RNCP', '2026-01-01', RNCP),
      await writeExport('RS', '2026-01-01', RS),
    ];
    return { files, result: await run(files) };
  }

  return {
    database: () => database,
    ...{ ask, codes, importBoth, rates, run, write, writeExport },
  };
}
