import { isDeepStrictEqual } from 'node:util';
import { parse } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { EmptyAnswer } from '../../src/domain/empty/empty-answer.ts';
import { INSERTION_INDICATORS } from '../../src/domain/rate/indicator.ts';
import { createExecutor } from '../../src/graphql/core/executor.ts';
import { answerOperation } from '../../src/graphql/core/operations.ts';
import { schema } from '../../src/graphql/schema.ts';
import { HEADER, Importer } from '../ingest/publish/importer.ts';
import { SERVICES, storeOf, TODAY, type Variables } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, ficheWith, publishFiches } from '../support/factories.ts';
import { MINISTRY, SCHOOL, SMALL_REGISTER, SMALL_REGISTER_FINDINGS } from '../support/register.ts';

const compiled = createExecutor(schema, { compiledAt: 1 });
const interpreted = createExecutor(schema, { compiledAt: Number.POSITIVE_INFINITY });

type Explained = EmptyAnswer & { readonly path: readonly (string | number)[] };

describeEachEngine('an empty answer on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, SMALL_REGISTER, { findings: SMALL_REGISTER_FINDINGS });
    await storeOf(database).refresh();
  });

  async function extensionsOf(source: string, variables: Variables = {}) {
    const answers = [];
    for (const executor of [interpreted, compiled]) {
      // Each its own: explanations are remembered with the document.
      const document = parse(source);
      const parts = { executor, store: storeOf(database), database, services: SERVICES };
      const { result } = await answerOperation(parts, { document, variables }, { today: TODAY });
      answers.push(result.extensions);
    }
    const [first, second] = answers;
    expect(isDeepStrictEqual(first, second)).toBe(true);
    return first as { emptyAnswers?: Explained[]; emptyAnswersNotExplained?: number } | undefined;
  }

  async function explained(source: string): Promise<Explained[]> {
    return (await extensionsOf(source))?.emptyAnswers ?? [];
  }

  /** The only one. */
  async function only(source: string): Promise<Explained> {
    const [answer, ...more] = await explained(source);
    expect(more).toEqual([]);
    if (!answer) throw new Error('nothing is explained');
    return answer;
  }

  test('names the condition that excludes all, what remains without it, and what exists', async () => {
    const answer = await only(
      '{ list: certifications(filter: { register: RNCP, levels: [2] }) { totalCount } }',
    );
    expect(answer).toEqual({
      path: ['list'],
      reason: 'CONDITION_EXCLUDES_ALL',
      message: {
        en: 'none of 5 certifications meets all conditions: without levels (2), 4 remain (with levels 4, 5, 6)',
        fr: 'aucune des 5 certifications ne remplit toutes les conditions : sans levels (2), il en reste 4 (avec levels 4, 5, 6)',
      },
      ...{ of: 'CERTIFICATIONS', rows: 5 },
      conditions: [
        {
          ...{ condition: 'levels', given: [2], state: 'VOID', alone: 0, remainingWithout: 4 },
          ...{ nearest: ['4', '5', '6'], exists: null },
        },
        {
          ...{ condition: 'register', given: 'RNCP', state: 'MET_BY_SOME', alone: 4 },
          ...{ remainingWithout: 0, nearest: [], exists: null },
        },
      ],
      leaveOut: [{ conditions: ['levels'], remaining: 4 }],
      figures: [],
    });
  });

  test('names the fewest conditions that exclude all together', async () => {
    // The RS certification has no level, is active, and is no BTS.
    const answer = await only(
      '{ certifications(filter: { register: RS, active: false, abbreviations: ["bts"] }) { nodes { code } } }',
    );
    expect(answer.reason).toBe('CONDITIONS_EXCLUDE_ALL_TOGETHER');
    expect(answer.leaveOut).toEqual([
      { conditions: ['abbreviations', 'active'], remaining: 1 },
      { conditions: ['abbreviations', 'register'], remaining: 1 },
      { conditions: ['active', 'register'], remaining: 1 },
    ]);
    expect(answer.message.en).toContain(
      'without abbreviations (bts) and active (false), 1 remains',
    );
    expect(answer.message.fr).toContain(
      'sans abbreviations (bts) ni active (false), il en reste 1',
    );
  });

  test('tells the range that exists, and takes each thing asked of one cohort for itself', async () => {
    const years = await only(
      '{ cohorts(filter: { year: { from: 2030 }, certification: { levels: [6] } }) { nodes { year } } }',
    );
    expect(years.conditions[0]).toMatchObject({
      ...{ condition: 'year', given: { from: 2030 }, state: 'VOID', remainingWithout: 3 },
      exists: { from: 2022, to: 2024 },
    });
    expect(years.conditions[1]).toMatchObject({ condition: 'certification.levels', alone: 3 });
    // RNCP900002 has a cohort of 2020 with 30 certified and one of 2021 with none.
    const criteria = await only(
      '{ certifications(filter: { cohortYear: { from: 2021, to: 2021 }, certified: { from: 1, to: 35 } }) { nodes { code } } }',
    );
    expect(criteria.leaveOut).toEqual([
      { conditions: ['cohortYear'], remaining: 3 },
      { conditions: ['certified'], remaining: 1 },
    ]);
    expect(criteria.conditions.map(({ exists }) => exists)).toEqual([
      { from: 0, to: 0 },
      { from: 2020, to: 2024 },
    ]);
  });

  test('takes searches and peers for conditions as well', async () => {
    const search = await only(
      '{ certifications(filter: { search: "comptable", levels: [6] }) { nodes { code } } }',
    );
    expect(search.leaveOut).toEqual([
      { conditions: ['levels'], remaining: 2 },
      { conditions: ['search'], remaining: 1 },
    ]);
    expect(search.conditions[0]?.nearest).toEqual(['5', '4']);
    const peers = await only(
      '{ certifications(filter: { belowPeerMedian: {} }) { nodes { code } } }',
    );
    expect(peers.conditions).toMatchObject([
      { condition: 'belowPeerMedian', state: 'VOID', alone: 0, remainingWithout: 5 },
    ]);
  });

  test('says when the day hides what there is', async () => {
    const none = await only('{ cohorts(asOf: "2015-06-30") { totalCount } }');
    expect(none).toMatchObject({ reason: 'HIDDEN_UNDER_AS_OF', rows: 0 });
    expect(none.message.en).toBe('no cohort had begun by 2015-06-30');
    expect(none.conditions).toMatchObject([{ condition: 'asOf', remainingWithout: 7 }]);
    const ended = await only(
      '{ certifications(asOf: "2035-01-01", filter: { registrationEndsWithinMonths: 30, active: true }) { nodes { code } } }',
    );
    expect(ended.conditions.at(-1)).toMatchObject({
      ...{ condition: 'asOf', given: '2035-01-01', remainingWithout: 3 },
    });
    expect(ended.conditions.map(({ condition }) => condition)).toContain(
      'registrationEndsWithinMonths',
    );
  });

  test('says when the source of a condition was not imported', async () => {
    const rate = await only(
      '{ cohorts(filter: { has: [TARGET_OCCUPATION_6_MONTHS] }) { totalCount } }',
    );
    expect(rate.reason).toBe('SOURCE_AWAY');
    expect(rate.conditions).toMatchObject([{ state: 'SOURCE_AWAY', remainingWithout: 7 }]);
    expect(rate.message.fr).toBe(
      'has (TARGET_OCCUPATION_6_MONTHS) : aucune source importée ne porte le taux dans le métier visé à 6 mois : les fiches publiques et les fichiers statistiques le portent',
    );
  });

  test('tells an unknown code from one that is there', async () => {
    const unknown = await only('{ certification(code: "RNCP900099") { code } }');
    expect(unknown).toMatchObject({
      ...{ path: ['certification'], reason: 'UNKNOWN_CODE' },
      conditions: [{ condition: 'code', given: 'RNCP900099', state: 'UNKNOWN' }],
    });
    expect(unknown.conditions[0]?.nearest.slice(0, 2)).toEqual(['RNCP900001', 'RNCP900002']);
    const codes = await explained(
      `{ certifier(siren: "999999999") { siren } occupation(code: "N4101") { code } speciality(code: "9") { code } formacode(code: "99999") { code } }`,
    );
    expect(codes.map(({ path, reason }) => [path[0], reason])).toEqual([
      ['certifier', 'UNKNOWN_CODE'],
      ['formacode', 'UNKNOWN_CODE'],
      ['occupation', 'UNKNOWN_CODE'],
      ['speciality', 'UNKNOWN_CODE'],
    ]);
    expect(codes[2]?.conditions[0]?.nearest).toEqual(['M1203', 'M1802', 'M1805']);
  });

  test('of statistics tells what having excludes, and why cohorts have no figure', async () => {
    const having = await only(
      '{ insertionStatistics(groupBy: [LEVEL], having: { certified: { from: 5000 } }) { groupCount } }',
    );
    expect(having).toMatchObject({ reason: 'HAVING_EXCLUDES_ALL', of: 'GROUPS', rows: 4 });
    expect(having.conditions).toMatchObject([
      { condition: 'having.certified', remainingWithout: 4, exists: { from: 8, to: 112 } },
    ]);
    const figures = await only(
      '{ insertionStatistics(filter: { certification: { register: RS } }) { total { certified rate(indicator: GLOBAL_6_MONTHS) { value } } } }',
    );
    expect(figures).toMatchObject({
      path: ['insertionStatistics', 'total', 'rate'],
      ...{ reason: 'NO_FIGURE', rows: 1 },
      figures: [
        {
          indicator: 'GLOBAL_6_MONTHS',
          statuses: [{ status: 'NOT_APPLICABLE', cohorts: 1 }],
        },
      ],
    });
    const all = await only(
      '{ insertionStatistics(filter: { certification: { register: RS } }) { total { rates { indicator value } } } }',
    );
    expect(all).toMatchObject({
      path: ['insertionStatistics', 'total', 'rates'],
      ...{ reason: 'NO_FIGURE', rows: 1 },
      figures: INSERTION_INDICATORS.map((indicator) => ({
        indicator,
        statuses: [{ status: 'NOT_APPLICABLE', cohorts: 1 }],
      })),
    });
    const none = await explained(
      `{ insertionStatistics(filter: { certification: { codes: ["RNCP900003"] } }) { total { cohorts } }
         certificationStatistics(filter: { levels: [1] }) { total { certifications } }
         certificationFacets(filter: { levels: [1] }, dimensions: [REGISTER]) { valueCount }
         partnerStatistics(filter: { levels: [1] }) { rows } }`,
    );
    expect(none.map(({ path, reason }) => [path[0], reason])).toEqual([
      ['certificationFacets', 'CONDITION_EXCLUDES_ALL'],
      ['certificationStatistics', 'CONDITION_EXCLUDES_ALL'],
      ['insertionStatistics', 'CONDITION_EXCLUDES_ALL'],
      ['partnerStatistics', 'CONDITION_EXCLUDES_ALL'],
    ]);
  });

  test('of any other list is explained as well', async () => {
    const answers = await explained(`{
      blocks(filter: { codes: ["RNCP900003"], title: "application" }) { totalCount }
      certifiers(filter: { certificationCount: { from: 9 } }) { totalCount }
      findings(filter: { rules: [REFUSED_VALUE], certifier: "${MINISTRY}" }) { totalCount }
      occupations(filter: { codes: ["M18"], search: "comptabilité" }) { totalCount }
      certification(code: "RNCP900001") { partners(role: ASSESS, active: false) { nodes { name } } }
      certifier(siren: "${SCHOOL}") {
        certifications(filter: { levels: [5] }) { nodes { code } }
        cohorts(filter: { year: { to: 2010 } }) { nodes { year } }
      }
    }`);
    expect(
      answers.map(({ path, of, leaveOut }) => [path.join('.'), of, ...leaveOut.map((set) => set)]),
    ).toEqual([
      [
        ...['blocks', 'BLOCKS'],
        { conditions: ['codes'], remaining: 1 },
        { conditions: ['title'], remaining: 1 },
      ],
      [
        ...['certification.partners', 'PARTNERS'],
        { conditions: ['active'], remaining: 1 },
        { conditions: ['role'], remaining: 1 },
      ],
      ['certifier.certifications', 'CERTIFICATIONS', { conditions: ['levels'], remaining: 3 }],
      ['certifier.cohorts', 'COHORTS', { conditions: ['year'], remaining: 5 }],
      ['certifiers', 'CERTIFIERS', { conditions: ['certificationCount'], remaining: 2 }],
      ['findings', 'FINDINGS', { conditions: ['certifier'], remaining: 2 }],
      [
        ...['occupations', 'CODES'],
        { conditions: ['search'], remaining: 2 },
        { conditions: ['codes'], remaining: 1 },
      ],
    ]);
  });

  test('of a report has the names of its parameters', async () => {
    const answer = await only(`{
      report(name: "overdue-rates", parameters: [
        { name: "level", values: ["6"] }, { name: "year_to", values: ["2021"] }
      ]) { rows }
    }`);
    expect(answer.conditions.map(({ condition }) => condition)).toEqual([
      ...['year_to', 'report.rateStatus', 'level'],
    ]);
  });

  test('is explained of lists that are empty, not of pages', async () => {
    expect(
      await extensionsOf(
        `{ certifications(first: 0, filter: { levels: [5] }) { totalCount } cohorts { totalCount }
           certifiers { nodes { certifications { totalCount } } } }`,
      ),
    ).not.toHaveProperty('emptyAnswers');
  });

  test('is explained twenty times at most, and what was given is cut', async () => {
    const lists = Array.from(
      { length: 30 },
      (_, index) =>
        `l${index}: certifications(filter: { levels: [1], search: "${'é'.repeat(500)}" }) { totalCount }`,
    );
    const extensions = await extensionsOf(`{ ${lists.join(' ')} }`);
    expect(extensions?.emptyAnswers).toHaveLength(20);
    expect(extensions?.emptyAnswersNotExplained).toBe(10);
    const [first] = extensions?.emptyAnswers ?? [];
    expect(first?.conditions.find(({ condition }) => condition === 'search')?.given).toBe(
      `${'é'.repeat(100)}…`,
    );
  });

  test('is explained once where an operation has errors as well', async () => {
    const answers = await explained(
      '{ certifications(filter: { levels: [1] }) { totalCount } cohorts(first: 9999) { totalCount } }',
    );
    expect(answers.map(({ path }) => path)).toEqual([['certifications']]);
  });
});

describeEachEngine('what is asked again on', (openDatabase) => {
  test('is explained for its values, its day and its publication', async () => {
    const database = await openDatabase();
    const store = storeOf(database);
    const document = parse(
      'query ($levels: [Int!], $asOf: Date) { certifications(filter: { levels: $levels }, asOf: $asOf) { totalCount } }',
    );
    const rowsOf = async (variables: Variables) => {
      const parts = { executor: interpreted, store, database, services: SERVICES };
      const { result } = await answerOperation(parts, { document, variables }, { today: TODAY });
      const [answer] = (result.extensions?.['emptyAnswers'] ?? []) as Explained[];
      return answer && [answer.rows, answer.conditions.map(({ given }) => given)];
    };
    await publishFiches(database, [
      ficheWith({ code: 'RNCP1', level: { code: 'NIV5', label: 'Niveau 5' } }),
    ]);
    await store.refresh();
    expect(await rowsOf({ levels: [6] })).toEqual([1, [[6]]]);
    expect(await rowsOf({ levels: [6] })).toEqual([1, [[6]]]);
    expect(await rowsOf({ levels: [7] })).toEqual([1, [[7]]]);
    expect(await rowsOf({ levels: [6], asOf: '2024-01-01' })).toEqual([1, [[6], '2024-01-01']]);
    await publishFiches(database, [
      ficheWith({ code: 'RNCP1', level: { code: 'NIV5', label: 'Niveau 5' } }),
      ficheWith({ code: 'RNCP2', level: { code: 'NIV7', label: 'Niveau 7' } }),
    ]);
    await store.refresh();
    expect(await rowsOf({ levels: [6] })).toEqual([2, [[6]]]);
    expect(await rowsOf({ levels: [7] })).toBeUndefined();
  });
});

describeEachEngine('a register without the RS on', (openDatabase) => {
  test('has an answer without the figures that no source has', async () => {
    const database = await openDatabase();
    await publishFiches(database, [ficheWith({ code: 'RNCP1', cohorts: [] })]);
    const parts = { executor: compiled, store: storeOf(database), database, services: SERVICES };
    await storeOf(database).refresh();
    const document = parse(
      '{ cohorts { totalCount } certifications(filter: { hasCohorts: true }) { totalCount } }',
    );
    const { result } = await answerOperation(parts, { document }, { today: TODAY });
    const answers = result.extensions?.['emptyAnswers'] as Explained[];
    expect(answers.map(({ reason, message }) => [reason, message.en])).toEqual([
      ['SOURCE_AWAY', 'hasCohorts (true): no source that was imported has statistics of cohorts'],
      ['SOURCE_AWAY', 'no source that was imported has statistics of cohorts'],
    ]);
    await publishFiches(database, [ficheWith({ code: 'RNCP1', cohorts: [cohortWith(2020, 3)] })]);
  });
});

describeEachEngine('a statistics file alone on', (openDatabase) => {
  test('has no rows of what exports say: these are away', async () => {
    const database = await openDatabase();
    await using importer = await Importer.into(database);
    await importer.run([
      await importer.write(`taux-${TODAY}.csv`, `${HEADER}\nRNCP35746;2020;24;;85;;\n`),
    ]);
    const parts = { executor: compiled, store: storeOf(database), database, services: SERVICES };
    await storeOf(database).refresh();
    const document = parse(`{
      certifications(filter: { levels: [6] }) { totalCount }
      cohorts(filter: { year: { from: 2022 } }) { totalCount }
    }`);
    const { result } = await answerOperation(parts, { document }, { today: TODAY });
    const answers = result.extensions?.['emptyAnswers'] as Explained[];
    expect(answers.map(({ reason, message }) => [reason, message.en])).toEqual([
      ['SOURCE_AWAY', 'levels (6): no export was imported'],
      ['CONDITION_EXCLUDES_ALL', expect.stringContaining('year (from 2022)')],
    ]);
    const unknown = parse('{ certifications(filter: { occupations: ["M1805"] }) { totalCount } }');
    const refused = await answerOperation(parts, { document: unknown }, { today: TODAY });
    expect(refused.result.errors?.[0]?.message).toContain('no export was imported');
  });
});
