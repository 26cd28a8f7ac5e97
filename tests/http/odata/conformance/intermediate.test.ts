import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { describeEachEngine } from '../../../support/database.ts';
import { odataServer } from '../odata-server.ts';
import { isMet } from './clauses.ts';
import { asking, testClauses } from './test-clauses.ts';

const SECRET = 'a key of the server';
const KEY = { name: 'one', sha256: createHash('sha256').update(SECRET).digest('hex') };
const SELECTED = '$select=certification_code';

describeEachEngine('OData 4.0 Intermediate Conformance Level on', (openDatabase) => {
  const server = odataServer(undefined, { apiKeys: [KEY] }, openDatabase);
  const { metadata, model, codes, expectUnsupported, expectWrong, expectNone } = asking(server);

  testClauses('13.1.2', {
    1: () => expect(isMet('13.1.1')).toBe(true),
    2: async () => {
      for (const query of [
        "$filter=(level eq 7) and not (title eq 'it''s')",
        '$orderby=level desc,length(title) asc&$top=1&$skip=0&$count=true',
        '$search="a phrase" OR (one AND NOT two)',
        '$filter=pooled_global_6_months gt 1.5e1 or pooled_global_6_months lt -INF',
        '$filter=pooled_global_6_months ne NaN',
        '$filter=registration_ends_on gt 2026-01-31 and now() gt 2020-01-01T00:00:00.000Z',
        "$filter=contains(concat(title,'%20x'),@a)&@a='x'",
      ]) {
        const response = await server.get(`certifications?${query}`);
        expect([query, response.status]).toEqual([query, 200]);
      }
      await expectUnsupported(
        "certifications?$filter=blocks/any(b:b/title eq 'x')",
        'certifications?$filter=blocks/all(b:true)',
        'certifications?$filter=blocks/$count gt 1',
        'certifications?$filter=certifier/name eq null',
        'certifications?$filter=$it/level eq 1',
        'certifications?$filter=$root/certifications eq 1',
        "certifications?$filter=debouches.near(title,'x')",
        "certifications?$filter=title in ['x']",
        'certifications?$filter=title in names',
        'certifications?$filter=title eq @a&@a=concat(title,title)',
        "certifications?$filter=title eq binary'AA=='",
        'certifications?$orderby=certifier/name',
        'certifications?$orderby=blocks/$count',
      );
      await expectWrong(
        'certifications?$filter=level eq',
        "certifications?$filter=level eq 'x",
        'certifications?$filter=nearby(level)',
        'certifications?$orderby=level upwards',
        'certifications?$search=(',
      );
    },
    3: async () => {
      const [row = {}] = await server.rows('certifications?$select=title,level&$top=1');
      expect(Object.keys(row).toSorted()).toEqual(['level', 'title']);
      const [all = {}] = await server.rows('certifications?$select=*&$top=1');
      expect([all]).toEqual(await server.rows('certifications?$top=1'));
    },
    4: () => expectNone(/BaseType=/),
    5: async () => {
      const all = await codes('');
      expect(await codes('$top=3')).toEqual(all.slice(0, 3));
      expect(await codes('$top=0')).toEqual([]);
    },
    6: async () => {
      await expectNone(/HasStream=/);
      const table = { title: 'Manager', level: '7', active: 'true', registration_ends_on: null };
      for (const [property, value] of Object.entries(table)) {
        const response = await server.get(`certifications('RNCP160')/${property}/$value`, {
          accept: 'application/json',
        });
        expect(response.headers.get('content-type')).toBe('text/plain;charset=utf-8');
        const text = await response.text();
        if (value !== null) expect(text).toBe(value);
        else expect(text).toMatch(/^\d{4}-\d\d-\d\d$/);
      }
      expect((await server.get("certifications('RNCP140')/level/$value")).status).toBe(204);
    },
    7: async () => {
      expect(await codes("$filter=contains(title,'gestion') and level le 4")).toEqual(['RNCP130']);
    },
    7.1: async () => {
      const { certifications } = (await model()).debouches;
      const names = Object.keys(certifications).filter((name) => /^[a-z]/.test(name));
      expect(names.length).toBeGreaterThan(30);
      for (const name of names) {
        const is = await server.get(`certifications/$count?$filter=${name} eq null`);
        const isNot = await server.get(`certifications/$count?$filter=${name} ne null`);
        const sum = Number(await is.text()) + Number(await isNot.text());
        expect([name, sum]).toEqual([name, 15]);
      }
    },
    7.2: async () => {
      expect(await codes('$filter=level eq @p1&@p1=7')).toEqual(['RNCP160']);
      // «If a parameter alias is not given a value …, the value MUST be assumed to be null» (11.2.6.1.3).
      expect(await codes('$filter=level eq @p1 and active')).toEqual(['RNCP140', 'RS200']);
    },
    7.3: async () => {
      // All of the table of 11.2.6.1.1 but one.
      expect(
        await codes(
          '$filter=not (level gt 7 or level lt 7) and level ge 7 and level le 7 and level in (7,8) and level add 1 eq 8 and level sub 1 eq 6 and level mul 2 eq 14 and level div 2 eq 3 and level divby 2 eq 3.5 and level mod 2 eq 1',
        ),
      ).toEqual(['RNCP160']);
      await expectUnsupported("certifications?$filter=level has debouches.x'y'");
    },
    7.4: async () => {
      const given = await metadata();
      for (const [name, filter] of SUPPORTED) {
        const response = await server.get(`certifications?$filter=${encodeURIComponent(filter)}`);
        expect([name, filter, response.status]).toEqual([name, filter, 200]);
        expect(given).toContain(`<String>${name}</String>`);
      }
      await expectUnsupported(
        ...[
          'hassubset([1],[1])',
          'hassubsequence([1],[1])',
          "matchesPattern(title,'a')",
          'registration_ends_on lt maxdatetime()',
          'registration_ends_on gt mindatetime()',
          'time(now()) gt 10:00:00',
          'totaloffsetminutes(now()) eq 0',
          'isof(title,Edm.String)',
          'geo.distance(title,title) lt 1',
          'geo.intersects(title,title)',
          'geo.length(title) gt 1',
          'case(level gt 5:true,true:false)',
        ].map((filter) => `certifications?$filter=${filter}`),
      );
    },
    7.5: () => expectUnsupported('certifications?$expand=blocks($filter=position eq 1)'),
    8: async () => expect(await metadata()).toContain('<EntityContainer Name="Container">'),
    9: async () => {
      const response = await server.get('cohorts', { accept: 'application/json' });
      expect((await response.json()).value).toHaveLength(20);
    },
    10: async () => {
      // Over HTTPS where a proxy has it: the server itself speaks HTTP.
      const ask = async (secret: string) => {
        const authorization = `Basic ${Buffer.from(`anyone:${secret}`).toString('base64')}`;
        return server.get('cohorts?$top=1', { authorization });
      };
      expect((await ask(SECRET)).status).toBe(200);
      const wrong = await ask('none of the server');
      expect([wrong.status, (await wrong.json()).error.code]).toEqual([401, 'UNAUTHENTICATED']);
    },
    11: async () => {
      expect(await codes('$search=manager OR dirigeant')).toEqual(['RNCP140', 'RNCP160']);
      expect(await codes('$search=manager&$filter=level eq 7')).toEqual(['RNCP160']);
    },
    12: async () => {
      const all = await codes('');
      // «$skip MUST be applied before $top, regardless of the order in which they appear» (11.2.6.4).
      expect(await codes('$top=2&$skip=3')).toEqual(all.slice(3, 5));
      expect(await codes('$skip=3&$top=2')).toEqual(all.slice(3, 5));
    },
    13: async () => {
      const of = async (query: string) =>
        (await server.json(`certifications?${SELECTED}&${query}`))['@odata.count'];
      expect(await of('$count=true&$top=1&$skip=2&$filter=level eq 6')).toBe(8);
      expect([await of('$count=false'), await of('')]).toEqual([undefined, undefined]);
      await expectWrong('certifications?$count=1');
    },
    14: () => expectUnsupported('certifications?$expand=blocks'),
    15: () => expectNone(/NavigationProperty |Type="Collection\(/),
    16: () => expectNone(/NavigationProperty |Type="Collection\(/),
    17: async () => {
      const { certifications } = (await model()).debouches;
      const held = Object.keys(certifications).filter((name) => /^[a-z]/.test(name));
      const levels = async (order: string) =>
        (await server.rows(`certifications?$select=level&$orderby=${order}`)).map(
          ({ level }) => level,
        );
      const up = [null, null, null, 4, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7];
      expect(await levels('level asc')).toEqual(up);
      expect(await levels('level DESC')).toEqual(up.toReversed());
      for (const name of held) {
        const response = await server.get(`certifications?$orderby=${name} desc&$top=1`);
        expect([name, response.status]).toEqual([name, 200]);
      }
    },
  });
});

/** A filter with each canonical function that is supported. */
const SUPPORTED: readonly [string, string][] = [
  ['concat', "concat(concat(title,', '),title) eq 'x'"],
  ['contains', "contains(title,'x')"],
  ['endswith', "endswith(title,'x')"],
  ['indexof', "indexof(title,'x') eq 1"],
  ['length', 'length(title) eq 19'],
  ['startswith', "startswith(title,'x')"],
  ['substring', "substring(title,1) eq 'x'"],
  ['tolower', "tolower(title) eq 'x'"],
  ['toupper', "toupper(title) eq 'X'"],
  ['trim', "trim(title) eq 'x'"],
  ['day', 'day(registration_ends_on) eq 8'],
  ['date', 'date(now()) ne registration_ends_on'],
  ['fractionalseconds', 'fractionalseconds(now()) lt 1'],
  ['hour', 'hour(now()) ge 0'],
  ['minute', 'minute(now()) ge 0'],
  ['month', 'month(registration_ends_on) eq 12'],
  ['now', 'now() gt 2020-01-01T00:00:00Z'],
  ['second', 'second(now()) lt 60'],
  ['totalseconds', "totalseconds(duration'PT1M') eq 60"],
  ['year', 'year(registration_ends_on) eq 2030'],
  ['ceiling', 'ceiling(pooled_global_6_months) eq 33'],
  ['floor', 'floor(pooled_global_6_months) eq 32'],
  ['round', 'round(pooled_global_6_months) eq 32'],
  ['cast', "cast(level,Edm.String) eq '7'"],
];

test('level: OData 4.0 Intermediate is met', () => {
  expect([isMet('13.1.1'), isMet('13.1.2'), isMet('13.1.3')]).toEqual([true, true, false]);
});
