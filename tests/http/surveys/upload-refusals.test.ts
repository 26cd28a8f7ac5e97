import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { surveyUploads } from '../../../src/cli/survey/serve-uploads.ts';
import type { Database } from '../../../src/db/database.ts';
import { openPostgres } from '../../../src/db/engines/postgres.ts';
import { takeImportLock } from '../../../src/db/load/import-lock.ts';
import { LARGEST_SURVEY_FILE, MOST_UPLOADED_FILES } from '../../../src/domain/survey/upload.ts';
import type { SurveyUpload } from '../../../src/http/surveys/survey-imports.ts';
import { OTHER, publishSurveys } from '../../datasets/surveys/survey-register.ts';
import { xlsxFile } from '../../ingest/sources/survey/xlsx-file.ts';
import { describeEachEngine, openMigratedPglite } from '../../support/database.ts';
import { cohortFiles, csv, EXAMPLE, SECRET } from '../../support/surveys.ts';
import type { QuestionServer } from '../question-server.ts';
import {
  formOf,
  keyOf,
  sendForm,
  serveUploads,
  storedRows,
  textOf,
  uploadFolders,
  type Who,
} from './upload-server.ts';

const HEAD = 'certification,id_titulaire,date_obtention';
const ROSTER = { 'r.csv': csv(HEAD, 'RNCP1,X1,2023-05-01') };

describe('files of surveys are refused', () => {
  let database: Database;
  let server: QuestionServer;
  let before: readonly number[];

  beforeAll(async () => {
    database = await openMigratedPglite();
    await publishSurveys(database);
    server = await serveUploads(database);
    before = await storedRows(database);
  });
  // Whatever is refused leaves nothing, neither in the database nor on disk.
  afterEach(async () => {
    expect(await uploadFolders()).toEqual([]);
    expect(await storedRows(database)).toEqual(before);
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  const send = (form: FormData, who: Who, headers: Record<string, string> = {}) =>
    sendForm(server, form, { ...keyOf(who), ...headers });

  test('of who has no role, whom a browser asks for a key', async () => {
    const response = await send(formOf(ROSTER, 'importer'), 'everybody');
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic realm="debouches"/);
    expect(textOf(await response.text())).toContain('donnez la clé de l’un d’eux');
  });

  test('of an examiner', async () => {
    const response = await send(formOf(ROSTER, 'importer'), 'alice', { 'accept-language': 'en' });
    expect(response.status).toBe(403);
    expect(textOf(await response.text())).toContain('an examiner reads surveys and imports none');
  });

  describe('when a page of another site has a browser send them, with its key', () => {
    test.each([
      ['of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
      ['that says so alone', { 'sec-fetch-site': 'cross-site' }],
      ['of a neighbour', { 'sec-fetch-site': 'same-site' }],
      ['of another name', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
      ['of another port', { origin: 'http://127.0.0.1:1' }],
      ['without an origin', { origin: 'null' }],
      ['whose name begins alike', { origin: 'http://127.0.0.1.evil.example' }],
    ])('%s', async (_what, headers) => {
      const response = await fetch(`${server.url}/enquetes/import`, {
        ...{ method: 'POST', body: formOf(ROSTER, 'importer') },
        headers: { ...keyOf('school'), ...headers },
      });
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      const page = textOf(await response.text());
      expect(page).toContain('envoyé par une page d’un autre site');
    });

    test('whose script asks first', async () => {
      const response = await fetch(`${server.url}/enquetes/import`, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://evil.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization',
        },
      });
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-methods')).toBeNull();
      await response.body?.cancel();
    });
  });

  test('but not of a page that a proxy with TLS serves', async () => {
    const own = server.url.replace('http:', 'https:');
    const response = await send(formOf(ROSTER), 'school', { origin: own });
    expect(response.status).toBe(200);
    await response.body?.cancel();
    await using proxied = await serveUploads(database, [], { trustedProxies: 1 });
    const named = await sendForm(proxied, formOf(ROSTER), {
      ...keyOf('school'),
      ...{ origin: 'https://debouches.example', 'x-forwarded-host': 'debouches.example' },
    });
    expect(named.status).toBe(200);
    await named.body?.cancel();
  });

  test.each([
    ['no form', 'x', 'text/plain', 'multipart/form-data est accepté'],
    ['JSON', '{}', 'application/json', 'multipart/form-data est accepté'],
    ['a form that is none', 'x', 'multipart/form-data; boundary=b', 'pas un formulaire lisible'],
  ])('that are %s', async (_what, body, type, message) => {
    const response = await fetch(`${server.url}/enquetes/import`, {
      ...{ method: 'POST', body },
      headers: { ...keyOf('school'), 'content-type': type, 'accept-language': 'fr' },
    });
    expect(response.status).toBe(400);
    expect(textOf(await response.text())).toContain(message);
  });

  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.csv`, csv(HEAD)]));

  test('in a form without files, without what is to be done, or with too many', async () => {
    for (const [form, message] of [
      [formOf({}), /aucun fichier n’est envoyé dans le champ fichiers/],
      [formOf({ 'r.csv': '' }), /aucun fichier n’est envoyé/],
      [formOf(ROSTER, null), /action : rien n’est donné, .*verifier et importer/],
      [formOf(ROSTER, 'effacer'), /action : "effacer" n’est pas accepté/],
      [formOf(many(MOST_UPLOADED_FILES + 1)), /20 fichiers sont acceptés à la fois/],
      [formOf(many(MOST_UPLOADED_FILES + 5)), /20 fichiers sont acceptés à la fois/],
    ] as const) {
      const response = await send(form, 'school');
      expect(response.status).toBe(400);
      expect(textOf(await response.text())).toMatch(message);
    }
    // So many are read, and hold nothing.
    const most = await send(formOf(many(MOST_UPLOADED_FILES)), 'school');
    expect(textOf(await most.text())).toContain('il n’y a rien à importer');
  });

  test('of more bytes than are read, before any is', async () => {
    const head = [
      'POST /enquetes/import HTTP/1.1',
      'host: x',
      `authorization: ${keyOf('school')['authorization']}`,
      'content-type: multipart/form-data; boundary=b',
    ];
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => {
        socket.write([...head, `content-length: ${LARGEST_SURVEY_FILE + 1}`, '', ''].join('\r\n'));
      });
      socket.once('data', (data) => {
        socket.destroy();
        resolve(data.toString());
      });
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  test.each<readonly [string, Readonly<Record<string, string>>, RegExp]>([
    [
      'with names of persons',
      { 'r.csv': csv(`${HEAD},Prénom`, 'RNCP1,A,2024-05-01,Camille') },
      /la colonne « Prénom » contient des noms de personnes/,
    ],
    [
      'of a certification of another body',
      { 'r.csv': csv(HEAD, 'RNCP2,A,2024-05-01') },
      /r\.csv 2 certification « RNCP2 » : le numéro d’une certification dont l’organisme 111111118 est certificateur/,
    ],
    [
      'with a day that there is not',
      { 'r.csv': csv(HEAD, 'RNCP1,A,2024-05-01', 'RNCP1,B,2024-02-30') },
      /r\.csv 3 date_obtention « 2024-02-30 » : un jour du 2000-01-01 au 2026-11-24/,
    ],
    [
      'of somebody who is in no roster',
      {
        's.csv': csv(
          'certification,id_titulaire,horizon,statut_reponse,situation',
          'RNCP1,NOBODY,6,REPONDU,EMPLOI',
        ),
      },
      /s\.csv 2 id_titulaire ce titulaire n’est pas dans la liste/,
    ],
    ['that are a PDF', { 'a.pdf': '%PDF-1.7' }, /a\.pdf est un PDF/],
    ['that are a page', { 'a.xls': '<html><table></table></html>' }, /a\.xls est une page HTML/],
    ['that hold nothing', { 'r.csv': csv(HEAD) }, /il n’y a rien à importer/],
  ])('%s', async (_what, files, message) => {
    for (const action of ['verifier', 'importer']) {
      const response = await send(formOf(files, action), 'school');
      const page = textOf(await response.text());
      expect([response.status, page.includes('Rien n’en a été enregistré')]).toEqual([400, true]);
      expect(page).toMatch(message);
      expect(page).not.toContain('Camille');
    }
  });

  test('with a formula in a cell', async () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="str"><v>${text}</v></c>`;
    const header = HEAD.split(',').map((name, at) => cell(`${'ABC'[at]}1`, name));
    const rows = `<row r="1">${header.join('')}</row><row r="2">${cell('A2', 'RNCP1')}<c r="B2"><f>HYPERLINK("http://evil.example")</f><v>1</v></c>${cell('C2', '2024-05-01')}</row>`;
    const file = new Uint8Array(await xlsxFile([{ rows }]));
    const response = await send(formOf({ 'r.xlsx': file }, 'importer'), 'school');
    expect(response.status).toBe(400);
    const page = textOf(await response.text());
    expect(page).toMatch(
      /feuille « Feuil1 », ligne 2, colonne B : la cellule contient une formule/,
    );
    expect(page).not.toContain('evil');
  });

  test('under a hostile name, which is a text of the page', async () => {
    const name = '<script>alert(1)</script>.csv';
    const response = await send(formOf({ [name]: csv(HEAD, 'RNCP9,A,2024-05-01') }), 'school');
    const page = await response.text();
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('script&gt;.csv');
  });

  test('with a mapping that cannot be used, of which nothing is repeated', async () => {
    const form = formOf(ROSTER);
    form.append('correspondance', new Blob(['{"columns": {"Camille": "prenom"}}']), 'm.json');
    const page = textOf(await (await send(form, 'school')).text());
    expect(page).toContain('prenom');
    expect(page).not.toContain('Camille');
  });

  test('that a client leaves half sent, and the next ones are received', async () => {
    const head = [
      'POST /enquetes/import HTTP/1.1',
      'host: x',
      `authorization: ${keyOf('school')['authorization']}`,
      'content-type: multipart/form-data; boundary=b',
      'content-length: 1000000',
      '',
      '--b',
      'content-disposition: form-data; name="fichiers"; filename="r.csv"',
      '',
      csv(HEAD, 'RNCP1,X1,2023-05-01'),
    ];
    const socket = connect(server.port, '127.0.0.1');
    socket.write(head.join('\r\n'));
    await expect.poll(uploadFolders).toHaveLength(1);
    // While they are received no others are.
    const other = await send(formOf(ROSTER), 'school');
    expect(other.status).toBe(503);
    expect(other.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(textOf(await other.text())).toContain('un autre import est en cours');
    socket.destroy();
    await expect.poll(uploadFolders).toEqual([]);
    const line = await server.lineOf('/enquetes/import');
    expect(line).toMatchObject({ status: 499, codes: ['CLIENT_CLOSED_REQUEST'] });
    const next = await send(formOf(ROSTER), 'school');
    expect(next.status).toBe(200);
    await next.body?.cancel();
  });

  test('where surveys are off', async () => {
    await using off = await serveUploads(database, [], { surveys: null, importSurvey: null });
    const response = await sendForm(off, formOf(ROSTER), keyOf('boss'));
    expect(response.status).toBe(503);
    expect(textOf(await response.text())).toContain('SURVEY_SECRET');
  });

  test('by the secret of the demonstration, which everybody knows, once other registers are served', async () => {
    const importing = surveyUploads(database, {
      ...{ secret: SECRET, ofDemonstration: true, clock: () => new Date('2026-11-24T12:00:00Z') },
    });
    const upload: SurveyUpload = { files: [], mapping: null, siren: OTHER, check: true };
    await expect(importing(upload)).rejects.toMatchObject({
      code: 'SURVEY_IMPORT_UNAVAILABLE',
      message: expect.stringContaining('SURVEY_SECRET'),
    });
  });
});

describeEachEngine('files of surveys that cannot be stored in', (openDatabase, engine) => {
  if (engine === 'pglite') {
    test.skip('the embedded database has one process, which may write', () => {});
    return;
  }
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
    await publishSurveys(database);
  });

  test('a database that is read alone are refused, and can be checked', async () => {
    await using reading = await database.startReading();
    const { rows } = await import('kysely').then(({ sql }) =>
      sql<{ name: string }>`select current_database() as name`.execute(reading.db),
    );
    const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    url.pathname = `/${rows[0]?.name}`;
    url.searchParams.set('options', '-c default_transaction_read_only=on');
    await using readOnly = openPostgres(url.href);
    await using server = await serveUploads(readOnly, [], { onRestrictedRead: () => {} });
    const { roster, situations } = cohortFiles('RNCP1', EXAMPLE, { year: 2023, prefix: 'N' });
    const files = { 'r.csv': roster, 's.csv': situations };
    const refused = await sendForm(server, formOf(files, 'importer'), keyOf('school'));
    expect(refused.status).toBe(503);
    expect(textOf(await refused.text())).toContain('en lecture seule');
    const checked = await sendForm(server, formOf(files), keyOf('school'));
    expect(checked.status).toBe(200);
    await checked.body?.cancel();
  });

  test('while another process imports are refused', async () => {
    await using server = await serveUploads(database);
    await using session = await database.session();
    expect(await takeImportLock(session.db)).toBe(true);
    const response = await sendForm(server, formOf(ROSTER, 'importer'), keyOf('school'));
    expect(response.status).toBe(503);
    expect(textOf(await response.text())).toContain('un autre import est en cours');
  }, 15_000);
});
