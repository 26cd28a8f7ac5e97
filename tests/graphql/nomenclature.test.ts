import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, refusal } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { ficheWith, publishFiches } from '../support/factories.ts';
import { SMALL_REGISTER } from '../support/register.ts';

describeEachEngine('nomenclatures on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, [
      ...SMALL_REGISTER,
      ficheWith({
        code: 'RS900002',
        occupations: [
          { code: 'M18', label: null },
          { code: 'M1805', label: 'Études et développement informatique' },
          { code: 'M1805', label: 'Etudes' },
        ],
      }),
    ]);
  });

  async function codes(field: string, args: string): Promise<string[]> {
    const answer = await ask<Record<string, { totalCount: number; nodes: { code: string }[] }>>(
      database,
      `{ ${field}${args && `(${args})`} { totalCount nodes { code } } }`,
    );
    const { nodes, totalCount } = answer[field] ?? { nodes: [], totalCount: -1 };
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ code }) => code);
  }

  test.each([
    ['occupations', '', ['M1203', 'M18', 'M1802', 'M1805']],
    ['occupations', 'filter: { codes: ["m180", "X"] }', null],
    ['occupations', 'filter: { codes: ["m180", "M12"] }', ['M1203', 'M1802', 'M1805']],
    ['occupations', 'filter: { search: "DEVELOPPEMENTS informatiques" }', ['M1805']],
    ['occupations', 'filter: { search: "tabil" }', ['M1203']],
    ['occupations', 'filter: { search: " " }', ['M1203', 'M18', 'M1802', 'M1805']],
    ['occupations', 'orderBy: { field: LABEL }', ['M1203', 'M1805', 'M1802', 'M18']],
    [
      'occupations',
      'orderBy: { field: LABEL, direction: DESC }',
      ['M1802', 'M1805', 'M1203', 'M18'],
    ],
    ['specialities', 'filter: { codes: ["32"] }', ['326', '326t']],
    ['specialities', 'orderBy: { field: CODE, direction: DESC }', ['326t', '326', '314']],
    ['formacodes', 'filter: { search: "comptabilité" }', ['32654']],
  ])('%s are listed with (%s)', async (field, args, expected) => {
    if (expected) expect(await codes(field, args)).toEqual(expected);
    else expect(await refusal(database, `{ ${field}(${args}) { totalCount } }`)).not.toBeNull();
  });

  test.each([1, 3])('pages of %d by label join', async (first) => {
    const found: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const answer: {
        occupations: { pageInfo: { endCursor: string; hasNextPage: boolean } } & {
          nodes: { code: string }[];
        };
      } = await ask(
        database,
        `query ($first: Int, $after: String) {
          occupations(orderBy: { field: LABEL }, first: $first, after: $after) {
            nodes { code } pageInfo { endCursor hasNextPage }
          }
        }`,
        { first, after },
      );
      found.push(...answer.occupations.nodes.map(({ code }) => code));
      after = answer.occupations.pageInfo.endCursor;
      more = answer.occupations.pageInfo.hasNextPage;
    }
    expect(found).toEqual(['M1203', 'M1805', 'M1802', 'M18']);
  });

  test('a code stands once in a fiche, under the label it most often has', async () => {
    const { certification } = await ask<{ certification: object }>(
      database,
      '{ certification(code: "RS900002") { occupations { code label } } }',
    );
    expect(certification).toEqual({
      occupations: [
        // No fiche labels it: the official label stands in.
        { code: 'M18', label: 'Systèmes d’information et de télécommunication' },
        { code: 'M1805', label: 'Études et développement informatique' },
      ],
    });
  });

  test('a code has the certifications that carry it or one below it', async () => {
    const certifications = '{ certifications { nodes { code } } }';
    const answer = await ask(
      database,
      `{ exact: occupation(code: "M1203") ${certifications}
        domain: occupation(code: "m18") ${certifications}
        above: speciality(code: "3") ${certifications}
        below: speciality(code: "326T") ${certifications}
        formacode(code: "30854") ${certifications} }`,
    );
    const of = (...all: string[]) => ({
      certifications: { nodes: all.map((code) => ({ code })) },
    });
    const [one, two, three, ten] = ['RNCP900001', 'RNCP900002', 'RNCP900003', 'RNCP900010'];
    expect(answer).toEqual({
      exact: of(three, ten),
      domain: of(one, two, 'RS900002'),
      above: of(one, two, three, ten, 'RS900001'),
      below: of(one, ten, 'RS900001'),
      formacode: of(one),
    });
  });

  describe('the NSF tree', () => {
    test('is climbed to its top, labelled as fiches do where one carries the code, else officially', async () => {
      const { speciality } = await ask<{ speciality: object }>(
        database,
        `{ speciality(code: "326t") { code label parent { code label parent { code label
          parent { code label parent { code } } } } } }`,
      );
      expect(speciality).toEqual({
        code: '326t',
        label: 'Programmation, mise en place de logiciels',
        parent: {
          code: '326',
          label: 'Informatique',
          parent: {
            code: '32',
            label: 'Communication et information',
            parent: {
              code: '3',
              label: 'Domaines technico-professionnels des services',
              parent: null,
            },
          },
        },
      });
    });
  });

  test('codes that no fiche carries are absent', async () => {
    expect(
      await ask(
        database,
        `{ occupation(code: "A1101") { code } speciality(code: "9") { code }
          formacode(code: "1") { code } }`,
      ),
    ).toEqual({ occupation: null, speciality: null, formacode: null });
  });

  test.each([
    ['occupation(code: "")', '"" is not a ROME code'],
    ['speciality(code: "%")', '"%" is not an NSF code'],
    ['formacode(code: "abc")', '"abc" is not a Formacode'],
  ])('%s is refused', async (field, message) => {
    const error = await refusal(database, `{ ${field} { code } }`);
    expect(error?.name).toBe('BadUserInputError');
    expect(error?.message.startsWith(`${message}: give`)).toBe(true);
  });
});
