import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { failureOf } from '../../../src/cli/failure.ts';
import type { Database, StatementListener } from '../../../src/db/database.ts';
import { openPglite } from '../../../src/db/engines/pglite.ts';
import { migrate } from '../../../src/db/migrations.ts';
import { RefusedFileError } from '../../../src/domain/errors.ts';
import { createScratch } from '../../support/database.ts';
import { ficheWith, publishFiches } from '../../support/factories.ts';
import { importTexts } from '../../support/surveys.ts';
import {
  acceptedImports,
  KEPT_TITLE,
  PLACE,
  PLANTED,
  type PlantedImport,
} from './planted-files.ts';
import { refusedImports } from './planted-refusals.ts';
import { query } from './survey-state.ts';

const CHILD = fileURLToPath(new URL('survey-child.ts', import.meta.url));
const url = process.env['TEST_DATABASE_URL'];
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debouches-planted-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What of these a text holds, whatever its case. */
function foundIn(given: string, planted: readonly string[]): string[] {
  const lower = given.toLowerCase();
  return planted.filter((each) => lower.includes(each.toLowerCase()));
}

/** Every row of every table, the catalogue's included, as text: arrays, JSON, bytes and statistics too. */
async function everyText(database: Database): Promise<string> {
  await query(database, 'analyze');
  const tables = await query<{ schema: string; name: string }>(
    database,
    `select n.nspname as schema, c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'm', 'p') and n.nspname not like 'pg_temp%'
      and has_table_privilege(c.oid, 'select')`,
  );
  expect(tables.length).toBeGreaterThan(60);
  const texts: string[] = [];
  for (const { schema, name } of tables) {
    const rows = await query<{ text: string }>(
      database,
      `select own::text as text from "${schema}"."${name}" as own`,
    );
    texts.push(...rows.map(({ text }) => text));
  }
  return texts.join('\n');
}

/** The bytes of all files of a folder. */
async function everyByte(from: string): Promise<Buffer> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(500);
  return Buffer.concat(
    await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name)))),
  );
}

const ENGINES: readonly (readonly [
  string,
  (onStatement: StatementListener) => Promise<Database>,
])[] = [
  [
    'the embedded database',
    (onStatement: StatementListener) => openPglite(join(folder, 'data'), onStatement),
  ],
  ...(url
    ? ([
        ['PostgreSQL', (onStatement: StatementListener) => createScratch(url, onStatement)],
      ] as const)
    : []),
];

describe.each(ENGINES)('who somebody is, in files that are imported into %s,', (engine, open) => {
  let database: Database;
  /** Texts of statements and of their parameters, and what was printed. */
  const sent: string[] = [];
  const printed: string[] = [];

  beforeAll(async () => {
    database = await open(({ query: of }) => {
      sent.push(`${of.sql} ${inspect(of.parameters, { depth: null, maxStringLength: null })}`);
    });
    await migrate(database);
    await publishFiches(
      database,
      ['RNCP1', 'RNCP2', 'RS3'].map((code) => ficheWith({ code })),
    );
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation((text) => {
        printed.push(String(text));
        return true;
      });
    }
    return async () => {
      vi.restoreAllMocks();
      await database[Symbol.asyncDispose]();
    };
  });

  const run = ({ files, mapping }: PlantedImport) =>
    importTexts(database, files, {
      mapping:
        mapping === undefined || typeof mapping === 'string'
          ? (mapping ?? null)
          : JSON.stringify(mapping),
    });

  test('is in no notice of an import that is accepted', async () => {
    for (const each of await acceptedImports()) {
      const { notices, holders } = await run(each);
      expect([each.what, holders]).toEqual([each.what, expect.any(Number)]);
      expect([each.what, foundIn(notices.join('\n'), PLANTED)]).toEqual([each.what, []]);
    }
  });

  test('is in no error of one that is refused, nor in what is logged of it', async () => {
    for (const each of await refusedImports()) {
      const error = await run(each).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect([each.what, error]).toEqual([each.what, expect.any(RefusedFileError)]);
      const logged: string[] = [];
      pino({}, { write: (line) => logged.push(line) }).error({ err: error }, 'refused');
      const said = [
        inspect(error, { depth: null, maxStringLength: null, maxArrayLength: null }),
        ...[failureOf(error).message, ...logged],
      ];
      expect([each.what, foundIn(said.join('\n'), PLANTED)]).toEqual([each.what, []]);
    }
  }, 180_000);

  test('is in nothing that was sent to the database, nor printed', () => {
    expect(sent.length).toBeGreaterThan(1_000);
    expect(foundIn(sent.join('\n'), [...PLANTED, PLACE])).toEqual([]);
    expect(foundIn(printed.join('\n'), [...PLANTED, PLACE])).toEqual([]);
  });

  test('is in no text of the database', async () => {
    const texts = await everyText(database);
    // The scan finds what is there.
    expect(foundIn(texts, ['RNCP2', 'EMPLOI'])).toEqual(['RNCP2', 'EMPLOI']);
    expect(foundIn(texts, [...PLANTED, PLACE])).toEqual([]);
  });

  test.runIf(engine === 'the embedded database')('is in no byte of its files', async () => {
    await query(database, 'checkpoint');
    const bytes = (await everyByte(join(folder, 'data'))).toString('latin1');
    const raw = (text: string) => Buffer.from(text).toString('latin1');
    expect(foundIn(bytes, ['RNCP2', 'EMPLOI'])).toEqual(['RNCP2', 'EMPLOI']);
    expect(foundIn(bytes, [...PLANTED, PLACE].map(raw))).toEqual([]);
    const wide = (text: string) => Buffer.from(text, 'utf16le').toString('latin1');
    expect(foundIn(bytes, [...PLANTED, PLACE].map(wide))).toEqual([]);
  });

  // Each column of texts there is gets read.
  test('stays in titles that are kept, with their rows and nowhere else', {
    timeout: 180_000,
  }, async () => {
    await importTexts(
      database,
      {
        'r.csv': 'certification,id_titulaire,date_obtention\nRS3,K,2024-05-01\n',
        's.csv': `certification,id_titulaire,horizon,statut_reponse,situation,intitule_poste\nRS3,K,6,REPONDU,EMPLOI,${KEPT_TITLE}\n`,
      },
      { mapping: '{"keepJobTitles": true}' },
    );
    const tables = await query<{ schema: string; name: string; column: string }>(
      database,
      `select table_schema as schema, table_name as name, column_name as column
      from information_schema.columns
      where table_schema not in ('pg_catalog', 'information_schema')
        and data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'tsvector', 'bytea')`,
    );
    const found: string[] = [];
    for (const { schema, name, column } of tables) {
      // Views of one publication are asked of the one that is served.
      await query(database, `select set_config('debouches.publication', '1', false)`);
      const rows = await query<{ text: string | null }>(
        database,
        `select "${column}"::text as text from ${schema === 'register' ? `versions."${name}"` : `"${schema}"."${name}"`}`,
      );
      if (rows.some(({ text }) => text?.includes('Pipistrelle'))) {
        found.push(`${schema}.${name}.${column}`);
      }
    }
    expect(found).toEqual(['survey.answer.job_title']);
  });
});

test('who somebody is is not said by a process that fails, on either of its outputs', async () => {
  const where = join(folder, 'of a process');
  {
    await using database = await openPglite(where);
    await migrate(database);
    await publishFiches(database, [ficheWith({ code: 'RNCP1' }), ficheWith({ code: 'RNCP2' })]);
  }
  const refused = await refusedImports();
  for (const name of ['a day Zorglubine', 'a file without a header', 'a formula', 'another sex']) {
    const files = refused.find(({ what }) => what === name)?.files ?? {};
    const paths: string[] = [];
    for (const [file, content] of Object.entries(files)) {
      paths.push(join(folder, file));
      await writeFile(join(folder, file), content);
    }
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', CHILD, where, ...paths],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const outputs = Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = await once(child, 'exit');
    const said = (await outputs).join('\n');
    expect([name, code]).not.toEqual([name, 0]);
    expect(said).toMatch(/RefusedFileError/);
    expect([name, foundIn(said, PLANTED)]).toEqual([name, []]);
  }
}, 180_000);
