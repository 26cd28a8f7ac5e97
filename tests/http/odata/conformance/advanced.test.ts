import { expect } from 'vitest';
import { describeEachEngine } from '../../../support/database.ts';
import { odataServer } from '../odata-server.ts';
import { isMet } from './clauses.ts';
import { asking, testClauses } from './test-clauses.ts';

describeEachEngine('OData Advanced Conformance Levels on', (openDatabase) => {
  const server = odataServer(undefined, {}, openDatabase);
  const { metadata, model, codes, expectUnsupported, expectNone, send } = asking(server);
  const none = () => expectNone(/NavigationProperty |Type="Collection\(|ComplexType /);

  testClauses('13.1.3', {
    1: () => expect(isMet('13.1.2')).toBe(true),
    2: async () => expect(await metadata()).toContain('<EntityContainer Name="Container">'),
    3: async () => {
      const body = await server.json('cohorts?$top=1', { accept: 'application/json' });
      expect(body['@odata.context']).toMatch(/#cohorts$/);
    },
    ...{ 4: none, 5: none },
    6: async () => expect(await codes('$skip=14')).toHaveLength(1),
    7: async () => {
      expect((await server.json('certifications?$count=true&$top=0'))['@odata.count']).toBe(15);
    },
    8: async () => {
      expect((await codes('$orderby=level desc'))[0]).toBe('RNCP160');
      expect((await codes('$orderby=level asc')).at(-1)).toBe('RNCP160');
    },
    9: () => expectUnsupported('certifications?$expand=blocks'),
    '9.1–9.9': () =>
      expectUnsupported(
        ...['blocks/$ref', 'debouches.blocks/x', 'blocks($filter=true)', 'blocks($levels=2)'].map(
          (expand) => `certifications?$expand=${expand}`,
        ),
      ),
    10: async () => expect(await codes('$search=institut')).toContain('RNCP140'),
    11: async () => {
      for (const type of ['multipart/mixed;boundary=x', 'application/json']) {
        const response = await send('POST', '$batch', { 'content-type': type });
        expect([response.status, (await response.json()).error.code]).toEqual([
          ...[501, 'NOT_IMPLEMENTED'],
        ]);
      }
      const { Container } = (await model()).debouches;
      expect(Container['@Capabilities.BatchSupport']).toEqual({ Supported: false });
      expect(Container['@Capabilities.BatchSupported']).toBe(false);
    },
    12: () =>
      expectUnsupported(
        ...['$all', '$entity?$id=x', '$crossjoin(cohorts,blocks)', 'cohorts/$ref', 'cohorts/$each'],
        ...["certifications('RNCP160')/debouches.certifications", 'cohorts/$filter(year eq 2023)'],
      ),
    13: async () => {
      const { Container } = (await model()).debouches;
      expect(Container['@Capabilities.AsynchronousRequestsSupported']).toBe(false);
    },
    14: async () => {
      const response = await server.get('cohorts?$top=1', { prefer: 'odata.track-changes' });
      expect(response.headers.get('preference-applied')).toBeNull();
      expect(await response.text()).not.toContain('deltaLink');
      await expectUnsupported('cohorts?$deltatoken=x');
    },
    15: async () => {
      const { Container } = (await model()).debouches;
      expect(Container['@Capabilities.CrossJoinSupported']).toBe(false);
      await expectUnsupported('$crossjoin(cohorts,blocks)?$filter=true');
    },
    16: async () => {
      await expectUnsupported('cohorts?$compute=year add 1 as next');
      const { cohorts } = (await model()).debouches.Container;
      expect(cohorts['@Capabilities.ComputeSupported']).toBe(false);
    },
  });

  testClauses('13.2.3', {
    1: () => expect(isMet('13.2.2')).toBe(true),
    2: () => expect(isMet('13.1.3')).toBe(false),
    3: none,
    4: () => expectUnsupported('cohorts?$compute=year add 1 as next', 'cohorts?compute=x'),
    ...{ 5: none, '5.1–5.5': none },
    6: async () => expect((await model()).$EntityContainer).toBe('debouches.Container'),
    7: async () => expect((await send('POST', '$batch')).status).toBe(501),
    8: () => expectUnsupported('cohorts/$filter(@f)?@f=year eq 2023', 'cohorts/$filter(@f)/$count'),
    9: () => expectUnsupported('cohorts?$expand=blocks(@m=$this;$select=x)'),
    10: async () => expect((await server.get('Cohorts')).status).toBe(404),
  });
});
