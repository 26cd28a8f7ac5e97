import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { prunePublications } from '../../../src/db/load/prune.ts';
import { withdrawPublication } from '../../../src/db/load/withdraw.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { body, cleanFiche, Importer } from '../../ingest/publish/importer.ts';
import { describeEachEngine } from '../../support/database.ts';
import { persistedOperations } from '../persisted-folder.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';

const baker = (rate: string) =>
  cleanFiche('RNCP1', {
    title: 'Boulanger',
    cohorts: [
      ['2021', '20', '60'],
      ['2020', '10', rate],
    ],
  });
const smith = cleanFiche('RNCP2', {
  ...{ title: 'Forgeron', cohorts: [['2020', '30', '50']] },
  extra: `${body('<SIRET_CERTIFICATEUR>13002526500013</SIRET_CERTIFICATEUR>')}
    <CODES_NSF><NSF><CODE>223</CODE><INTITULE>Métallurgie</INTITULE></NSF></CODES_NSF>
    <CODES_ROME><ROME><CODE>B1303</CODE><LIBELLE>Gravure</LIBELLE></ROME></CODES_ROME>
    <FORMACODES><FORMACODE><CODE>23076</CODE><LIBELLE>Forge</LIBELLE></FORMACODE></FORMACODES>`,
});
const singer = cleanFiche('RNCP3', { title: 'Chanteur' });

/** The register of five publications; the last one is withdrawn. */
const REGISTERS = [
  [baker('70')],
  [baker('80'), smith],
  [baker('80'), smith, singer],
  [baker('85'), singer],
  [baker('90')],
] as const;

const OPERATIONS = [
  '# The rates of a fiche.\nquery Rates($code: RegisterCode!) { certification(code: $code) { title cohorts { year insertionRates { indicator value } } } dataStatus { publication { number } } }',
  '# Fiches of an occupation.\nquery Those($codes: [RegisterCode!], $occupations: [String!]) { certifications(filter: { codes: $codes, occupations: $occupations }, first: 10) { nodes { code } } }',
  '# All that names a code.\nquery Smith { report(name: "cohorts", parameters: [{ name: "code", values: ["RNCP2"] }]) { totalCount } findings(filter: { certifier: "130025265" }) { totalCount } findingStatistics(filter: { certifier: "130025265" }) { findings } comparison(codes: ["RNCP1", "RNCP2"]) { certifications { certification { code } } } }',
  '# Titles.\nquery Titles($publication: Int) { certifications(publication: $publication, first: 10) { nodes { code title } pageInfo { endCursor } } }',
];

interface Check {
  readonly verdict: string;
  readonly message: string;
  readonly publication: number;
  readonly as_of: string;
  readonly newest: { readonly publication: number };
  readonly withdrawn_because: string | null;
  readonly differences: readonly object[];
  readonly latest: string;
}

describeEachEngine('whether a cited answer still holds, on', (openDatabase) => {
  let database: Database;
  let imports: Importer;
  let server: QuestionServer;
  let ids: Readonly<Record<string, string>> = {};

  beforeAll(async () => {
    database = await openDatabase();
    imports = await Importer.into(database);
    for (const [at, fiches] of REGISTERS.entries()) {
      await imports.export('RNCP', `2026-01-0${at + 1}`, fiches, { allowShrink: true });
    }
    await retire();
    const operations = await persistedOperations(OPERATIONS);
    ids = Object.fromEntries(operations.list.map(({ name, documentId }) => [name, documentId]));
    server = await serveQuestions(database, schema, { operations });
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await imports[Symbol.asyncDispose]();
  });

  async function retire(): Promise<void> {
    await using session = await database.session();
    await withdrawPublication(session, 'a wrong column');
    await prunePublications(session, [1]);
  }

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, { headers });

  async function check(path: string): Promise<Check> {
    const response = await get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/json; charset=utf-8',
    ]);
    return (await response.json()) as Check;
  }

  const operation = (name: string, variables: object, more: string) =>
    `/graphql?documentId=${ids[name]}&variables=${encodeURIComponent(JSON.stringify(variables))}${more}`;

  test('a report that a newer publication says otherwise tells each cell', async () => {
    const found = await check('/reports/insertion-rates.csv?year_to=2020&publication=3&check=1');
    const of = (code: string, year: number) => ({
      ...{ certification_code: code, year, indicator: 'GLOBAL_6_MONTHS' },
    });
    expect(found).toMatchObject({
      ...{ verdict: 'DIFFERENT', publication: 3, as_of: '2026-01-03', withdrawn_because: null },
      newest: { publication: 4, dated_on: '2026-01-04' },
      ...{ rows: 6, rows_added: 0, rows_removed: 3, rows_changed: 1, more_differences: false },
      latest: '/reports/insertion-rates.csv?year_to=2020',
    });
    expect(found.message).toBe(
      'publication 4 of 2026-01-04 is newer and says otherwise than publication 3 of 2026-01-03',
    );
    expect(found.differences).toEqual(
      expect.arrayContaining([
        { key: of('RNCP1', 2020), column: 'rate', before: 80, after: 85 },
        { key: of('RNCP2', 2020), row: 'REMOVED' },
      ]),
    );
  });

  test('a report of which the newest publication says the same holds', async () => {
    const found = await check('/reports/cohorts.json?code=RNCP3&publication=3&check=1');
    expect(found).toMatchObject({ verdict: 'SAME', differences: [] });
    const year = '/reports/cohorts.csv?code=RNCP1&year_from=2021&known_on=2026-01-02&check=1';
    expect(await check(year)).toMatchObject({ verdict: 'SAME', publication: 2 });
  });

  test.each([
    'code=RNCP2',
    'speciality=22',
    'occupation=B1303',
    'formacode=23076',
    'certifier=130025265',
    'code=RNCP2&occupation=B1303&certifier=130025265',
  ])('a report about %s, which the newest publication lacks, is different', async (asked) => {
    const found = await check(`/reports/cohorts.csv?${asked}&publication=3&check=1`);
    expect(found).toMatchObject({
      ...{ verdict: 'DIFFERENT', rows: 1, rows_added: 0, rows_removed: 1, rows_changed: 0 },
      differences: [{ key: { certification_code: 'RNCP2', year: 2020 }, row: 'REMOVED' }],
    });
    // Who asks the newest publication is told that the register lacks it.
    expect((await get(found.latest)).status).toBe(400);
  });

  test('of several codes those that the newest publication has are compared', async () => {
    const both = '/reports/insertion-rates.csv?code=RNCP2,1&year_to=2020&publication=3&check=1';
    expect(await check(both)).toMatchObject({
      ...{ verdict: 'DIFFERENT', rows: 6, rows_added: 0, rows_removed: 3, rows_changed: 1 },
    });
    const same = '/reports/cohorts.csv?code=RNCP2,RNCP1&year_from=2021&publication=3&check=1';
    expect(await check(same)).toMatchObject({ verdict: 'SAME', rows: 1, differences: [] });
  });

  test('reports that know what is gone are asked about it', async () => {
    const changes = await check('/reports/changes.csv?code=RNCP2&publication=3&check=1');
    expect(changes).toMatchObject({ verdict: 'DIFFERENT', rows_removed: 0 });
    expect(changes.differences).toContainEqual({
      ...{ key: expect.objectContaining({ publication_number: 4 }), row: 'ADDED' },
    });
    const none = await check(
      '/reports/changes.csv?since=2026-01-04&until=2026-01-03&publication=3&check=1',
    );
    expect(none).toMatchObject({ verdict: 'SAME', rows: 0 });
    const findings = await check('/reports/findings.csv?certifier=130025265&publication=3&check=1');
    expect(findings).toMatchObject({ rows_added: 0, rows_changed: 0 });
    expect(findings.verdict).toBe('SAME');
  });

  test('what the publication lacks that is cited is refused as without a check', async () => {
    const path = '/reports/cohorts.csv?code=RNCP3&publication=2';
    const refused = await get(path);
    expect(refused.status).toBe(400);
    const checked = await get(`${path}&check=1`);
    expect(checked.status).toBe(400);
    expect(await checked.json()).toEqual(await refused.json());
  });

  test('a saved operation about what the newest publication lacks is compared', async () => {
    const gone = { path: 'certifications.nodes[RNCP2]', before: { code: 'RNCP2' } };
    for (const variables of [{ codes: ['RNCP2', 'RNCP1'] }, { occupations: ['B1303'] }]) {
      const asked = operation('Those', variables, '&publication=3&check=1');
      expect(await check(asked)).toMatchObject({ verdict: 'DIFFERENT', differences: [gone] });
    }
    const all = await check(operation('Smith', {}, '&publication=3&check=1'));
    expect(all.differences).toEqual([
      { path: 'report.totalCount', before: 1, after: 0 },
      expect.objectContaining({ path: 'comparison.certifications[1]' }),
    ]);
    // Whoever asks the newest publication is told what it lacks.
    expect(await (await get(all.latest)).text()).toContain('UNKNOWN_CODE');
  });

  test.each([
    [4, 'NEWEST', null],
    [5, 'WITHDRAWN', 'a wrong column'],
    [1, 'NOT_KEPT', null],
  ])('publication %i is told to be %s', async (publication, verdict, because) => {
    const found = await check(`/reports/cohorts.xlsx?publication=${publication}&check=1`);
    expect(found).toMatchObject({ verdict, withdrawn_because: because, differences: [] });
    const asked = operation('Rates', { code: 'RNCP1' }, `&publication=${publication}&check=1`);
    expect(await check(asked)).toMatchObject({ verdict, withdrawn_because: because });
  });

  test('a withdrawn publication answers 410 with the reason, also after a rollback', async () => {
    const gone = await get('/reports/cohorts.csv?publication=5');
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain('a wrong column');
  });

  test('a saved operation is answered about a publication, and tells each value', async () => {
    const asked = operation('Rates', { code: 'RNCP1' }, '&publication=2');
    const response = await get(asked);
    expect(response.headers.get('cache-control')).toBe('public, max-age=86400');
    expect(response.headers.get('link')).toContain('rel="latest-version"');
    const { data } = (await response.json()) as {
      data: { dataStatus: { publication: { number: number } } };
    };
    expect(data.dataStatus.publication.number).toBe(2);
    // The publication of the answer is told, and is no figure.
    expect(await check(`${asked}&check=1`)).toMatchObject({
      verdict: 'DIFFERENT',
      values_changed: 1,
      differences: [
        {
          path: 'certification.cohorts[2020].insertionRates[GLOBAL_6_MONTHS].value',
          ...{ before: 80, after: 85 },
        },
      ],
    });
  });

  test('items of lists are matched by their codes, and cursors do not count', async () => {
    const found = await check(operation('Titles', { publication: 2 }, '&check=1'));
    expect(found.differences).toEqual([
      { path: 'certifications.nodes[RNCP2]', before: { code: 'RNCP2', title: 'Forgeron' } },
      { path: 'certifications.nodes[RNCP3]', after: { code: 'RNCP3', title: 'Chanteur' } },
    ]);
    const latest = await get(found.latest);
    expect(latest.status).toBe(200);
    expect(await latest.text()).toContain('Chanteur');
  });

  test('pinned answers tell where the latest version is, others do not', async () => {
    const pinned = await get('/reports/cohorts.csv?year_to=2020&publication=2&labels=fr');
    expect(pinned.headers.get('link')).toContain(
      '</reports/cohorts.csv?year_to=2020&labels=fr>; rel="latest-version"',
    );
    expect((await get('/reports/cohorts.csv')).headers.get('link')).not.toContain('latest-version');
  });

  test('is answered with 304 until another publication is there, and in French', async () => {
    const path = '/reports/cohorts.csv?publication=3&check=1';
    const first = await get(path, { 'accept-language': 'fr' });
    expect(((await first.json()) as Check).message).toBe(
      'la publication 4 du 04/01/2026 est plus récente et dit autre chose que la publication 3 du 03/01/2026',
    );
    const etag = first.headers.get('etag') ?? '';
    const again = await get(path, { 'accept-language': 'fr', 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect((await get(path, { 'if-none-match': etag })).status).toBe(200);
  });

  test.each([
    ['/reports/cohorts.csv?check=1', 400, 'is given without a published publication'],
    [
      `/reports/cohorts.csv?publication_token=${'x'.repeat(43)}&check=1`,
      400,
      'is given without a published publication',
    ],
    ['/reports/cohorts.csv?publication=2&check=yes', 400, 'check'],
    ['/reports/cohorts.csv?publication=99&check=1', 400, 'there is no publication 99'],
    ['operation:&check=1', 400, 'the operation names no publication'],
    ['operation:&publication=2&check=2', 400, 'check is accepted as check=1'],
    ['operation:&publication=two', 400, 'a number is accepted, as 12'],
    ['operation:&publication=2&known_on=2026-01-01', 400, 'one of them is accepted'],
    ['operation:&publication=99&check=1', 400, 'there is no publication 99'],
    ['operation:&known_on=yesterday', 400, 'known_on'],
  ])('%s is refused', async (path, status, message) => {
    const [, more] = path.split('operation:');
    const address = more === undefined ? path : operation('Rates', { code: 'RNCP1' }, more);
    const response = await get(address);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(message);
  });
});
