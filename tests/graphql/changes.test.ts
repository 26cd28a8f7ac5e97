import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { body, cleanFiche, Importer } from '../ingest/publish/importer.ts';
import { ask, refusal, send } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';

interface Edge {
  readonly cursor: string;
  readonly node: { readonly code: string; readonly kind: string; readonly messageFr: string };
}

interface Page {
  readonly edges: readonly Edge[];
  readonly totalCount: number;
  readonly pageInfo: Readonly<Record<string, unknown>>;
}

const FIELDS = `totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  edges { cursor node { code kind messageFr publication { number } } }`;

describeEachEngine('changes over GraphQL on', (openDatabase) => {
  let database: Database;
  let importer: Importer;
  /** Numbers of the publications, in their order. */
  const numbers: number[] = [];

  beforeAll(async () => {
    database = await openDatabase();
    importer = await Importer.into(database);
    const other = body('<SIRET_CERTIFICATEUR>13002526500013</SIRET_CERTIFICATEUR>');
    const rates = (global: string, ...more: readonly [string, string][]) => ({
      cohorts: [['2021', '20', global], ...more] as [string, string, string?][],
    });
    const publish = async (...args: Parameters<Importer['export']>) => {
      numbers.push(await importer.export(...args));
    };
    await publish('RNCP', '2026-01-01', [
      cleanFiche('RNCP1', rates('80')),
      cleanFiche('RNCP2'),
      { code: 'RNCP3', title: 'Styliste', level: 'NIV6', endsOn: '31/12/2030', extra: other },
    ]);
    await publish('RNCP', '2026-01-05', [
      cleanFiche('RNCP1', { ...rates('81.5'), title: 'Neuf' }),
      cleanFiche('RNCP2'),
      { code: 'RNCP3', title: 'Styliste', level: 'NIV6', endsOn: '31/12/2031', extra: other },
    ]);
    await publish(
      'RNCP',
      '2026-01-10',
      [cleanFiche('RNCP1', { ...rates('81.5', ['2022', '9']), title: 'Neuf' })],
      { allowShrink: true },
    );
    await publish('RNCP', '2026-01-15', [
      cleanFiche('RNCP1', { ...rates('82', ['2022', '9']), title: 'Neuf' }),
      cleanFiche('RNCP2'),
      cleanFiche('RNCP4'),
    ]);
    numbers.push(await importer.statisticsOf('2026-01-16', 'RNCP1;2021;20;;83;;'));
  });
  afterAll(() => importer[Symbol.asyncDispose]());

  const list = async (args = '') => {
    const { changes } = await ask<{ changes: Page }>(
      database,
      `{ changes${args && `(${args})`} { ${FIELDS} } }`,
    );
    return changes;
  };
  const told = ({ edges }: Page) => edges.map(({ node: { code, kind } }) => `${code} ${kind}`);

  const ALL = [
    'RNCP1 RATE_ALTERED',
    ...['RNCP1 RATE_ALTERED', 'RNCP2 REAPPEARED', 'RNCP4 CREATED'],
    ...['RNCP1 CERTIFIED_ADDED', 'RNCP2 REMOVED', 'RNCP3 REMOVED'],
    ...['RNCP1 UPDATED', 'RNCP1 RATE_ALTERED', 'RNCP3 UPDATED'],
  ];

  test('are counted by kind, whatever the page, within what is asked for', async () => {
    const counted = async (args: string) => {
      const { changes } = await ask<{
        changes: { countsByKind: readonly { kind: string; count: number }[] };
      }>(database, `{ changes(${args}) { countsByKind { kind count } } }`);
      return changes.countsByKind.map(({ kind, count }) => `${kind} ${count}`);
    };
    expect(await counted('first: 1')).toEqual([
      ...['CREATED 1', 'REAPPEARED 1', 'REMOVED 2', 'UPDATED 2'],
      ...['RATE_ALTERED 3', 'CERTIFIED_ADDED 1'],
    ]);
    expect(await counted('kinds: [RATE_ALTERED, REMOVED]')).toEqual([
      'REMOVED 2',
      'RATE_ALTERED 3',
    ]);
    expect(await counted('filter: { codes: ["RNCP2"] }')).toEqual(['REAPPEARED 1', 'REMOVED 1']);
    expect(await counted('kinds: [LINEAGE]')).toEqual([]);
  });

  test('of certifications are counted by kind, each its own', async () => {
    const answer = await ask<{ certifications: { nodes: unknown } }>(
      database,
      '{ certifications { nodes { code history(first: 1) { totalCount countsByKind { kind count } } } } }',
    );
    expect(answer.certifications.nodes).toEqual([
      {
        code: 'RNCP1',
        history: {
          totalCount: 5,
          countsByKind: [
            { kind: 'UPDATED', count: 1 },
            { kind: 'RATE_ALTERED', count: 3 },
            { kind: 'CERTIFIED_ADDED', count: 1 },
          ],
        },
      },
      {
        code: 'RNCP2',
        history: {
          totalCount: 2,
          countsByKind: [
            { kind: 'REAPPEARED', count: 1 },
            { kind: 'REMOVED', count: 1 },
          ],
        },
      },
      { code: 'RNCP4', history: { totalCount: 1, countsByKind: [{ kind: 'CREATED', count: 1 }] } },
    ]);
  });

  test('are all there, newest publication first', async () => {
    const page = await list();
    expect(told(page)).toEqual(ALL);
    expect(page.totalCount).toBe(ALL.length);
    expect(page.edges[0]?.node.messageFr).toBe(
      'Taux modifié : Taux d’insertion global à 6 mois, promotion 2021, 82 % → 83 %',
    );
  });

  test('say all of a figure and of a fiche that is gone', async () => {
    const answer = await ask<object>(
      database,
      `{ changes(kinds: [RATE_ALTERED, REMOVED], first: 4) { nodes {
        kind code title certification { title } cohortYear field item before after
        publication { number } source { fileName } message
      } } }`,
    );
    expect(answer).toEqual({
      changes: {
        nodes: [
          {
            ...{ kind: 'RATE_ALTERED', code: 'RNCP1', title: 'Neuf', cohortYear: 2021 },
            ...{ certification: { title: 'Neuf' }, field: 'GLOBAL_6_MONTHS', item: null },
            ...{ before: '82', after: '83', publication: { number: numbers[4] } },
            source: { fileName: 'taux-0-2026-01-16.csv' },
            message:
              'Rate altered: Insertion rate at 6 months, any employment, cohort of 2021, 82 % → 83 %',
          },
          expect.objectContaining({ before: '81.5', after: '82' }),
          {
            ...{ kind: 'REMOVED', code: 'RNCP2', title: 'Titre de RNCP2', cohortYear: null },
            ...{ certification: { title: 'Titre de RNCP2' }, field: null, item: null },
            ...{ before: 'Titre de RNCP2', after: null, publication: { number: numbers[2] } },
            ...{ source: null, message: 'Gone from the registers: Titre de RNCP2' },
          },
          expect.objectContaining({ code: 'RNCP3', title: 'Styliste', certification: null }),
        ],
      },
    });
  });

  test.each([1, 2, 3, 7, 50])('are paged by %i, both ways', async (size) => {
    const forward: Edge[] = [];
    let after = '';
    for (;;) {
      const page = await list(`first: ${size}${after && `, after: "${after}"`}`);
      expect(page.pageInfo['hasPreviousPage']).toBe(after !== '');
      expect(page.totalCount).toBe(ALL.length);
      forward.push(...page.edges);
      if (!page.pageInfo['hasNextPage']) break;
      after = String(page.pageInfo['endCursor']);
    }
    const whole = (await list('first: 100')).edges;
    expect(forward).toEqual(whole);
    const backward: Edge[] = [];
    let before = '';
    for (;;) {
      const page = await list(`last: ${size}${before && `, before: "${before}"`}`);
      expect(page.pageInfo['hasNextPage']).toBe(before !== '');
      backward.unshift(...page.edges);
      if (!page.pageInfo['hasPreviousPage']) break;
      before = String(page.pageInfo['startCursor']);
    }
    expect(backward).toEqual(whole);
  });

  test('between two cursors are those between', async () => {
    const { edges } = await list();
    const [from, to] = [edges[1]?.cursor, edges[5]?.cursor];
    expect((await list(`after: "${from}", before: "${to}"`)).edges).toEqual(edges.slice(2, 5));
    expect((await list(`last: 2, after: "${from}", before: "${to}"`)).edges).toEqual(
      edges.slice(3, 5),
    );
  });

  describe('of some publications', () => {
    test.each<[string, number, number]>([
      ['since: { number: 2 }', 0, 7],
      ['since: { datedOn: "2026-01-10" }', 0, 4],
      ['since: { knownOn: "2026-01-09" }', 0, 7],
      ['since: { knownOn: "2025-01-01" }', 0, 10],
      ['since: { datedOn: "2026-01-15" }', 0, 1],
      ['since: { datedOn: "2026-01-16" }', 10, 10],
      ['until: { number: 4 }', 1, 10],
      ['until: { knownOn: "2026-01-10" }', 4, 10],
      ['until: { knownOn: "2030-01-10" }', 0, 10],
      ['since: { number: 2 }, until: { number: 3 }', 4, 7],
      ['since: { number: 3 }, until: { datedOn: "2026-01-10" }', 10, 10],
    ])('%s', async (args, from, to) => {
      const page = await list(args);
      expect(told(page)).toEqual(ALL.slice(from, to));
      expect(page.totalCount).toBe(to - from);
    });

    test.each<[string, RegExp]>([
      ['since: { number: 9 }', /^since: there is no publication 9: the numbers go from 1 to 5$/],
      [
        'until: { datedOn: "2026-01-11" }',
        /^until: no publication is of 2026-01-11: the nearest days are 2026-01-10, 2026-01-15, 2026-01-16; knownOn takes any day$/,
      ],
      [
        'until: { knownOn: "2025-12-31" }',
        /^until: nothing was known on 2025-12-31: the first publication is of 2026-01-01$/,
      ],
      [
        'since: { number: 4 }, until: { number: 3 }',
        /^since names publication 4 and until 3: give a since that is not after until$/,
      ],
      ['since: {}', /^since: nothing is given: give one of number, datedOn, knownOn$/],
      [
        'until: { number: 3, knownOn: "2026-01-10" }',
        /^until: number, knownOn is given: give one of number, datedOn, knownOn$/,
      ],
      ['first: 1, after: "abc"', /^after: "abc" is not a cursor of this list/],
    ])('%s is refused', async (args, message) => {
      expect(await refusal(database, `{ changes(${args}) { totalCount } }`)).toEqual({
        name: 'BadUserInputError',
        message: expect.stringMatching(message),
      });
    });
  });

  test('of a publication of the past are those until then', async () => {
    expect(told(await list('publication: 3'))).toEqual(ALL.slice(4));
    expect(told(await list('knownOn: "2026-01-09"'))).toEqual(ALL.slice(7));
    // RNCP2 was away then, and is back.
    const gone = await ask<{ removedCertification: object }>(
      database,
      '{ removedCertification(code: "RNCP2", publication: 3) { removed { number } absences { reappeared { number } } } }',
    );
    expect(gone.removedCertification).toEqual({
      ...{ removed: { number: numbers[2] }, absences: [{ reappeared: null }] },
    });
    expect(
      await refusal(database, '{ changes(publication: 3, until: { number: 4 }) { totalCount } }'),
    ).toEqual({
      name: 'BadUserInputError',
      message: 'until: there is no publication 4: the numbers go from 1 to 3',
    });
  });

  test('are counted from the publication before', async () => {
    const { publications } = await ask<{ publications: { nodes: object[] } }>(
      database,
      '{ publications(last: 3) { nodes { number datedOn comparedWith { number } } } }',
    );
    expect(publications.nodes).toEqual([
      { number: 3, datedOn: '2026-01-10', comparedWith: { number: 2 } },
      { number: 2, datedOn: '2026-01-05', comparedWith: { number: 1 } },
      { number: 1, datedOn: '2026-01-01', comparedWith: null },
    ]);
  });

  describe('of some certifications', () => {
    test.each<[string, string[]]>([
      ['codes: ["RNCP4"]', ['RNCP4 CREATED']],
      ['codes: ["RNCP3"]', ['RNCP3 REMOVED', 'RNCP3 UPDATED']],
      ['codes: ["RNCP3", "RNCP4"]', ['RNCP4 CREATED', 'RNCP3 REMOVED', 'RNCP3 UPDATED']],
      ['levels: [6]', ['RNCP3 REMOVED', 'RNCP3 UPDATED']],
      ['certifiers: ["130025265"]', ['RNCP3 REMOVED', 'RNCP3 UPDATED']],
      ['certifiers: ["328007786"], codes: ["RNCP3"]', []],
      // What is asked beside is not known of one that is gone.
      ['levels: [6], active: true', []],
      ['active: true, codes: ["RNCP4"]', ['RNCP4 CREATED']],
      ['register: RNCP', ALL],
      ['register: RS', []],
      ['', ALL],
    ])('{ %s }', async (filter, expected) => {
      expect(told(await list(`filter: { ${filter} }`))).toEqual(expected);
    });

    test('names that nobody ever had are refused', async () => {
      const error = await refusal(
        database,
        '{ changes(filter: { codes: ["RNCP5"] }) { totalCount } }',
      );
      expect(error?.message).toMatch(/^codes: "RNCP5" is not the number of a fiche/);
    });

    test('of some kinds', async () => {
      expect(told(await list('kinds: [REMOVED, CREATED], filter: { levels: [5] }'))).toEqual([
        ...['RNCP4 CREATED', 'RNCP2 REMOVED'],
      ]);
      expect((await list('kinds: []')).totalCount).toBe(0);
    });
  });

  test('are the history of a certification, in pages', async () => {
    const answer = await ask<{ certifications: { nodes: object[] } }>(
      database,
      `{ certifications { nodes { code history(first: 2) {
        totalCount pageInfo { hasNextPage } nodes { kind publication { number } }
      } rates: history(kinds: [RATE_ALTERED], until: { number: 4 }, last: 1) {
        totalCount pageInfo { hasPreviousPage } nodes { before after }
      } } } }`,
    );
    const none = { totalCount: 0, pageInfo: { hasPreviousPage: false }, nodes: [] };
    expect(answer.certifications.nodes).toEqual([
      {
        code: 'RNCP1',
        history: {
          ...{ totalCount: 5, pageInfo: { hasNextPage: true } },
          nodes: [
            { kind: 'RATE_ALTERED', publication: { number: numbers[4] } },
            { kind: 'RATE_ALTERED', publication: { number: numbers[3] } },
          ],
        },
        rates: {
          ...{ totalCount: 2, pageInfo: { hasPreviousPage: true } },
          nodes: [{ before: '80', after: '81.5' }],
        },
      },
      {
        ...{ code: 'RNCP2', rates: none },
        history: {
          ...{ totalCount: 2, pageInfo: { hasNextPage: false } },
          nodes: [
            { kind: 'REAPPEARED', publication: { number: numbers[3] } },
            { kind: 'REMOVED', publication: { number: numbers[2] } },
          ],
        },
      },
      {
        ...{ code: 'RNCP4', rates: none },
        history: {
          ...{ totalCount: 1, pageInfo: { hasNextPage: false } },
          nodes: [{ kind: 'CREATED', publication: { number: numbers[3] } }],
        },
      },
    ]);
  });

  test('are revisions of cohorts', async () => {
    const answer = await ask<{ certification: { cohorts: object[] } }>(
      database,
      `{ certification(code: "RNCP1") { cohorts { year revisions {
        figure before after publication { number } source { fileName }
      } } } }`,
    );
    const revision = (number: number | undefined, before: number, after: number, file: string) => ({
      ...{ figure: 'GLOBAL_6_MONTHS', before, after, publication: { number } },
      source: { fileName: file },
    });
    expect(answer.certification.cohorts).toEqual([
      {
        year: 2022,
        revisions: [
          {
            ...{ figure: 'CERTIFIED', before: null, after: 9, publication: { number: numbers[2] } },
            source: { fileName: 'export_fiches_RNCP_V4_1_2026-01-10.xml' },
          },
        ],
      },
      {
        year: 2021,
        revisions: [
          revision(numbers[4], 82, 83, 'taux-0-2026-01-16.csv'),
          revision(numbers[3], 81.5, 82, 'export_fiches_RNCP_V4_1_2026-01-15.xml'),
          revision(numbers[1], 80, 81.5, 'export_fiches_RNCP_V4_1_2026-01-05.xml'),
        ],
      },
    ]);
  });

  const PRESENCE =
    'code firstSeen { number } lastSeen { number } absences { removed { number } reappeared { number } }';
  const seen = (first: number | undefined, last: number | undefined, ...absences: object[]) => ({
    ...{ firstSeen: { number: first }, lastSeen: { number: last }, absences },
  });

  test('tell when a certification was there', async () => {
    const answer = await ask<{ certifications: { nodes: object[] } }>(
      database,
      `{ certifications { nodes { ${PRESENCE} } } }`,
    );
    const [first, , third, fourth, last] = numbers;
    expect(answer.certifications.nodes).toEqual([
      { code: 'RNCP1', ...seen(first, last) },
      {
        code: 'RNCP2',
        ...seen(first, last, { removed: { number: third }, reappeared: { number: fourth } }),
      },
      { code: 'RNCP4', ...seen(fourth, last) },
    ]);
  });

  test('tell of a certification that is gone', async () => {
    const ofCode = (code: string) =>
      ask<{ removedCertification: object | null }>(
        database,
        `{ removedCertification(code: "${code}") { ${PRESENCE} register number title level certifiers
          removed { number } history { totalCount nodes { kind title } } } }`,
      );
    const [first, second, third] = numbers;
    expect((await ofCode('rncp 3')).removedCertification).toEqual({
      ...{ code: 'RNCP3', register: 'RNCP', number: 3, title: 'Styliste', level: 6 },
      ...{ certifiers: ['130025265'], removed: { number: third } },
      ...seen(first, second, { removed: { number: third }, reappeared: null }),
      history: {
        totalCount: 2,
        nodes: [
          { kind: 'REMOVED', title: 'Styliste' },
          { kind: 'UPDATED', title: 'Styliste' },
        ],
      },
    });
    for (const code of ['RNCP1', 'RNCP2', 'RNCP9']) {
      expect((await ofCode(code)).removedCertification).toBeNull();
    }
  });

  test('an answer without any says why where no certification is chosen', async () => {
    const why = async (args: string) => {
      const { extensions } = await send(database, `{ changes(${args}) { totalCount } }`);
      return extensions?.['emptyAnswers'];
    };
    expect(await why('filter: { levels: [3] }')).toMatchObject([
      { path: ['changes'], reason: 'CONDITION_EXCLUDES_ALL', of: 'CERTIFICATIONS', rows: 3 },
    ]);
    // There are some; nothing has changed of them.
    expect(await why('filter: { levels: [5] }, kinds: [ENDED]')).toBeUndefined();
  });
});
