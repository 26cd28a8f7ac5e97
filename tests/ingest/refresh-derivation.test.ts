import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { DERIVATION } from '../../src/db/derived-tables.ts';
import { takeImportLock } from '../../src/db/register-schema.ts';
import { importFiles } from '../../src/ingest/publish.ts';
import { refreshDerivation } from '../../src/ingest/refresh-derivation.ts';
import { ask, StatementLog, TODAY } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { cleanFiche, Importer } from './importer.ts';

const PAGE = fileURLToPath(new URL('../../src/demonstration/RNCP35746.txt', import.meta.url));

/** All tables that are derived, and the findings. */
const TABLES = [
  ...['insertion_fact', 'certification_fact', 'cohort_change', 'insertion_group'],
  ...['insertion_group_outcome', 'occupation', 'speciality', 'formacode', 'abbreviation'],
  ...['certifier', 'register_count', 'partner_group', 'finding'],
];

describeEachEngine('deriving anew what an older version derived on', (openDatabase, engine) => {
  const log = new StatementLog();
  let database: Database;
  let importer: Importer;

  beforeAll(async () => {
    database = await openDatabase(log.listen);
    importer = await Importer.into(database);
  });
  afterAll(() => importer[Symbol.asyncDispose]());

  /** Every row of the derived tables, as text. */
  async function derived(): Promise<Record<string, readonly string[]>> {
    const rows: Record<string, readonly string[]> = {};
    for (const table of TABLES) {
      const found = await importer.ask<{ row: string }>(
        `select ${table}::text as row from ${table} order by 1`,
      );
      rows[table] = found.map(({ row }) => row);
    }
    return rows;
  }

  test('does nothing where nothing is served', async () => {
    expect(await refreshDerivation(database)).toBe(false);
  });

  test('gives what an import derives, and is done once', async () => {
    const faulty = cleanFiche('RNCP1', {
      level: 'NIV9',
      extra:
        '<ABREGE><CODE>TP</CODE></ABREGE><CODES_NSF><NSF><CODE>326</CODE></NSF></CODES_NSF><CODES_ROME><ROME><CODE>M1805</CODE></ROME></CODES_ROME><FORMACODES><FORMACODE><CODE>30854</CODE></FORMACODE></FORMACODES><PARTENAIRES><PARTENAIRE><NOM_PARTENAIRE>Centre</NOM_PARTENAIRE><ETAT_HABILITATION>Actif</ETAT_HABILITATION></PARTENAIRE></PARTENAIRES>',
      cohorts: [
        ['2020', '200', '60', '50'],
        ['2021', '200', '80'],
      ],
    });
    await importer.export('RNCP', '2026-08-15', [faulty, cleanFiche('RNCP2')]);
    await importer.export('RNCP', '2026-08-16', [
      {
        ...faulty,
        cohorts: [
          ['2020', '200', '61', '50'],
          ['2021', '200', '80'],
        ],
      },
      cleanFiche('RNCP2'),
    ]);
    await importFiles(database, [PAGE], { today: TODAY });
    const before = await derived();
    for (const table of TABLES) {
      expect([table, before[table]?.length ?? 0]).not.toEqual([table, 0]);
    }
    expect(await refreshDerivation(database)).toBe(false);
    const question = `{ insertionStatistics(groupBy: [REGISTER]) { total { certified } groups {
      summary { rates { value median statuses { status cohorts } } }
    } } }`;
    const answer = await ask(database, question);

    // As an older version leaves it: nothing of what is new, and findings by other rules.
    await administer(async (db) => {
      for (const table of TABLES.filter((name) => name !== 'finding')) {
        await sql`delete from ${sql.table(table)}`.execute(db);
      }
      await sql`delete from finding where rule = 'UNKNOWN_LEVEL'`.execute(db);
      await sql`
        insert into finding (key, rule, severity, certification_code, message,
          first_seen_publication_id)
        values ('old', 'MISSING_SIRET', 'INFORMATION', 'RNCP1', 'no longer said so', 1)`.execute(
        db,
      );
      await sql`update publication set derivation = 0`.execute(db);
    });
    expect(await ask(database, question)).not.toEqual(answer);
    expect(await refreshDerivation(database)).toBe(true);
    expect(await ask(database, question)).toEqual(answer);
    const after = await derived();
    // What is found by it was first seen in what is served, the third publication.
    const unseen = (rows: readonly string[] | undefined) =>
      (rows ?? []).map((row) =>
        row.includes('UNKNOWN_LEVEL') ? row.replace(/\d+\)$/, '?)') : row,
      );
    expect({ ...after, finding: unseen(after['finding']) }).toEqual({
      ...before,
      finding: unseen(before['finding']),
    });
    expect(await importer.findings("rule = 'UNKNOWN_LEVEL'")).toEqual([
      ['UNKNOWN_LEVEL', 'RNCP1', null, 'NIV9', 3],
    ]);
    expect(await importer.findings("rule = 'FIGURE_CHANGED'")).toEqual([
      ['FIGURE_CHANGED', 'RNCP1', 2020, '60 → 61', 2],
    ]);

    expect(await refreshDerivation(database)).toBe(false);
    expect(await derived()).toEqual(after);
    // Only what is served is derived, and only that says so.
    expect(await importer.ask('select id, derivation from publication order by id')).toEqual([
      { id: 1, derivation: 0 },
      { id: 2, derivation: 0 },
      { id: 3, derivation: DERIVATION },
    ]);
  });

  // The embedded database has one connection: there nobody waits for another.
  const severalAtATime = test.runIf(engine === 'postgres');
  severalAtATime('leaves alone what another process derived while it waited', async () => {
    await using other = await database.session();
    expect(await takeImportLock(other.db)).toBe(true);
    await sql`update publication set derivation = 0`.execute(other.db);
    const asked = log.next('pg_try_advisory_lock');
    const refreshing = refreshDerivation(database);
    await asked;
    await sql`update publication set derivation = ${DERIVATION}`.execute(other.db);
    const sent = await log.during(async () => {
      await sql`select pg_advisory_unlock_all()`.execute(other.db);
      expect(await refreshing).toBe(false);
    });
    expect(sent.filter((statement) => statement.includes('insertion_fact'))).toEqual([]);
  });

  /** Changes the register that is served. */
  async function administer(
    change: (db: Awaited<ReturnType<Database['session']>>['db']) => Promise<void>,
  ): Promise<void> {
    const [served] = await importer.ask<{ register_schema: string }>(
      'select register_schema from publication join current_publication on id = publication_id',
    );
    await using session = await database.session();
    await sql`select set_config('search_path', ${`${served?.register_schema}, public`}, false)`.execute(
      session.db,
    );
    await change(session.db);
  }
});
