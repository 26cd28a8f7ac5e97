import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../../support/database.ts';
import type { QuestionServer } from '../question-server.ts';
import { askReports, problem, serveLongRegister } from './report-server.ts';

const CLOCK = '2026-11-02';

describeEachEngine('reports on', (openDatabase) => {
  let server: QuestionServer;
  beforeAll(async () => {
    server = await serveLongRegister(await openDatabase());
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const ask = (path: string, headers?: Record<string, string>, method?: string) =>
    askReports(server, path, headers, method);

  const HEADER =
    'certification_code,register,title,level,registration_type,active,registration_ends_on,year,certified,certified_through_vae,indicator,rate,rate_low,rate_high,rate_base,rate_status,rate_due_on,days_late,rate_basis,rate_reliability,notes';
  const OF = 'RNCP101,RNCP,Concepteur de logiciels,6,ON_REQUEST,true,2027-05-10';

  test('give the rows of the parameters', async () => {
    const response = await ask('/insertion-rates.csv?code=RNCP101&year_from=2023&as_of=2026-11-24');
    // 50, 70, 60 and 65 % of 20: Wilson's intervals at 95 %.
    expect(await response.text()).toBe(
      `${[
        HEADER,
        `${OF},2024,20,2,GLOBAL_6_MONTHS,50,29.93,70.07,20,PUBLISHED,2025-12-31,,CERTIFIED_WEIGHTED,MODERATE,`,
        `${OF},2024,20,2,TARGET_OCCUPATION_6_MONTHS,,,,20,NOT_IN_SOURCE,2025-12-31,,CERTIFIED_WEIGHTED,,`,
        `${OF},2024,20,2,TARGET_OCCUPATION_2_YEARS,,,,20,NOT_YET_OBSERVABLE,2027-06-30,,CERTIFIED_WEIGHTED,,`,
        `${OF},2023,20,1,GLOBAL_6_MONTHS,70,48.1,85.45,20,PUBLISHED,2024-12-31,,CERTIFIED_WEIGHTED,MODERATE,`,
        `${OF},2023,20,1,TARGET_OCCUPATION_6_MONTHS,60,38.66,78.12,20,PUBLISHED,2024-12-31,,CERTIFIED_WEIGHTED,MODERATE,`,
        `${OF},2023,20,1,TARGET_OCCUPATION_2_YEARS,65,43.29,81.88,20,PUBLISHED,2026-06-30,,CERTIFIED_WEIGHTED,MODERATE,`,
      ].join('\n')}\n`,
    );
    expect(response.headers.get('x-row-count')).toBe('6');
  });

  test('have the same columns when they are empty', async () => {
    const empty = await (await ask('/insertion-rates.csv?year_from=5000')).text();
    expect(empty).toBe(`${HEADER}\n`);
    const json = (await (await ask('/insertion-rates.json?year_from=5000')).json()) as object;
    expect(json).toMatchObject({ rows: [], report: 'insertion-rates', as_of: CLOCK });
  });

  test('give everything in one answer, whatever the number of pages, and no more than the limit', async () => {
    const lines = async (query: string) =>
      (await (await ask(`/cohorts.csv?code=RNCP500${query}`)).text())
        .trimEnd()
        .split('\n')
        .slice(1);
    const all = await lines('');
    expect(all.length).toBe(1200);
    const years = all.map((line) => Number(line.split(',')[7]));
    expect(years).toEqual(Array.from({ length: 1200 }, (_, index) => 1999 - index));
    for (const limit of [0, 1, 499, 500, 501, 1000, 1200, 5000]) {
      expect(await lines(`&limit=${limit}`)).toEqual(all.slice(0, limit));
    }
  });

  test('say what their codes mean, in the language that is asked for', async () => {
    const head = async (query: string) =>
      (await (await ask(`/insertion-rates.csv?code=RNCP101&limit=1${query}`)).text()).split('\n');
    const [plain = ''] = await head('');
    const [header = '', row = ''] = await head('&labels=fr');
    expect(header.split(',').filter((name) => !name.endsWith('_label'))).toEqual(plain.split(','));
    expect(row.split(',')[header.split(',').indexOf('rate_status_label')]).toBe('Publié');
    expect((await head('&labels=en'))[1]).toContain('PUBLISHED,Published');
  });

  test('take truth values and choices in any case', async () => {
    const rows = (query: string) => ask(`/cohorts.csv?${query}`).then((each) => each.text());
    const active = await rows('active=true&register=RNCP');
    for (const said of ['True', 'TRUE']) {
      expect(await rows(`active=${said}&register=rncp`)).toBe(active);
    }
    expect(await rows('active=False')).toBe(await rows('active=false'));
    expect(await rows('active=False&register=RNCP')).not.toBe(active);
  });

  test('have names of columns above them, or labels where these are asked for', async () => {
    const header = async (query: string) => {
      const file = await (await ask(`/insertion-rates.csv?limit=0${query}`)).text();
      return file.replace(/^\uFEFF/, '').trimEnd();
    };
    const french = /^Numéro de fiche;Répertoire;Répertoire \(libellé\);Intitulé;/;
    expect(await header('&profile=fr-excel&labels=fr')).toMatch(french);
    expect(await header('&profile=fr-excel&labels=en')).toMatch(
      /^Code of the certification;Register;/,
    );
    expect(await header('&profile=fr-excel')).toBe(HEADER.replaceAll(',', ';'));
    expect(await header('&profile=fr-excel&labels=fr&headers=names')).toMatch(
      /^certification_code;register;register_label;title;/,
    );
    expect(await header('&headers=labels')).toMatch(/^Numéro de fiche,Répertoire,Intitulé,/);
    expect(await header('&labels=fr')).toMatch(/^certification_code,/);
    const refused = await ask('/insertion-rates.json?headers=labels');
    expect((await problem(refused)).detail).toContain('headers is not known');
  });

  test('serve a French Excel', async () => {
    const bytes = Buffer.from(
      await (await ask('/insertion-rates.csv?profile=fr-excel&code=RNCP101&limit=1')).arrayBuffer(),
    );
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString()).toContain(';50;29,93;70,07;20;');
    expect(bytes.toString().match(/\r\n/g)?.length).toBe(2);
  });

  test('tell all that is wrong with the parameters at once', async () => {
    const response = await ask(
      '/insertion-rates.csv?level=9,6,x&active=maybe&as_of=2026-02-30&colour=red&limit=-1&profile=uk&year_from=2020&year_from=2021&certifier=12',
    );
    expect(response.status).toBe(400);
    const { errors } = await problem(response);
    expect(errors).toEqual([
      {
        parameter: 'colour',
        message: expect.stringMatching(
          /^is not known: code, register, .*, profile, headers are accepted$/,
        ),
      },
      { parameter: 'active', message: 'is "maybe": true or false is accepted' },
      { parameter: 'level', message: 'is "9", "x": a whole number from 1 to 8 is accepted' },
      { parameter: 'certifier', message: 'is "12": a SIREN of nine digits is accepted' },
      { parameter: 'year_from', message: 'is given 2 times: once is accepted' },
      { parameter: 'as_of', message: 'is "2026-02-30": a day as YYYY-MM-DD is accepted' },
      { parameter: 'limit', message: 'is "-1": a whole number from 0 to 1000000000 is accepted' },
      { parameter: 'profile', message: 'is "uk": one of default, fr-excel is accepted' },
    ]);
  });

  test('refuse codes that the register does not know', async () => {
    const response = await ask('/cohorts.csv?occupation=Z9999');
    expect(response.status).toBe(400);
    const { detail } = await problem(response);
    expect(detail).toContain('Z9999');
    expect((await ask('/cohorts.csv?code=hello')).status).toBe(400);
  });

  test('that do not exist are told by the nearest names, formats by those that are served', async () => {
    const misspelt = await ask('/insertion-rate.csv');
    expect(misspelt.status).toBe(404);
    expect((await problem(misspelt)).detail).toMatch(
      /^there is no report "insertion-rate": the nearest names are insertion-rates, /,
    );
    for (const path of [
      '/cohorts.ods',
      '/cohorts.parquet.gz',
      '/cohorts.csv.zip',
      '/cohorts/rows',
    ]) {
      const response = await ask(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect((await problem(response)).detail).toContain('/reports/cohorts.csv, ');
    }
  });

  test('are given in what the client accepts, or refused', async () => {
    const type = async (path: string, accept: string) => {
      const response = await ask(`${path}?limit=1`, { accept });
      await response.arrayBuffer();
      return [response.status, response.headers.get('content-type')?.split(';')[0]];
    };
    expect(await type('/cohorts', 'application/x-ndjson')).toEqual([200, 'application/x-ndjson']);
    expect(await type('/cohorts', 'text/csv;q=0.5, application/json')).toEqual([
      200,
      'application/json',
    ]);
    expect(await type('/cohorts', '*/*')).toEqual([200, 'text/csv']);
    expect(await type('/cohorts.json', 'application/json, */*;q=0.1')).toEqual([
      200,
      'application/json',
    ]);
    expect(await type('/cohorts.csv', 'application/json')).toEqual([
      406,
      'application/problem+json',
    ]);
    expect(await type('/cohorts', 'image/png')).toEqual([406, 'application/problem+json']);
  });

  test('are read by GET and HEAD alone', async () => {
    const posted = await ask('/cohorts.csv', {}, 'POST');
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    const head = await ask('/cohorts.csv?limit=3', {}, 'HEAD');
    expect([head.status, await head.text(), head.headers.get('x-row-count')]).toEqual([
      200,
      '',
      '3',
    ]);
    expect((await ask('/cohorts.csv?level=9', {}, 'HEAD')).status).toBe(400);
  });
});
