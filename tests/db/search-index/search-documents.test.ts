import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { upgradeDatabase } from '../../../src/app.ts';
import type { Database } from '../../../src/db/database.ts';
import { migrate, sqlMigrations } from '../../../src/db/migrations.ts';
import { completeSearch } from '../../../src/db/search-index/complete-search.ts';
import { ask } from '../../support/client.ts';
import { describeEachEmptyEngine, describeEachEngine } from '../../support/database.ts';
import { blockWith, day, ficheWith, publishFiches } from '../../support/factories.ts';

const FICHES = [
  ficheWith({
    code: 'RNCP900001',
    title: 'Infirmière diplômée',
    abbreviation: { code: 'DE', label: 'Diplôme d’État' },
    occupations: [
      { code: 'J1506', label: 'Soins' },
      { code: 'J1502', label: null },
    ],
    blocks: [blockWith('B1', 'Évaluer', { skills: 'Écouter' }), blockWith('B2', 'Soigner')],
    texts: { attestedSkills: 'Savoir\tfaire\\ ' },
  }),
  ficheWith({ code: 'RS900002', title: 'Conducteur d’engins' }),
];

interface Row {
  readonly certification_code: string;
  readonly place: number;
  readonly title_words: number;
  readonly headings: string;
  readonly document: string;
}

async function searchRows(database: Database): Promise<readonly Row[]> {
  await using session = await database.session();
  const { rows } = await sql<Row>`
    select certification_code, place, title_words, headings::text, document::text
    from versions.certification_search order by certification_code`.execute(session.db);
  return rows;
}

async function execute(database: Database, ...statements: string[]): Promise<void> {
  await using session = await database.session();
  for (const statement of statements) await sql.raw(statement).execute(session.db);
}

async function search(database: Database, text: string): Promise<string[]> {
  const { certifications } = await ask<{ certifications: { nodes: { code: string }[] } }>(
    database,
    'query ($s: String) { certifications(first: 100, filter: { search: $s }) { nodes { code } } }',
    { s: text },
  );
  return certifications.nodes.map(({ code }) => code);
}

describeEachEngine('search documents on', (openDatabase) => {
  test('are written anew from the rows as an import writes them from fiches', async () => {
    const database = await openDatabase();
    await publishFiches(database, FICHES);
    const imported = await searchRows(database);
    expect(imported).toHaveLength(2);
    expect(imported[0]?.headings).toContain("'diplom':1A");
    expect(imported[1]).toMatchObject({ place: 1_000_900_002, title_words: 2 });

    await execute(
      database,
      'delete from versions.certification_search',
      'drop index versions.certification_search_valid_document_idx',
    );
    expect(await completeSearch(database)).toBe(2);
    expect(await searchRows(database)).toEqual(imported);
    expect(await completeSearch(database)).toBe(0);
    expect(await search(database, 'diplomees')).toEqual(['RNCP900001']);
  });

  test('that are missing are written by the servers that start, together or after one that stopped', async () => {
    const database = await openDatabase();
    const many = Array.from({ length: 1200 }, (_, index) =>
      ficheWith({ code: `RNCP${index + 1}`, title: `Serveur ${index}` }),
    );
    await publishFiches(database, many);
    // One was stopped after its first batch.
    await execute(database, `delete from versions.certification_search where place > 500`);
    const written = await Promise.all([
      completeSearch(database),
      completeSearch(database),
      completeSearch(database),
    ]);
    expect(written.toSorted((a, b) => a - b)).toEqual([0, 0, 700]);
    expect(await searchRows(database)).toHaveLength(1200);
  });

  test('follow what a supplement says', async () => {
    const database = await openDatabase();
    const code = ficheWith({ code: 'RNCP900003', title: '' }).code;
    const fiche = ficheWith({
      code: 'RNCP900003',
      title: 'Autre titre',
      occupations: [{ code: 'K1104', label: 'Psychologie' }],
    });
    const added = ficheWith({ code: 'RNCP900004', title: 'Ajoutée' });
    const supplement = (each: typeof fiche) => ({ code: each.code, fiche: each, cohorts: [] });
    await publishFiches(database, [ficheWith({ code, title: 'Conseiller' })], {
      supplements: [{ kind: 'FICHE_PAGE', contents: [supplement(fiche), supplement(added)] }],
    });
    expect(await search(database, 'conseillère psychologie')).toEqual([code]);
    expect(await search(database, 'ajouté')).toEqual([added.code]);
  });

  test('hold what the database can hold of any text', async () => {
    const database = await openDatabase();
    const distinct = Array.from({ length: 90_000 }, (_, index) => `zq${index.toString(36)}y`);
    await publishFiches(database, [
      ficheWith({
        code: 'RNCP1',
        title: `Titre ${'x'.repeat(5000)} ${'𝐆é'.repeat(2000)}`,
        blocks: distinct.slice(0, 500).map((word) => blockWith('B', word)),
        texts: { attestedSkills: `${'savoir faire '.repeat(20_000)} ${distinct.join(' ')}` },
      }),
      ficheWith({ code: 'RNCP2', title: 'Autre', texts: { attestedSkills: distinct.join(' ') } }),
    ]);
    expect(await search(database, 'titre')).toEqual(['RNCP1']);
    expect(await search(database, 'x'.repeat(1500))).toEqual(['RNCP1']);
    expect(await search(database, '"savoir faire"')).toEqual(['RNCP1']);
    expect(await search(database, 'zq0y')).toEqual(['RNCP1', 'RNCP2']);
    const { document } = (await searchRows(database))[1] ?? { document: '' };
    expect(document.length).toBeGreaterThan(400_000);
  });
});

/** The newest migration with documents that the database cut. */
const BEFORE = '202611251422_create_bi_portfolio_view';

describeEachEmptyEngine('a database whose search documents the database has cut on', (open) => {
  test('finds by words of the program once it is brought up to date', async () => {
    const database = await open();
    {
      await using session = await database.session();
      const { error } = await new Migrator({
        db: session.db,
        provider: sqlMigrations,
      }).migrateTo(BEFORE);
      expect(error).toBeUndefined();
    }
    await execute(
      database,
      "insert into publication (id, register_schema, demonstration) values (1000, 'register_b', false)",
      'insert into current_publication (publication_id) values (1000)',
      `insert into register_b.certification (code, register, number, source_id, title, title_key, level_years)
        values ('RNCP1', 'RNCP', 1, 1, 'Gestionnaire PME/PMI', 'gestionnaire pme/pmi', '{}'),
          ('RNCP2', 'RNCP', 2, 1, E'Ges\u00ADtion \u2013 paie', E'ges\u00ADtion \u2013 paie', '{}')`,
      `insert into register_b.certification_certifier (certification_code, position, siren, name, name_key, active)
        values ('RNCP2', 0, '130025265', E'Sud\u2011Ouest', E'sud\u2011ouest', true)`,
      `insert into register_b.certification_search (certification_code, document)
        values ('RNCP1', to_tsvector('public.french_unaccent', 'Gestionnaire PME/PMI'))`,
      'select public.index_derived($$register_b$$)',
    );
    expect((await upgradeDatabase(database))[0]).toMatch(/build_search_in_program$/);
    expect(await search(database, 'PMI')).toEqual(['RNCP1']);
    expect(await search(database, 'gestion paie')).toEqual(['RNCP2']);
    {
      await using session = await database.session();
      const { rows } = await sql`
        select title_key, name_key, exists (
          select from pg_indexes
          where schemaname = 'versions' and indexname = 'certification_search_valid_document_idx') as indexed
        from versions.certification
        join versions.certification_certifier on certification_code = code
        where code = 'RNCP2'`.execute(session.db);
      expect(rows).toEqual([{ title_key: 'gestion - paie', name_key: 'sud-ouest', indexed: true }]);
    }
    expect(await upgradeDatabase(database)).toEqual([]);
    await publishFiches(database, FICHES, { datedOn: day('2026-08-17') });
    expect(await search(database, 'engins')).toEqual(['RS900002']);
    expect(await completeSearch(database)).toBe(0);
  });

  test('has nothing to write when nothing was imported', async () => {
    const database = await open();
    await migrate(database);
    expect(await completeSearch(database)).toBe(0);
  });
});
