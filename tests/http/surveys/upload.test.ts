import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import type { RestrictedRead } from '../../../src/http/access/restricted-reads.ts';
import { publishSurveys, READERS } from '../../datasets/surveys/survey-register.ts';
import { describeEachEngine } from '../../support/database.ts';
import { cohortFiles, EXAMPLE } from '../../support/surveys.ts';
import { bearer, NOW, openIssuer } from '../access/oidc-issuer.ts';
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

/** The worked example as a cohort of another year: N = 60, R = 48, Z = 6, n = 42, E = 34, M = 25. */
const OF_2023 = (code: string) => {
  const { roster, situations } = cohortFiles(code, EXAMPLE, { year: 2023, prefix: 'N' });
  return { 'titulaires.csv': roster, 'situations.csv': situations };
};

describeEachEngine('files of surveys sent to a server over', (openDatabase) => {
  let database: Database;
  let server: QuestionServer;
  const reads: RestrictedRead[] = [];

  beforeAll(async () => {
    database = await openDatabase();
    await publishSurveys(database);
    server = await serveUploads(database, reads);
  });
  beforeEach(() => {
    reads.length = 0;
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    expect(await uploadFolders()).toEqual([]);
  });

  const send = (form: FormData, who: Who, headers: Record<string, string> = {}) =>
    sendForm(server, form, { ...keyOf(who), ...headers });

  const lastImport = async () => {
    await using reading = await database.startReading();
    return reading.db
      .selectFrom('survey.import')
      .select(['siren', 'holders', 'answers'])
      .orderBy('publication_id', 'desc')
      .executeTakeFirst();
  };

  test('are checked as the command line does: rates by hand, nothing stored', async () => {
    const before = await storedRows(database);
    const response = await send(formOf(OF_2023('RNCP1')), 'school');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    const page = textOf(await response.text());
    expect(page).toContain('Fichiers vérifiés');
    expect(page).toContain('Promotions : 1. Titulaires : 60. Situations : 60.');
    expect(page).toMatch(
      /2023 6 mois 60 48 6 42 80 % 70 % 80,95 % \[66,7 ; 90,02\] bornes \[62,96 ; 85,19\]/,
    );
    expect(page).toMatch(/59,52 % \[44,49 ; 72,96\] bornes \[46,3 ; 68,52\]/);
    expect(await storedRows(database)).toEqual(before);
    expect(await uploadFolders()).toEqual([]);
    // What was stored before may be in the figures.
    expect(reads).toMatchObject([{ reader: READERS.school, certifications: ['RNCP1'] }]);
  });

  test('say where the register publishes something else', async () => {
    const files = cohortFiles('RNCP1', EXAMPLE);
    const form = formOf({ 'r.csv': files.roster, 's.csv': files.situations });
    const page = textOf(await (await send(form, 'boss')).text());
    // 80.95 is 81, and 59.52 is ten points under 70.
    expect(page).toContain('publié 81 %, concordant');
    expect(page).toContain('publié 70 %, écart de plus d’un point');
    expect(page).toContain('Le taux calculé s’écarte de plus d’un point du taux publié');
  });

  test('are imported as one publication of the body, and then shown on its page', async () => {
    const [holders = 0, answers = 0, imports = 0, publications = 0] = await storedRows(database);
    const response = await send(formOf(OF_2023('RNCP1'), 'importer'), 'school', {
      'accept-language': 'en',
    });
    const page = textOf(await response.text());
    expect([response.status, response.headers.get('content-language')]).toEqual([200, 'en']);
    expect(page).toMatch(/Files imported They are publication \d+, which is served within/);
    expect(await storedRows(database)).toEqual([
      ...[holders + 60, answers + 60, imports + 1, publications + 1],
    ]);
    expect(await lastImport()).toEqual({ siren: READERS.school.siren, holders: 60, answers: 60 });
    const own = async () =>
      textOf(await (await fetch(`${server.url}/enquetes`, { headers: keyOf('school') })).text());
    await expect.poll(own, { timeout: 10_000 }).toContain('2023 6 mois 60 48 6 42 80 % 70 %');
  });

  test('of the operator may be of any certification, and no body is noted', async () => {
    const response = await send(formOf(OF_2023('RNCP2'), 'importer'), 'boss');
    expect(response.status).toBe(200);
    await response.body?.cancel();
    expect(await lastImport()).toMatchObject({ siren: null });
  });

  test('sent by a program without Origin are accepted: the key is its own', async () => {
    const response = await fetch(`${server.url}/enquetes/import?lang=fr`, {
      ...{ method: 'POST', body: formOf(OF_2023('RNCP1')), headers: { 'x-api-key': 'school' } },
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<html lang="fr">');
  });

  test('of a body that a proxy signed in are accepted by its token', async () => {
    await using issuer = await openIssuer();
    await using behind = await serveUploads(database, [], {
      ...{ oidc: issuer.settings, clock: () => new Date(1_000 * NOW) },
    });
    const send = async (claims: Record<string, unknown>) => {
      const token = await issuer.token({ sub: 'somebody', ...claims });
      return sendForm(behind, formOf(OF_2023('RNCP1')), bearer(token));
    };
    const { siren } = READERS.school;
    const accepted = await send({ debouches_role: 'body', siren });
    expect([accepted.status, textOf(await accepted.text())]).toEqual([
      200,
      expect.stringContaining('Titulaires : 60.'),
    ]);
    for (const [claims, status] of [
      [{}, 401],
      [{ debouches_role: 'examiner' }, 403],
      [{ debouches_role: 'body', siren: READERS.other.siren }, 400],
      [{ debouches_role: 'body', siren, exp: NOW - 60 }, 401],
    ] as const) {
      const refused = await send(claims);
      expect([claims, refused.status]).toEqual([claims, status]);
      await refused.body?.cancel();
    }
  });

  test('leave counts in the log, and nothing of the files', async () => {
    server.lines.length = 0;
    const form = formOf({ 'Camille Martin.csv': OF_2023('RNCP1')['titulaires.csv'] });
    await (await send(form, 'school')).text();
    const line = await server.lineOf('/enquetes/import');
    expect(line).toMatchObject({ operation: 'survey upload', caller: 'school', rows: 60 });
    expect(server.lines.find(({ msg }) => msg === 'files of a survey were received')).toMatchObject(
      {
        ...{ caller: 'school', role: 'BODY', check: true, cohorts: 1, holders: 60, answers: 0 },
      },
    );
    expect(JSON.stringify(server.lines)).not.toMatch(/Camille|N001|\.csv/);
  });

  test('have columns of their own by a mapping, which is kept of the body', async () => {
    const mapping = JSON.stringify({
      columns: { Dossier: 'id_titulaire', Diplôme: 'date_obtention' },
      constants: { certification: 'RNCP5' },
    });
    const roster = 'Dossier,Diplôme\nX1,2022-05-01\nX2,2022-06-01\n';
    const mapped = formOf({ 'r.csv': roster }, 'importer');
    mapped.append('correspondance', new Blob([mapping]), 'm.json');
    expect(textOf(await (await send(mapped, 'school')).text())).toContain('Titulaires : 2.');
    const again = await send(formOf({ 'r.csv': roster }), 'school');
    expect(textOf(await again.text())).toContain('Titulaires : 2.');
    // Without the mapping files of the default names are read again.
    const usual = formOf(OF_2023('RNCP1'));
    usual.append('correspondance', new Blob(['{}']), 'm.json');
    expect((await send(usual, 'school')).status).toBe(200);
  });
});
