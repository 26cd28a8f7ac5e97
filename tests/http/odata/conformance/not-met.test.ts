import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { odataServer } from '../odata-server.ts';
import { BESIDE, clausesOf, isMet, LEVELS } from './clauses.ts';
import { asking } from './test-clauses.ts';

const server = odataServer();
const { model } = asking(server);
const PAGE = readFileSync(new URL('../../../../docs/odata.md', import.meta.url), 'utf8');
const CLAUSES = [...Object.keys(LEVELS).flatMap(clausesOf), ...BESIDE];

test('the table of the page and the clauses that are not met are the same', () => {
  const table = PAGE.split('### What of the standard is not met')[1] ?? '';
  const rows = [...table.matchAll(/^\| ([\d., –]+) \| (.+) \| (.+) \|$/gm)];
  const listed = rows.flatMap(([, clauses = '']) => clauses.split(', '));
  const notMet = CLAUSES.filter(({ outcome }) => outcome === 'NOT_MET').map(({ id }) => id);
  expect(listed.toSorted()).toEqual(notMet.toSorted());
  for (const [, , what = '', why = ''] of rows) {
    expect([what.length > 5, why.endsWith('.')]).toEqual([true, true]);
  }
});

test('the level that metadata and the page state is that of the clauses', async () => {
  const levels = ['Minimal', 'Intermediate', 'Advanced'];
  const metOf = (sections: readonly string[]) =>
    levels[sections.findLastIndex((_, place) => sections.slice(0, place + 1).every(isMet))];
  const met = metOf(['13.1.1', '13.1.2', '13.1.3']);
  expect(metOf(['13.2.1', '13.2.2', '13.2.3'])).toBe(met);
  const { Container } = (await model()).debouches;
  expect(Container['@Capabilities.ConformanceLevel']).toBe(met);
  expect(PAGE).toContain(`**${met}** conformance levels of OData 4.0 and of OData 4.01`);
});

describe('clauses of other sections that are not met', () => {
  const bodies: Readonly<Record<string, () => Promise<void>>> = {
    '8.2.1': async () => {
      const { headers } = await server.get('cohorts?$top=1', { accept: 'application/json' });
      expect(headers.get('content-type')).toBe('application/json;odata.metadata=minimal');
    },
    '8.3.2': async () => {
      expect((await server.get('cohorts?$top=1')).headers.get('etag')).toMatch(/^"/);
    },
    '9.1.6': async () => {
      const etag = (await server.get('cohorts?$top=1')).headers.get('etag') ?? '';
      const { status, headers } = await server.get('cohorts?$top=1', { 'if-none-match': etag });
      expect([status, headers.get('cache-control')]).toEqual([304, expect.any(String)]);
    },
    '11.2.6.2': async () => {
      const rows = await server.rows('certifications?$orderby=title&$select=title');
      const titles = rows.map(({ title }) => title as string);
      expect(titles).toEqual(titles.toSorted((one, other) => (one < other ? -1 : 1)));
    },
  };
  test.each(BESIDE.map(({ id, words }) => [id, words] as const))('%s. %s', async (id) => {
    expect.hasAssertions();
    await bodies[id]?.();
  });
});
