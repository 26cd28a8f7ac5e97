import { describe, expect, test } from 'vitest';
import { ENTITY_SETS } from '../../../../src/http/odata/model.ts';
import { PAGE_ROWS, pageRows } from '../../../../src/http/odata/select-rows.ts';
import { odataServer } from '../odata-server.ts';
import { asking } from './test-clauses.ts';

// Clauses that section 13 points to, in the words of «OData Version 4.01. Part 1: Protocol».

const server = odataServer();
const { send } = asking(server);
const ROW = "certifications('RNCP160')";

describe('8 Header Fields', () => {
  test('8.2.1. If the media type specified in the Accept header does not include a charset format parameter, then the Content-Type header of the response MUST NOT contain a charset format parameter.', async () => {
    const table: readonly [string, string, string][] = [
      ['cohorts?$top=1', 'application/json', 'application/json;odata.metadata=minimal'],
      ['$metadata', 'application/xml', 'application/xml'],
      ['$metadata', 'application/json', 'application/json'],
      ['cohorts/$count', 'text/plain', 'text/plain'],
      ['cohorts/$count', 'text/plain;charset=utf-8', 'text/plain;charset=utf-8'],
      ['cohorts?$top=x', 'application/json', 'application/json'],
    ];
    for (const [address, accept, type] of table) {
      const response = await server.get(address, { accept });
      expect([address, response.headers.get('content-type')]).toEqual([address, type]);
    }
  });

  test('8.2.4. If-Match: if present, the request MUST only be processed if the specified ETag value matches the current ETag value of the target resource.', async () => {
    const etag = (await server.get('cohorts?$top=1')).headers.get('etag') ?? '';
    const ask = async (given: string) =>
      (await server.get('cohorts?$top=1', { 'if-match': given })).status;
    expect([await ask(etag), await ask(`"x", W/${etag}`), await ask('*')]).toEqual([200, 200, 200]);
    expect(await ask('"x"')).toBe(412);
    // The same where nothing is in memory yet.
    const error = await server.error('cohorts?$top=2', { 'if-match': '"x"' });
    expect(error).toMatchObject({
      ...{ status: 412, code: 'PRECONDITION_FAILED' },
      message: expect.stringContaining('If-Match'),
    });
  });

  test('8.2.5. If-None-Match: if the value matches …, then for a GET request, the service SHOULD respond with 304 Not Modified', async () => {
    for (const address of ['cohorts?$top=1', `${ROW}`, '$metadata', '', 'cohorts/$count']) {
      const etag = (await server.get(address)).headers.get('etag') ?? '';
      const again = await server.get(address, { 'if-none-match': `W/${etag}` });
      expect([address, again.status, await again.text()]).toEqual([address, 304, '']);
      expect((await server.get(address, { 'if-none-match': '"x"' })).status).toBe(200);
    }
  });

  test('8.2.6. If the service doesn’t support Isolation:snapshot and this header was specified on the request, the service … MUST respond with 412 Precondition Failed.', async () => {
    for (const address of ['cohorts', '', '$metadata', `${ROW}/title`]) {
      const error = await server.error(address, { isolation: 'snapshot' });
      expect([address, error.status, error.code]).toEqual([address, 412, 'NOT_IMPLEMENTED']);
    }
  });

  test('8.2.8. The service MUST ignore preference values that are either not supported or not known by the service.', async () => {
    const prefer =
      'return=minimal, wait=1, omit-values=nulls, odata.include-annotations="*", colour=red, maxpagesize=0';
    const response = await server.get('cohorts?$top=1', { prefer });
    expect([response.status, response.headers.get('preference-applied')]).toEqual([200, null]);
    expect(await response.json()).toEqual(await (await server.get('cohorts?$top=1')).json());
  });

  test('8.2.8.5. … a Preference-Applied response header containing the maxpagesize preference and the maximum page size applied. This value may differ from the value requested by the client.', async () => {
    const applied = async (set: string) => {
      const response = await server.get(set, { prefer: 'maxpagesize=50000' });
      return response.headers.get('preference-applied');
    };
    expect(await applied('cohorts')).toBe(`maxpagesize=${PAGE_ROWS}`);
    const changes = ENTITY_SETS.get('changes')?.dataset;
    if (!changes) throw new Error('no set of changes');
    expect(await applied('changes')).toBe(`maxpagesize=${pageRows(changes, null)}`);
    expect(pageRows(changes, null)).toBeLessThan(PAGE_ROWS);
  });

  test('8.3.8. If a response varies depending on the OData-Version of the response, the service MUST include a Vary header listing the OData-MaxVersion request header field', async () => {
    for (const address of ['cohorts?$top=1', ROW, '', '$metadata', 'cohorts?$top=x']) {
      const vary = (await server.get(address)).headers.get('vary') ?? '';
      expect([address, vary.toLowerCase()]).toEqual([
        address,
        expect.stringContaining('odata-maxversion'),
      ]);
    }
  });
});

describe('9 Common Response Status Codes', () => {
  test('9.1.4. A request returns 204 No Content if the requested resource has the null value …. In this case, the response body MUST be empty.', async () => {
    for (const address of [
      "certifications('RNCP140')/level",
      "certifications('RNCP140')/level/$value",
    ]) {
      const response = await server.get(address);
      expect([response.status, await response.text()]).toEqual([204, '']);
    }
  });

  test('9.2.1. 404 Not Found indicates that the resource specified by the request URL does not exist.', async () => {
    for (const address of [
      'nothing',
      `${ROW}/nothing`,
      "certifications('RNCP9')",
      `${ROW}/title/x`,
    ]) {
      expect([address, (await server.error(address)).status]).toEqual([address, 404]);
    }
  });

  test('9.2.2. 405 Method Not Allowed … In this case the response MUST include an Allow header containing a list of valid request methods', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const response = await send(method, ROW);
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    }
  });

  test('9.2.3. 406 Not Acceptable', async () => {
    expect((await server.error('cohorts', { accept: 'application/atom+xml' })).status).toBe(406);
    expect((await server.error('cohorts?$format=json;odata.metadata=full')).status).toBe(406);
  });

  test('9.2.4. 410 Gone indicates that the requested resource is no longer available.', async () => {
    const gone = await server.error('cohorts?$skiptoken=1.1.2026-11-24.1');
    expect(gone).toMatchObject({ status: 410, code: 'PUBLICATION_GONE' });
  });

  test('9.3.1. … the service responds with 501 Not Implemented and SHOULD include a response body describing the functionality not implemented.', async () => {
    const option = await server.error('cohorts?$expand=blocks');
    expect(option).toMatchObject({ status: 501, target: '$expand' });
    expect(option.message).toContain('$select, $filter');
    const filter = await server.error("cohorts?$filter=blocks/any(b:b/x eq 'y')");
    expect(filter).toMatchObject({ status: 501, target: '$filter' });
    expect(filter.message).toContain('any(');
    const called = await server.error("cohorts?$filter=matchesPattern(title,'x')");
    expect(called.message).toContain('calls matchespattern, which is not supported: contains');
    const segment = await server.error('$crossjoin(a,b)');
    expect(segment.message).toContain('"$crossjoin(a,b)" is not supported: entity sets');
    // What is wrong beside is told first, and each detail says which it is.
    const response = await server.get('cohorts?$expand=x&$top=x');
    const { error } = await response.json();
    expect(response.status).toBe(400);
    expect(error.details.map(({ code }: { code: string }) => code).toSorted()).toEqual([
      ...['BAD_USER_INPUT', 'NOT_IMPLEMENTED'],
    ]);
  });

  test('9.4. code: required non-null, non-empty, language-independent string … message: … The Content-Language header MUST contain the language code', async () => {
    for (const address of ['cohorts?$top=x', 'nothing', 'cohorts?$expand=x', 'cohorts?$format=x']) {
      const [english, french] = await Promise.all(
        ['en', 'fr'].map(async (language) => {
          const response = await server.get(address, { 'accept-language': language });
          expect(response.headers.get('content-language')).toBe(language);
          return (await response.json()).error as { code: string; message: string };
        }),
      );
      expect(english?.code).toMatch(/^[A-Z_]+$/);
      expect(french?.code).toBe(english?.code);
      expect(french?.message).not.toBe(english?.message);
    }
  });
});

describe('10 Context URL', () => {
  test.each<[string, string, string]>([
    ['10.1 {context-url}', '', ''],
    ['10.2 {context-url}#{entity-set}', 'certifications?$top=1', '#certifications'],
    ['10.3 {context-url}#{entity-set}/$entity', ROW, '#certifications/$entity'],
    [
      '10.7 {context-url}#{entity-set}{/type-name}{select-list}',
      'certifications?$top=1&$select=title,level',
      '#certifications(title,level)',
    ],
    [
      '10.8 {context-url}#{entity-set}{/type-name}{select-list}/$entity',
      `${ROW}?$select=title`,
      '#certifications(title)/$entity',
    ],
    ['10.13 {context-url}#{entity}/{property-path}', `${ROW}/title`, `#${ROW}/title`],
  ])('%s', async (_clause, address, fragment) => {
    const body = await server.json(address);
    const [root, found = ''] = body['@odata.context'].split('$metadata');
    expect(root).toBe(`${server.at().url}/odata/`);
    expect(found.slice(1).split(/[(),]/).toSorted()).toEqual(
      fragment.slice(1).split(/[(),]/).toSorted(),
    );
  });
});

describe('11 Data Service Requests', () => {
  test('11.2.10. On success, the response body MUST contain the exact count of items matching the request after applying any $filter or $search system query options, formatted as a simple primitive integer value with media type text/plain.', async () => {
    const response = await server.get(
      'certifications/$count?$filter=level eq 6&$search=developpeur',
      {
        accept: 'application/json',
      },
    );
    expect(response.headers.get('content-type')).toBe('text/plain;charset=utf-8');
    expect(await response.text()).toBe('7');
  });

  test('11.2.11. The $format query option, if present in a request, MUST take precedence over the value(s) specified in the Accept request header.', async () => {
    const response = await server.get('$metadata?$format=application/json', {
      accept: 'application/xml',
    });
    expect(response.headers.get('content-type')).toBe('application/json');
    expect((await server.get('cohorts?$format=json', { accept: 'image/png' })).status).toBe(200);
  });

  test('HEAD is answered as GET is, without a body', async () => {
    for (const address of ['cohorts?$top=1', ROW, '', '$metadata', 'cohorts/$count']) {
      const [get, head] = [await server.get(address), await send('HEAD', address)];
      expect([address, head.status, await head.text()]).toEqual([address, get.status, '']);
      for (const name of ['content-type', 'etag', 'odata-version']) {
        expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)]);
      }
    }
  });
});

describe('Conformance of «OData Extension for Data Aggregation Version 4.0»', () => {
  test('They MUST implement all set transformations and aggregation methods they advertise via the annotation ApplySupported.', async () => {
    const metadata = await (await server.get('$metadata?$format=json')).json();
    const { Transformations, AggregatableProperties, GroupableProperties } =
      metadata.debouches.Container.cohorts['@Aggregation.ApplySupported'];
    expect(Transformations).toEqual(['filter', 'groupby', 'aggregate']);
    for (const { Property, SupportedAggregationMethods } of AggregatableProperties) {
      for (const method of SupportedAggregationMethods) {
        const apply = `filter(year gt 2000)/aggregate(${Property} with ${method} as x)`;
        expect([apply, await server.rows(`cohorts?$apply=${apply}`)]).toEqual([
          apply,
          [expect.anything()],
        ]);
      }
    }
    for (const property of GroupableProperties) {
      expect((await server.get(`cohorts?$apply=groupby((${property}))`)).status).toBe(200);
    }
  });

  test('what is not advertised is 501, what the extension does not have 400', async () => {
    const statuses: [string, number][] = [];
    const wanted: [string, number][] = [
      ...['identity', 'compute(year add 1 as x)', 'concat(identity,identity)'],
      ...['topcount(3,certified)', 'bottomsum(3,certified)', 'orderby(year)', 'skip(1)', 'top(1)'],
      ...['search(x)', 'nest(groupby((year)) as x)', 'join(a as b)', 'expand(a,filter(true))'],
      ...['groupby((rollup(year,register)))', 'filter(true)/topcount(1,year)'],
    ].map((apply): [string, number] => [apply, 501]);
    wanted.push(['median(year)', 400], ['aggregate(certified with median as m)', 400]);
    for (const [apply] of wanted) {
      statuses.push([apply, (await server.get(`cohorts?$apply=${apply}`)).status]);
    }
    expect(statuses).toEqual(wanted);
  });
});
