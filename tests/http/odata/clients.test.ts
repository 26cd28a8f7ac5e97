import { OData } from '@odata/client';
import { o } from 'odata';
import { expect, test } from 'vitest';
import { odataServer } from './odata-server.ts';

const server = odataServer();
const root = () => `${server.at().url}/odata/`;

test('@odata/client reads the metadata’s sets with filters of its own', async () => {
  const client = OData.New4({ serviceEndpoint: root(), processCsrfToken: false });
  const filter = OData.newFilter().field('year').eq(2023).field('register').eq('RS');
  const params = OData.newParam().filter(filter).select(['certification_code', 'certified']);
  const answer = await client.newRequest<{ certified: number }>({
    collection: 'cohorts',
    params: params.orderby('certified'),
  });
  expect(answer.value).toEqual([{ certification_code: 'RS200', certified: 80 }]);
});

test('o.js reads pages by their links', async () => {
  const rows: { certification_code: string }[] = [];
  let pages = 0;
  let next: string | undefined = `${root()}cohorts?$select=certification_code,year`;
  const headers = { prefer: 'odata.maxpagesize=7' };
  while (next !== undefined) {
    const url: string = next;
    // Its own query string is put behind an address that has none.
    const raw: Response = (await o(root(), { headers, fragment: '' })
      .get(url.slice(root().length))
      .fetch()) as Response;
    const body = await raw.json();
    rows.push(...body.value);
    next = body['@odata.nextLink'];
    pages += 1;
  }
  expect([pages, rows.length]).toEqual([3, 20]);
  const filtered = await o(root())
    .get('cohorts')
    .query({ $filter: "certification_code eq 'RNCP160'", $select: 'year,certified' });
  expect(filtered).toEqual([
    { year: 2024, certified: 100 },
    { year: 2023, certified: 100 },
  ]);
});
