import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';
import { describeEachEngine } from '../support/database.ts';
import { day, publishFiches } from '../support/factories.ts';
import { SMALL_REGISTER } from '../support/register.ts';
import { type QuestionServer, serveQuestions } from './question-server.ts';

const ATTRIBUTION =
  'Source : France compétences (data.gouv.fr), exports du 16/08/2026 (RNCP) et du 15/08/2026 (RS)';

describeEachEngine('limits, licence, source and citation on', (openDatabase) => {
  let server: QuestionServer;
  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, SMALL_REGISTER, { rsDatedOn: day('2026-08-15') });
    server = await serveQuestions(database, schema, { maxGroups: 123 });
  });
  afterAll(() => server?.[Symbol.asyncDispose]());
  const about = async () => (await (await fetch(`${server.url}/about.json`)).json()) as About;

  test('are told at one address', async () => {
    const told = await about();
    expect(told).toMatchObject({
      publication: 1,
      method_version: '2.0',
      exports: [
        { register: 'RNCP', exported_on: '2026-08-16' },
        { register: 'RS', exported_on: '2026-08-15' },
      ],
      licence: { name: 'Licence Ouverte 2.0 (Etalab)', spdx: 'etalab-2.0' },
      attribution: ATTRIBUTION,
      demonstration: false,
      notice: null,
    });
    expect(told.citation.fr).toMatch(
      /^Débouchés, méthode 2\.0, publication 1 du \d\d\/\d\d\/\d{4}\. Source : .* Licence Ouverte 2\.0 \(Etalab\)\.$/,
    );
    expect(told.citation.en).toContain(`. ${ATTRIBUTION}. `);
    expect(told.limits.length).toBeGreaterThan(5);
    for (const { code, fr, en } of told.limits) {
      expect(code).toMatch(/^[A-Z_]+$/);
      expect(fr).not.toBe(en);
    }
    const groups = told.request_limits.find(({ name }) => name === 'MAX_GROUPS');
    expect(groups?.value).toBe(123);
  });

  test('are the same by GraphQL', async () => {
    const query = `{ dataStatus {
      attribution licence methodVersion citation { fr en }
      limits { code text { fr en } } requestLimits { name value code text { fr en } }
    } }`;
    const { data } = (await (await server.ask({ query })).json()) as {
      data: { dataStatus: Status };
    };
    const told = await about();
    const flat = ({ text, ...rest }: { readonly text: object }) => ({ ...rest, ...text });
    const { limits, requestLimits, ...terms } = data.dataStatus;
    expect(terms).toEqual({
      attribution: told.attribution,
      licence: told.licence.name,
      methodVersion: told.method_version,
      citation: told.citation,
    });
    expect(limits.map(flat)).toEqual(told.limits);
    expect(requestLimits.map(flat)).toEqual(told.request_limits);
  });

  test('go with every report file: within it, or where it links to', async () => {
    const told = await about();
    const response = await fetch(`${server.url}/reports/cohorts.json?limit=1`);
    expect(response.headers.get('link')).toContain('</about.json>; rel="license"');
    expect(await response.json()).toMatchObject({
      attribution: ATTRIBUTION,
      citation: told.citation.fr,
      method_version: '2.0',
    });
    const english = await fetch(`${server.url}/reports/cohorts.json?limit=1&labels=en`);
    expect(await english.json()).toMatchObject({ citation: told.citation.en });
  });

  test('are asked about again for nothing', async () => {
    const first = await fetch(`${server.url}/about.json`);
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await fetch(`${server.url}/about.json`, { headers })).status).toBe(304);
  });
});

interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

interface About {
  readonly attribution: string;
  readonly licence: { readonly name: string };
  readonly method_version: string;
  readonly citation: Bilingual;
  readonly limits: readonly ({ readonly code: string } & Bilingual)[];
  readonly request_limits: readonly ({
    readonly name: string;
    readonly value: number;
  } & Bilingual)[];
}

interface Status {
  readonly limits: readonly { readonly text: Bilingual }[];
  readonly requestLimits: readonly { readonly text: Bilingual }[];
}
