import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { Fiche } from '../../src/domain/certification/fiche.ts';
import { levelOf } from '../../src/domain/certification/level.ts';
import { numberOf, registerOf } from '../../src/domain/certification/register-code.ts';
import { foldText } from '../../src/domain/search/fold-text.ts';
import { ask, refusal, StatementLog, type Variables } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, day, ficheWith, publishFiches } from '../support/factories.ts';

/** The value at a turn of a cycle: some fiches share it, and others have none. */
function turn<T>(values: readonly T[], index: number): T {
  return values[index % values.length] as T;
}

/** Ties and absences in everything that can be ordered by; accents and cases in titles. */
const FICHES: readonly Fiche[] = Array.from({ length: 37 }, (_, index) =>
  ficheWith({
    code: `${index % 5 === 4 ? 'RS' : 'RNCP'}${900_000 + ((index * 7) % 37)}`,
    title: `${turn(['Éducateur', 'educateur', 'Zoologue', 'ÂNIER', 'Œnologue'], index)} ${index % 3}`,
    abbreviation: turn([{ code: 'TP', label: null }, null, { code: 'BTS', label: null }], index),
    level: turn([{ code: 'NIV6', label: null }, null, { code: 'NIV4', label: null }], index),
    registrationEndsOn: turn([day('2027-01-01'), day('2020-02-29'), null], index),
    decisionOn: turn([null, day('2021-05-05')], index),
    effectiveOn: turn([day('2022-01-01'), null, null], index),
    publishedOn: turn([null, day('2023-03-03'), day('2023-03-04')], index),
    cohorts: turn([[], [cohortWith(2021, 3), cohortWith(2020, 3)], [cohortWith(2022, 1)]], index),
    texts: { attestedSkills: turn(['élevage', 'élevage et soins', 'soins'], index) },
  }),
);

const VALUES = {
  TITLE: ({ title }: Fiche) => foldText(title),
  LEVEL: ({ level }: Fiche) => levelOf(level?.code ?? null),
  ABBREVIATION: ({ abbreviation }: Fiche) => abbreviation?.code ?? null,
  REGISTRATION_ENDS_ON: ({ registrationEndsOn }: Fiche) => registrationEndsOn,
  VALID_FROM: ({ effectiveOn, decisionOn }: Fiche) => effectiveOn ?? decisionOn,
  PUBLISHED_ON: ({ publishedOn }: Fiche) => publishedOn,
  LAST_COHORT_YEAR: ({ cohorts }: Fiche) =>
    cohorts.length === 0 ? null : Math.max(...cohorts.map(({ year }) => year)),
  RELEVANCE: () => null,
};
type Field = keyof typeof VALUES | 'CODE';
interface Order {
  readonly field: Field;
  readonly direction: 'ASC' | 'DESC';
}

/** Nulls last, whatever the direction. */
function compare(a: string | number | null, b: string | number | null, direction: string): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b === (direction === 'ASC') ? -1 : 1;
}

function compareCodes(a: Fiche, b: Fiche, direction: string): number {
  return (
    compare(registerOf(a.code), registerOf(b.code), direction) ||
    compare(numberOf(a.code), numberOf(b.code), direction)
  );
}

function compareBy(a: Fiche, b: Fiche, { field, direction }: Order): number {
  if (field === 'CODE') return compareCodes(a, b, direction);
  return compare(VALUES[field](a), VALUES[field](b), direction);
}

function sorted(orders: readonly Order[]): string[] {
  return FICHES.toSorted(
    (a, b) =>
      orders.reduce((decided, order) => decided || compareBy(a, b, order), 0) ||
      compareCodes(a, b, 'ASC'),
  ).map(({ code }) => code);
}

const PAGE = `query (
  $filter: CertificationFilter, $orderBy: [CertificationOrder!]
  $first: Int, $after: String, $last: Int, $before: String
) {
  certifications(
    filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before
  ) {
    edges { cursor node { code } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly code: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

describeEachEngine('connections on', (openDatabase) => {
  const log = new StatementLog();
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase(log.listen);
    await publishFiches(database, FICHES);
  });

  async function page(variables: Variables): Promise<Page> {
    return (await ask<{ certifications: Page }>(database, PAGE, variables)).certifications;
  }

  const codesOf = ({ edges }: Page) => edges.map(({ node }) => node.code);

  /** All codes, by pages of a size, from the first to the last. */
  async function walkForward(size: number, variables: Variables): Promise<string[]> {
    const codes: string[] = [];
    let after: string | null = null;
    for (;;) {
      const here: Page = await page({ ...variables, first: size, after });
      expect(here.pageInfo.hasPreviousPage).toBe(after !== null);
      codes.push(...codesOf(here));
      if (!here.pageInfo.hasNextPage) return codes;
      after = here.pageInfo.endCursor;
    }
  }

  /** All codes, by pages of a size, from the last to the first. */
  async function walkBackward(size: number, variables: Variables): Promise<string[]> {
    const codes: string[] = [];
    let before: string | null = null;
    for (;;) {
      const here: Page = await page({ ...variables, last: size, before });
      expect(here.pageInfo.hasNextPage).toBe(before !== null);
      codes.unshift(...codesOf(here));
      if (!here.pageInfo.hasPreviousPage) return codes;
      before = here.pageInfo.startCursor;
    }
  }

  const fields = [...Object.keys(VALUES), 'CODE'] as Field[];
  const directions = ['ASC', 'DESC'] as const;
  test.each(fields.flatMap((field) => directions.map((direction) => [field, direction] as const)))(
    'certifications ordered by %s %s have nulls last',
    async (field, direction) => {
      const orderBy = [{ field, direction }];
      expect(codesOf(await page({ orderBy }))).toEqual(sorted(orderBy));
    },
  );

  test('paging by any size and order visits every row once, in order, both ways', async () => {
    const order = fc.record({
      field: fc.constantFrom(...fields),
      direction: fc.constantFrom(...directions),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(order, { maxLength: 3 }),
        fc.integer({ min: 1, max: FICHES.length + 1 }),
        async (orderBy, size) => {
          const expected = sorted(orderBy);
          expect(await walkForward(size, { orderBy })).toEqual(expected);
          expect(await walkBackward(size, { orderBy })).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('pages by relevance join without gap or overlap', async () => {
    const filter = { search: 'élevage soins or zoologue' };
    const all = codesOf(await page({ filter }));
    expect(all.length).toBeGreaterThan(5);
    expect(new Set(all).size).toBe(all.length);
    for (const size of [1, 4]) {
      expect(await walkForward(size, { filter })).toEqual(all);
      expect(await walkBackward(size, { filter })).toEqual(all);
    }
  });

  test('`before` alone reads backwards from its cursor', async () => {
    const { edges } = await page({ first: 5 });
    const before = edges[3]?.cursor;
    expect(codesOf(await page({ before }))).toEqual(sorted([]).slice(0, 3));
    expect(codesOf(await page({ before, last: 2 }))).toEqual(sorted([]).slice(1, 3));
  });

  test('`after` and `before` together bound the rows from both sides', async () => {
    const { edges } = await page({ first: 9 });
    const between = { after: edges[1]?.cursor, before: edges[7]?.cursor };
    expect(codesOf(await page({ ...between, first: 50 }))).toEqual(sorted([]).slice(2, 7));
    const { pageInfo } = await page({ ...between, first: 2 });
    expect(pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  test('a page of no row says whether there are rows', async () => {
    expect(await page({ first: 0 })).toEqual({
      edges: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const BY_CODE = 'REGISTER ASC, NUMBER ASC';
  test.each([
    ['no cursor at all', 'x', null],
    ['a cursor of another order', cursor('TITLE ASC, REGISTER ASC, NUMBER ASC', 'a', 'R', 1), null],
    ['a cursor without its last value', cursor(BY_CODE, 'RNCP'), null],
    ['a value of another type', cursor(BY_CODE, 'RNCP', '1'), null],
    ['a number that SQL cannot hold', cursor(BY_CODE, 'RNCP', 3_000_000_000), null],
    ['a text that SQL cannot hold', cursor(BY_CODE, 'a\0', 1), null],
    [
      'a day that is none',
      cursor(`PUBLISHED_ON ASC, ${BY_CODE}`, '2023-99-99', 'RNCP', 1),
      [{ field: 'PUBLISHED_ON', direction: 'ASC' }],
    ],
  ])('refuses %s as a cursor', async (_what, after, orderBy) => {
    expect(await refusal(database, PAGE, { after, orderBy })).toEqual({
      name: 'BadUserInputError',
      message: `after: "${after}" is not a cursor of this list in this order: give an endCursor or startCursor of the same field with the same orderBy`,
    });
  });

  test.each([
    [
      { first: 501 },
      'first: 501 is not accepted: give 0 to 500, and read on with the cursor of the last row',
    ],
    [
      { last: -1 },
      'last: -1 is not accepted: give 0 to 500, and read on with the cursor of the last row',
    ],
    [{ first: 1, last: 1 }, 'first and last cannot be given together: page in one direction'],
  ])('refuses the size %j and says what it accepts', async (variables, message) => {
    expect(await refusal(database, PAGE, variables)).toEqual({
      name: 'BadUserInputError',
      message,
    });
  });
});
