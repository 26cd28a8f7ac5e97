import { describe, expect, test } from 'vitest';
import { publishFiches } from '../../support/factories.ts';
import { FORMER_REGISTER, QUESTION_REGISTER } from '../../support/question-register.ts';
import { untilAnswer } from '../question-server.ts';
import { AS_OF, address, odataServer } from './odata-server.ts';

const server = odataServer();

describe('the requests that Power BI and Excel send by OData.Feed', () => {
  const MASHUP = {
    'odata-maxversion': '4.0',
    accept:
      'application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7',
  };

  test('the service document, then the metadata, then pages of rows', async () => {
    const service = await server.get('', MASHUP);
    expect(service.headers.get('content-type')).toContain(
      'application/json;odata.metadata=minimal',
    );
    expect(service.headers.get('odata-version')).toBe('4.0');
    const sets = (await service.json()).value as { name: string; url: string; kind: string }[];
    expect(sets.find(({ name }) => name === 'insertion_rates')).toMatchObject({
      ...{ kind: 'EntitySet', url: 'insertion_rates' },
    });
    const metadata = await server.get('$metadata', { ...MASHUP, accept: 'application/xml' });
    expect(metadata.headers.get('content-type')).toBe('application/xml');
    expect(await metadata.text()).toContain(
      '<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0">',
    );
    for (const query of [
      '?$top=1000',
      "?$filter=register eq 'RNCP' and year ge 2023&$select=certification_code,year,certified&$top=1000",
      '?$select=certified&$orderby=certified desc&$skip=2&$top=3&$count=true',
    ]) {
      const rows = await server.get(`cohorts${query}`, MASHUP);
      expect([query, rows.status]).toEqual([query, 200]);
      expect((await rows.json()).value.length).toBeGreaterThan(0);
    }
    const count = await server.get("cohorts/$count?$filter=register eq 'RS'", MASHUP);
    expect(await count.text()).toBe('3');
  });
});

describe('an answer', () => {
  test('says as much of rows as is asked for', async () => {
    const of = (form: string) =>
      server.json(
        address('cohorts', { $top: '1', $select: 'year,global_6_months_due_on', $format: form }),
      );
    const [minimal, full, none] = [
      await of('json'),
      await of('application/json;odata.metadata=full'),
      await of('application/json;odata.metadata=none'),
    ];
    expect(minimal.value).toEqual([{ year: 2022, global_6_months_due_on: '2023-12-31' }]);
    expect(full.value).toEqual([
      {
        '@odata.type': '#debouches.cohorts',
        '@odata.id': "cohorts(certification_code='RNCP100',year=2022)",
        'year@odata.type': '#Int32',
        year: 2022,
        'global_6_months_due_on@odata.type': '#Date',
        global_6_months_due_on: '2023-12-31',
      },
    ]);
    expect(Object.keys(none)).toEqual(['value']);
  });

  test('writes long numbers as texts where JavaScript would round them', async () => {
    const body = await server.json('cohorts?$count=true&$top=0', {
      accept: 'application/json;IEEE754Compatible=true',
    });
    expect(body['@odata.count']).toBe('20');
  });

  test('is of version 4.01 for who knows it, and of none that is not spoken', async () => {
    const version = async (headers: Record<string, string>) =>
      (await server.get('cohorts?$top=1', headers)).headers.get('odata-version');
    expect(await version({})).toBe('4.0');
    expect(await version({ 'odata-maxversion': '4.01' })).toBe('4.01');
    expect(await server.error('cohorts', { 'odata-maxversion': '3.0' })).toMatchObject({
      status: 400,
    });
  });

  test('has what reports say of publication, method and contract, and is asked about again', async () => {
    const response = await server.get('cohorts?$top=1');
    const { headers } = response;
    expect(headers.get('x-method-version')).toBe('2.0');
    expect(headers.get('x-contract-version')).toMatch(/^\d/);
    expect(headers.get('link')).toContain('/odata/$metadata>; rel="describedby"');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(headers.get('content-encoding')).toBe('gzip');
    const etag = headers.get('etag') ?? '';
    const again = await server.get('cohorts?$top=1', { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const kept = await server.get('cohorts?$top=1');
    expect(kept.headers.get('server-timing')).toContain('cache;desc=hit');
    expect(await kept.json()).toEqual(await response.json());
  });

  test('to HEAD has no body, and to a preflight says what may be sent', async () => {
    const { url } = server.at();
    const head = await fetch(`${url}/odata/cohorts?$top=1`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const options = await fetch(`${url}/odata/cohorts`, {
      method: 'OPTIONS',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'GET' },
    });
    expect(options.headers.get('access-control-allow-headers')).toContain('odata-maxversion');
  });
});

describe('a row', () => {
  test('is read by its key, alone or a property at a time', async () => {
    const one = await server.get(
      "insertion_rates(certification_code='RNCP101',year=2023,indicator='GLOBAL_6_MONTHS')?$select=rate",
    );
    expect(await one.json()).toEqual({
      '@odata.context': expect.stringMatching(/#insertion_rates\(rate\)\/\$entity$/),
      rate: 70,
    });
    expect(await (await server.get("certifications('RNCP160')/title/$value")).text()).toBe(
      'Manager',
    );
    expect(await (await server.get("certifications('RNCP160')/level")).json()).toMatchObject({
      value: 7,
    });
    expect((await server.get("certifications('RNCP140')/level")).status).toBe(204);
  });

  test('whose key may be absent has a text for it', async () => {
    expect(
      await (await server.get("insertion_by_level(level_key='')/level_key")).json(),
    ).toMatchObject({ value: '' });
    expect(
      await (await server.get("insertion_by_level(level_key='6')/level")).json(),
    ).toMatchObject({ value: 6 });
    const error = await server.error("insertion_by_level?$filter=level_key eq '6'");
    expect(error.message).toContain('level says the same');
  });

  test.each<[string, number, string]>([
    ["certifications('RNCP9')", 404, 'no row of certifications has this key'],
    ['certifications(1)', 400, "certification_code='…'"],
    ["insertion_rates(certification_code='RNCP101')", 400, 'year=…'],
    ["certifications('RNCP1", 404, 'there is no entity set'],
    ["certifications('RNCP160')/titel", 404, 'its properties below it'],
    ['certification_rates', 404, 'the nearest names are'],
    ['cohorts/$counts', 404, '/odata/cohorts/$count'],
    ['%E0%A4%A', 400, 'cannot be decoded'],
    ['cohorts?$format=atom', 406, 'application/json can be given'],
    ['$metadata?$format=constructor', 406, 'application/xml, application/json can be given'],
  ])('%s is %i: %s', async (path, status, words) => {
    const error = await server.error(path);
    expect([path, error.status, error.message]).toEqual([
      path,
      status,
      expect.stringContaining(words),
    ]);
  });

  test('is not written to', async () => {
    for (const method of ['POST', 'PATCH', 'PUT', 'DELETE']) {
      const response = await fetch(`${server.at().url}/odata/cohorts`, { method });
      expect([method, response.status, response.headers.get('allow')]).toEqual([
        ...[method, 405, 'GET, HEAD, OPTIONS'],
      ]);
      expect((await response.json()).error.code).toBe('BAD_REQUEST');
    }
  });

  test('errors are in the language that is asked for', async () => {
    const { message } = await server.error('cohorts?lang=fr&$top=x');
    expect(message).toContain('un nombre entier de 0 à 999999999 est accepté');
  });
});

describe('pages', () => {
  const own = odataServer(
    async (database) => {
      await publishFiches(database, FORMER_REGISTER);
      await publishFiches(database, QUESTION_REGISTER, { compared: true });
    },
    { trustedProxies: 1 },
  );

  test('are as long as is preferred, and their links give all rows once', async () => {
    const all = await own.rows('cohorts?$orderby=year desc');
    const read: unknown[] = [];
    let next: string | undefined = `${own.at().url}/odata/cohorts?$orderby=year%20desc&$count=true`;
    let pages = 0;
    while (next !== undefined) {
      const response: Response = await fetch(next, { headers: { prefer: 'odata.maxpagesize=4' } });
      expect(response.headers.get('preference-applied')).toBe('odata.maxpagesize=4');
      const body = await response.json();
      expect(body['@odata.count']).toBe(20);
      read.push(...body.value);
      next = body['@odata.nextLink'];
      pages += 1;
    }
    expect([pages, read]).toEqual([5, all]);
  });

  test('end where $top does', async () => {
    const first = await own.json('cohorts?$top=5&$skip=2', { prefer: 'maxpagesize=3' });
    const second = await (await fetch(first['@odata.nextLink'] ?? '')).json();
    expect([first.value.length, second.value.length, second['@odata.nextLink']]).toEqual([
      3,
      2,
      undefined,
    ]);
    const all = await own.rows('cohorts');
    expect([...first.value, ...second.value]).toEqual(all.slice(2, 7));
  });

  test('have absolute links, by the host that a trusted proxy names', async () => {
    const body = await own.json('cohorts', {
      ...{
        prefer: 'maxpagesize=1',
        'x-forwarded-proto': 'https',
        'x-forwarded-host': 'data.example.org',
      },
    });
    expect(body['@odata.nextLink']).toMatch(
      /^https:\/\/data\.example\.org\/odata\/cohorts\?\$skiptoken=2\.\d+\.2026-11-24\.1$/,
    );
    expect(body['@odata.context']).toBe('https://data.example.org/odata/$metadata#cohorts');
  });

  test('of rows that are read from the database are read so too', async () => {
    const first = await own.json('changes?$count=true', { prefer: 'maxpagesize=2' });
    expect(first.value.length).toBe(2);
    const second = await (await fetch(first['@odata.nextLink'] ?? '')).json();
    const all = await own.rows('changes?$top=100');
    expect([...first.value, ...second.value]).toEqual(all);
    expect(first['@odata.count']).toBe(all.length);
  });

  test('stay of the publication that they began with', async () => {
    const first = await own.json('certifications?publication=1&$select=title', {
      prefer: 'maxpagesize=1',
    });
    const next = first['@odata.nextLink'] ?? '';
    const second = await (await fetch(next)).json();
    const former = await own.rows('certifications?publication=1&$select=title');
    expect([...first.value, ...second.value].slice(0, 2)).toEqual(former.slice(0, 2));
    const gone = await own.error(`certifications?$skiptoken=1.1.${AS_OF}.1`);
    expect(gone).toMatchObject({ status: 410, code: 'PUBLICATION_GONE' });
    expect(await own.error('certifications?$skiptoken=abc')).toMatchObject({ status: 400 });
  });

  test('of a reading that began before a new publication go on being of the old one', async () => {
    const before = await own.json('certifications?$select=title', { prefer: 'maxpagesize=2' });
    const all = await own.rows('certifications?$select=title');
    await publishFiches(own.database(), FORMER_REGISTER.slice(0, 5));
    await untilAnswer(
      () => own.get('certifications/$count'),
      (response) => response.headers.get('content-length') !== '15' && response.ok,
    );
    const second = await (await fetch(before['@odata.nextLink'] ?? '')).json();
    expect([...before.value, ...second.value]).toEqual(all);
  });
});
