import { expect } from 'vitest';
import { ENTITY_SETS } from '../../../../src/http/odata/model.ts';
import { SYSTEM_OPTIONS, UNSUPPORTED_OPTIONS } from '../../../../src/http/odata/options.ts';
import { customOptions } from '../../../../src/http/odata/query.ts';
import { describeEachEngine } from '../../../support/database.ts';
import { odataServer } from '../odata-server.ts';
import { asking, testClauses } from './test-clauses.ts';

const PRIMITIVE = /^Edm\.(?:String|Int32|Double|Boolean|Date|DateTimeOffset)$/;
const ROW = "certifications('RNCP160')";

describeEachEngine('OData 4.0 Minimal Conformance Level on', (openDatabase) => {
  const server = odataServer(undefined, {}, openDatabase);
  const { metadata, model, codes, expectUnsupported, expectWrong, expectNone, send } =
    asking(server);

  testClauses('13.1.1', {
    1: async () => {
      for (const root of ['/odata/', '/odata']) {
        const response = await fetch(`${server.at().url}${root}`);
        const { value, ...others } = await response.json();
        expect([response.status, others]).toEqual([
          200,
          { '@odata.context': `${server.at().url}/odata/$metadata` },
        ]);
        expect(value.map(({ url }: { url: string }) => url)).toEqual([...ENTITY_SETS.keys()]);
      }
    },
    2: async () => {
      const response = await server.get('cohorts?$top=1');
      expect(response.headers.get('content-type')).toBe('application/json;odata.metadata=minimal');
      expect(await response.json()).toEqual({
        '@odata.context': `${server.at().url}/odata/$metadata#cohorts`,
        value: [expect.objectContaining({ certification_code: 'RNCP100', year: 2022 })],
      });
    },
    3: async () => {
      const all = await server.rows('cohorts');
      const read: unknown[] = [];
      let next: string | undefined = `${server.at().url}/odata/cohorts`;
      while (next !== undefined) {
        const response: Response = await fetch(next, { headers: { prefer: 'maxpagesize=7' } });
        const body = await response.json();
        expect(body.value.length).toBeLessThanOrEqual(7);
        read.push(...body.value);
        next = body['@odata.nextLink'];
      }
      expect(read).toEqual(all);
    },
    4: async () => {
      const { headers } = await server.get('cohorts?$top=1');
      const etag = headers.get('etag') ?? '';
      const answers: readonly [Promise<Response>, number][] = [
        [server.get(''), 200],
        [server.get('$metadata'), 200],
        [server.get('cohorts/$count'), 200],
        [server.get("certifications('RNCP140')/level"), 204],
        [server.get('cohorts?$top=1', { 'if-none-match': etag }), 304],
        [server.get('cohorts?$top=x'), 400],
        [server.get("certifications('RNCP9')"), 404],
        [send('POST', 'cohorts'), 405],
        [server.get('cohorts', { accept: 'image/png' }), 406],
        [server.get('cohorts?$expand=x'), 501],
        [send('HEAD', 'cohorts'), 200],
      ];
      for (const [answer, status] of answers) {
        const response = await answer;
        const version = response.headers.get('odata-version');
        expect([status, version]).toEqual([response.status, '4.0']);
      }
      const known = { 'odata-maxversion': '4.01' };
      const wrong = await server.get('cohorts?$top=x', known);
      expect(wrong.headers.get('odata-version')).toBe('4.01');
    },
    5: async () => {
      const both = { accept: 'application/json;metadata=none', 'odata-maxversion': '4.01' };
      const response = await server.get('cohorts?$top=0', both);
      expect(response.headers.get('content-type')).toBe('application/json;metadata=none');
      expect(await response.json()).toEqual({ value: [] });
    },
    5.1: async () => {
      const JSON_TYPE = 'application/json;odata.metadata=minimal';
      const table: readonly [string, number, string | null][] = [
        ['*/*', 200, JSON_TYPE],
        ['application/*;q=0.5', 200, JSON_TYPE],
        ['application/json;charset=utf-8', 200, `${JSON_TYPE};charset=utf-8`],
        ['application/json;odata.metadata=full', 200, 'application/json;odata.metadata=full'],
        ['application/json;ieee754compatible=TRUE', 200, `${JSON_TYPE};IEEE754Compatible=true`],
        ['application/json;odata.streaming=true, */*;q=0.1', 200, JSON_TYPE],
        // «Services MUST reject formats that specify unknown or unsupported format parameters» (8.2.1).
        ['application/json;odata=verbose', 406, null],
        ['application/json;odata.metadata=most', 406, null],
        ['application/json;charset=iso-8859-1', 406, null],
        ['application/json;odata=verbose, application/json;q=0.1', 200, JSON_TYPE],
        ['application/xml', 406, null],
      ];
      for (const [accept, status, type] of table) {
        const response = await server.get('cohorts?$top=1', { accept });
        expect([accept, response.status]).toEqual([accept, status]);
        if (type !== null) expect(response.headers.get('content-type')).toBe(type);
      }
    },
    5.2: async () => {
      const table = { '4.0': '4.0', '4': '4.0', '4.01': '4.01', '4.02': '4.01', '5.0': '4.01' };
      for (const [most, version] of Object.entries(table)) {
        const response = await server.get('cohorts?$top=1', { 'odata-maxversion': most });
        expect([most, response.headers.get('odata-version')]).toEqual([most, version]);
      }
      for (const most of ['3.0', 'newest']) {
        const error = await server.error('cohorts', { 'odata-maxversion': most });
        expect(error).toMatchObject({
          status: 400,
          message: expect.stringContaining('4.0 and 4.01'),
        });
      }
    },
    6: async () => {
      // 6.1: custom options neither begin so nor have a name of the standard.
      const system: readonly string[] = [...SYSTEM_OPTIONS, ...UNSUPPORTED_OPTIONS];
      for (const set of ENTITY_SETS.values()) {
        for (const { name, required } of customOptions(set)) {
          // «OData services SHOULD NOT require any query options».
          expect([set.name, name, required]).toEqual([set.name, name, undefined]);
          expect([set.name, name, /^[$@]/.test(name) || system.includes(name)]).toContain(false);
        }
      }
      await expectWrong('cohorts?colour=red', 'cohorts?$colour=red', '$metadata?$top=1', '?$top=1');
      await expectUnsupported('cohorts?$expand=x', '?$expand=x', '$metadata?$schemaversion=1');
      // 6.5: custom headers do not begin with OData.
      const { headers } = await server.get('cohorts?$top=1', { prefer: 'maxpagesize=1' });
      const names = [...headers.keys()].filter((name) => name.startsWith('odata'));
      expect(names).toEqual(['odata-version']);
    },
    7: async () => {
      expect(await codes('$filter=level eq 7')).toEqual(['RNCP160']);
      await expectUnsupported(
        ...UNSUPPORTED_OPTIONS.map((name) => `cohorts?$${name}=x`),
        ...['$batch', '$all', '$entity?$id=cohorts(1)', '$crossjoin(cohorts,blocks)'],
        ...[
          'cohorts/$ref',
          `${ROW}/$ref`,
          'cohorts/$filter(@a)',
          'cohorts/$each',
          'cohorts/$query',
        ],
        ...['cohorts/debouches.cohorts', `${ROW}/debouches.certifications/title`],
      );
      const query = await send('POST', 'cohorts/$query');
      const batch = await send('POST', '$batch');
      expect([query.status, batch.status]).toEqual([501, 501]);
      await expectWrong('cohorts?$exbrand=x', 'cohorts?$filter=year eqq 1', 'cohorts?$select=yaer');
    },
    8: async () => {
      const types = [...(await metadata()).matchAll(/<Property [^>]*Type="([^"]+)"/g)];
      expect(types.length).toBeGreaterThan(300);
      for (const [, type] of types) expect(type).toMatch(PRIMITIVE);
    },
    9: async () => {
      // A client that knows of nothing: no header, and only what the standard names.
      const body = await (await fetch(`${server.at().url}/odata/cohorts?$top=1`)).json();
      const names = Object.keys((await model()).debouches.cohorts).filter((name) =>
        /^\w/.test(name),
      );
      expect(Object.keys(body)).toEqual(['@odata.context', 'value']);
      expect(Object.keys(body.value[0])).toEqual(names);
    },
    10: async () => {
      const before = await server.rows('cohorts');
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        for (const address of ['cohorts', ROW, `${ROW}/title`, '$metadata', '']) {
          const response = await send(method, address);
          expect([method, address, response.status]).toEqual([method, address, 405]);
          expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
        }
      }
      expect(await server.rows('cohorts')).toEqual(before);
    },
    11: async () => {
      // What other sections ask has tests of its own beside; here what is wrong by any of them.
      await expectWrong(
        ...['cohorts?$top=-1', 'cohorts?$skip=x', 'cohorts?$count=yes', 'cohorts?$top=1&top=2'],
        ...[
          `${ROW}/$value`,
          'cohorts?$filter=year eq @a&@a=1&@a=2',
          'cohorts?$filter=year mod 0 eq 1',
        ],
      );
    },
    12: async () => {
      await expectUnsupported('cohorts?$expand=*', `${ROW}?$expand=x`, 'cohorts?expand=x');
      const { cohorts } = (await model()).debouches.Container;
      expect(cohorts['@Capabilities.ExpandRestrictions']).toEqual({ Expandable: false });
      await expectNone(/NavigationProperty /);
    },
    13: async () => {
      // «If a request for metadata does not specify a format preference … the XML representation MUST
      // be returned» (11.1.2).
      for (const accept of ['*/*', 'application/xml', '']) {
        const response = await server.get('$metadata', { accept });
        expect(response.headers.get('content-type')).toBe('application/xml');
        expect(await response.text()).toContain('<edmx:Edmx');
      }
      const response = await server.get('$metadata?$format=json');
      expect(response.headers.get('content-type')).toBe('application/json');
      expect((await response.json()).$Version).toBe('4.01');
    },
    14: async () => {
      const response = await server.get('cohorts', { prefer: 'odata.maxpagesize=3' });
      expect(response.headers.get('preference-applied')).toBe('odata.maxpagesize=3');
      expect((await response.json()).value.length).toBe(3);
    },
    15: async () => {
      await expectNone(/EnumType /);
      const query = "$filter=registration_ends_on lt 2026-11-24 add duration'P400D' and active";
      expect(await codes(query)).toEqual(
        await codes('$filter=registration_ends_on lt 2027-12-29 and active'),
      );
      expect(await codes("$filter=totalseconds(duration'PT1M') eq 60&$top=1")).toHaveLength(1);
    },
    16: () => expectSynchronous(),
    17: () => expectSynchronous(),
  });

  /** Nothing is answered later: the preference is passed over, as it may be. */
  async function expectSynchronous() {
    const headers = { prefer: 'respond-async', accept: 'application/json, application/http;q=0.5' };
    const response = await server.get('cohorts?$top=1', headers);
    expect([response.status, response.headers.get('asyncresult')]).toEqual([200, null]);
    expect(response.headers.get('preference-applied')).toBeNull();
    const { Container } = (await model()).debouches;
    expect(Container['@Capabilities.AsynchronousRequestsSupported']).toBe(false);
  }
});
