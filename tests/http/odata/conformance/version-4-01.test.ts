import { expect } from 'vitest';
import { CAST_TYPES } from '../../../../src/datasets/expression/casts.ts';
import { describeEachEngine } from '../../../support/database.ts';
import { odataServer } from '../odata-server.ts';
import { isMet } from './clauses.ts';
import { asking, testClauses } from './test-clauses.ts';

const KNOWN = { 'odata-maxversion': '4.01' };
const KEY = "certification_code='RNCP101',year=2023,indicator='GLOBAL_6_MONTHS'";

describeEachEngine('OData 4.01 Minimal and Intermediate Conformance Levels on', (openDatabase) => {
  const server = odataServer(undefined, {}, openDatabase);
  const { metadata, model, codes, expectUnsupported, expectWrong, expectNone } = asking(server);
  const noOperations = () => expectNone(/<(?:Function|Action)(?:Import)? /);
  const noStructure = () => expectNone(/NavigationProperty |Type="Collection\(|ComplexType /);

  testClauses('13.2.1', {
    1: () => expect(isMet('13.1.1')).toBe(true),
    2: async () => {
      // Names of control information and of types without a prefix.
      const address = 'cohorts?$top=1&$count=true&$select=year';
      const response = await server.get(address, { ...KNOWN, prefer: 'maxpagesize=1' });
      expect(response.headers.get('odata-version')).toBe('4.01');
      expect(response.headers.get('content-type')).toBe('application/json;metadata=minimal');
      expect(await response.json()).toEqual({
        '@context': `${server.at().url}/odata/$metadata#cohorts(year)`,
        '@count': 20,
        value: [{ year: 2022 }],
      });
      const accept = 'application/json;metadata=full';
      const full = await server.json('cohorts?$top=1&$select=year', { ...KNOWN, accept });
      expect(full.value).toEqual([
        {
          ...{
            '@type': '#debouches.cohorts',
            '@id': "cohorts(certification_code='RNCP100',year=2022)",
          },
          ...{ 'year@type': 'Int32', year: 2022 },
        },
      ]);
      const page = await server.get('cohorts', { ...KNOWN, prefer: 'maxpagesize=1' });
      expect((await page.json())['@nextLink']).toContain('$skiptoken=');
      const service = await server.get('', KNOWN);
      expect(Object.keys(await service.json())).toEqual(['@context', 'value']);
      const xml = await server.get('$metadata', KNOWN);
      expect(await xml.text()).toContain('Version="4.01"');
    },
    3: async () => {
      const { Container } = (await model()).debouches;
      expect(Container['@Capabilities.AsynchronousRequestsSupported']).toBe(false);
    },
    4: async () => {
      for (const name of ['maxpagesize', 'odata.maxpagesize']) {
        const response = await server.get('cohorts', { prefer: `${name}=4` });
        expect(response.headers.get('preference-applied')).toBe(`${name}=4`);
        expect((await response.json()).value).toHaveLength(4);
      }
      const both = await server.get('cohorts', { prefer: 'odata.maxpagesize=2, maxpagesize=3' });
      expect((await both.json()).value).toHaveLength(3);
      // «The service MUST NOT process the request and MUST respond with 412» (8.2.6).
      for (const name of ['isolation', 'odata-isolation']) {
        const error = await server.error('cohorts', { [name]: 'snapshot' });
        expect([error.status, error.message]).toEqual([412, expect.stringContaining(name)]);
      }
    },
    5: async () => {
      await expectNone(/SchemaVersion/);
      await expectUnsupported('cohorts?$schemaversion=*', '$metadata?$schemaversion=2');
    },
    6: async () => {
      const query = 'filter=level eq 6&orderby=title desc&select=title&skip=1&top=2&count=true';
      const plain = await server.json(`certifications?${query}`);
      const prefixed = await server.json(
        `certifications?${query.replaceAll(/(^|&)(?=\w)/g, '$1$')}`,
      );
      expect(plain).toEqual(prefixed);
      expect([plain.value.length, plain['@odata.count']]).toEqual([2, 8]);
      expect(await codes('search=manager')).toEqual(await codes('$search=manager'));
      expect((await server.get('$metadata?format=json')).headers.get('content-type')).toBe(
        'application/json',
      );
      const apply = 'groupby((year))';
      expect(await server.rows(`cohorts?apply=${apply}`)).toEqual(
        await server.rows(`cohorts?$apply=${apply}`),
      );
    },
    7: async () => {
      expect(await codes("$FILTER=level EQ 7 AND ToLower(title) Eq 'manager'")).toEqual([
        'RNCP160',
      ]);
      expect((await codes('OrderBy=level Desc'))[0]).toBe('RNCP160');
      expect(await codes("$filter=level IN (7,8) AND NOT CONTAINS(title,'x')")).toEqual([
        'RNCP160',
      ]);
    },
    8: async () => {
      const rows = await server.rows('certifications?$top=1');
      const names = Object.keys((await model()).debouches.certifications);
      for (const name of Object.keys(rows[0] ?? {})) expect(names).toContain(name);
      await expectWrong('certifications?$select=TITLE', 'certifications?$filter=LEVEL eq 7');
    },
    9: async () => {
      for (const most of ['4.0', '4.01']) {
        const query =
          "$filter=level in (7) and totalseconds('PT1M') eq 60 and level divby 2 eq 3.5";
        const response = await server.get(`certifications?${query}`, { 'odata-maxversion': most });
        expect((await response.json()).value).toHaveLength(1);
      }
    },
    '9a': async () => {
      const table: readonly [string, string][] = [
        ["level eq cast('7',Edm.Int32)", 'level eq 7'],
        ["active eq cast('true',Edm.Boolean)", 'active'],
        [
          "registration_ends_on gt cast('2027-01-01',Edm.Date)",
          'registration_ends_on gt 2027-01-01',
        ],
        ["now() gt cast('2026-01-01T00:00:00Z',Edm.DateTimeOffset)", 'true'],
        ["cast('PT60S',Edm.Duration) eq duration'PT1M'", 'true'],
        ["pooled_global_6_months eq cast('60',Edm.Double)", 'pooled_global_6_months eq 60'],
        [
          'cast(substring(certification_code,4),Edm.Int32) eq 160',
          "certification_code eq 'RNCP160'",
        ],
        ['cast(title,Edm.Date) eq null', 'true'],
        ['cast(title,Edm.Boolean) eq null', 'true'],
        ['cast(cast(registration_ends_on,Edm.String),Edm.Date) eq registration_ends_on', 'true'],
        ['cast(null,Edm.Int32) eq null', 'true'],
        ["cast('300',Edm.Byte) eq null and cast(2.5,Edm.Int16) eq 3", 'true'],
      ];
      for (const [filter, same] of table) {
        expect([filter, await codes(`$filter=${filter}`)]).toEqual([
          ...[filter, await codes(`$filter=${same}`)],
        ]);
      }
      // 2023 as the text of a key.
      const row = await server.get(`insertion_rates(${KEY.replace('2023', "'2023'")})`);
      expect((await row.json()).rate).toBe(70);
      for (const type of CAST_TYPES) {
        const response = await server.get(
          `certifications?$filter=cast(null,${type}) eq null&$top=1`,
        );
        expect([type, response.status]).toEqual([type, 200]);
      }
      await expectUnsupported("certifications?$filter=cast('x',Edm.Guid) eq null");
    },
    '9b': async () => {
      await expectNone(/EnumType /);
      // RNCP121 ends on 2031-08-31, as its register has it.
      for (const duration of ["duration'P30D'", "'P30D'", "DURATION'P30D'"]) {
        const filter = `registration_ends_on sub ${duration} eq 2031-08-01`;
        expect([filter, await codes(`$filter=${filter}`)]).toEqual([filter, ['RNCP121']]);
      }
      expect(await codes("$filter=registration_ends_on sub 2031-08-30 eq 'P1D'")).toEqual([
        'RNCP121',
      ]);
    },
    ...{ '9c': noOperations, '9d': noOperations, '9e': noOperations },
    '9f': async () => {
      const response = await server.get(
        "insertion_rates(certification_code=@c,year=@y,indicator='GLOBAL_6_MONTHS')?@c='RNCP101'&@y=2023&$select=rate",
      );
      expect((await response.json()).rate).toBe(70);
      const alone = await server.get("certifications(@a)/title/$value?@a='RNCP160'");
      expect(await alone.text()).toBe('Manager');
      // 2F in a literal, as octets of the path and by an alias: a key that no row has.
      expect((await server.error("certifications('a%2Fb')")).message).toContain('no row');
      expect((await server.error("certifications(@a)?@a='a/b'")).message).toContain('no row');
    },
    '9g': noOperations,
    '9h': noStructure,
    '9i': async () => {
      expect(await codes("$filter=abbreviation in ('TP','BTS')")).toEqual(['RNCP101', 'RNCP120']);
    },
    '9j': async () => {
      expect(await codes('$filter=level divby 2 eq 3.5')).toEqual(['RNCP160']);
      expect(await codes('$filter=level divby 0 eq INF and level eq 7')).toEqual(['RNCP160']);
    },
    '9k': async () => {
      expect(await codes("$filter=substring(title,-4) eq 'ager'")).toEqual(['RNCP160']);
      expect(await codes("$filter=substring(title,-4,2) eq 'ag'")).toEqual(['RNCP160']);
    },
    '9l': async () => {
      expect((await server.get('certifications/RNCP160')).status).toBe(404);
      const { Container } = (await model()).debouches;
      expect(Container['@Capabilities.KeyAsSegmentSupported']).toBe(false);
    },
    ...{ '9m': noStructure, '9n': noStructure },
    10: async () => {
      expect(await metadata()).toContain('<edmx:Edmx');
      expect((await model()).$Version).toBe('4.01');
    },
    11: async () => {
      const { debouches } = await model();
      for (const names of [debouches, ...Object.values(debouches)].map(Object.keys)) {
        const folded = new Set(names.map((name) => name.toLowerCase()));
        expect(folded.size).toBe(names.length);
      }
    },
    12: async () => {
      expect((await model()).debouches.Container['@Core.ODataVersions']).toBe('4.0 4.01');
    },
    13: async () => {
      const { Container } = (await model()).debouches;
      const terms = Object.keys(Container).filter((name) => name.startsWith('@Capabilities.'));
      expect(terms.length).toBeGreaterThan(8);
      for (const format of Container['@Capabilities.SupportedFormats']) {
        const response = await server.get('cohorts?$top=1', { accept: format });
        expect([format, response.status]).toEqual([format, 200]);
      }
    },
    14: () => expectUnsupported('cohorts?$filter=@Core.Description eq null'),
    15: () => expectUnsupported('cohorts?$compute=year add 1 as next'),
    16: async () => {
      const { Container } = (await model()).debouches;
      for (const [name, set] of Object.entries<Record<string, unknown>>(Container)) {
        if (!/^[a-z]/.test(name)) continue;
        expect(set['@Capabilities.SearchRestrictions']).toEqual({ Searchable: true });
        const response = await server.get(`${name}?$search=nothing-of-the-kind`);
        expect([name, (await response.json()).value]).toEqual([name, []]);
      }
    },
    17: async () => {
      expect((await server.get('cohorts?$top=1')).headers.get('odata-version')).toBe('4.0');
    },
  });

  testClauses('13.2.2', {
    1: () => expect(isMet('13.2.1')).toBe(true),
    2: () => expect(isMet('13.1.2')).toBe(true),
    3: noStructure,
    4: async () => expect(await codes('$filter=level in (7,@a)&@a=5')).toHaveLength(3),
    ...{ 5: noStructure, 6: noStructure, 7: noStructure },
    8: () => expectUnsupported('cohorts?$compute=year add 1 as next'),
    9: noStructure,
    10: () => expectUnsupported('cohorts?$expand=blocks(@m=1;$select=x)'),
    11: () => expectUnsupported('cohorts/$filter(@f)?@f=year eq 2023'),
  });
});
