import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { surveyService } from '../../../src/snapshot/surveys/survey-service.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { certifierWith, ficheWith, publishFiches } from '../../support/factories.ts';
import { csv, importTexts, SECRET } from '../../support/surveys.ts';
import { serveQuestions } from '../question-server.ts';

const BODIES = ['11111111800011', '22222222600011'] as const;

/** So many holders of a certification, of a sex and a region, who are all employed. */
interface Part {
  readonly code: string;
  readonly sex: 'F' | 'M';
  readonly region: string;
  readonly holders: number;
}

/**
 * RNCP1 to RNCP3, of level 5: 60 women and 40 men of Île-de-France, and one man of Brittany. RNCP4 is
 * the only one of level 6.
 */
const PARTS: readonly Part[] = [
  { code: 'RNCP1', sex: 'F', region: '11', holders: 30 },
  { code: 'RNCP2', sex: 'F', region: '11', holders: 30 },
  { code: 'RNCP3', sex: 'M', region: '11', holders: 40 },
  { code: 'RNCP3', sex: 'M', region: '53', holders: 1 },
  { code: 'RNCP4', sex: 'F', region: '11', holders: 40 },
  { code: 'RNCP4', sex: 'M', region: '53', holders: 40 },
];

let database: Database;
beforeAll(async () => {
  database = await openMigratedPglite();
  await publishFiches(
    database,
    ['RNCP1', 'RNCP2', 'RNCP3', 'RNCP4'].map((code, place) =>
      ficheWith({
        ...{ code, level: { code: `NIV${place === 3 ? 6 : 5}`, label: null } },
        certifiers: [certifierWith(`Body ${place % 2}`, { siret: BODIES[place % 2] ?? null })],
      }),
    ),
  );
  const roster = ['certification,id_titulaire,date_obtention,sexe,region_formation'];
  const situations = ['certification,id_titulaire,horizon,statut_reponse,situation'];
  for (const { code, sex, region, holders } of PARTS) {
    for (let number = 0; number < holders; number++) {
      const id = `${code},${sex}${region}-${number}`;
      roster.push(`${id},2024-03-15,${sex},${region}`);
      situations.push(`${id},6,REPONDU,EMPLOI`);
    }
  }
  await importTexts(database, { 'r.csv': csv(...roster), 's.csv': csv(...situations) });
  return () => database[Symbol.asyncDispose]();
});

/** Groups where a noise adds so much to each count that is not 0. */
async function groupsOf(where: string, groupBy: string, added = 0) {
  const service = surveyService(SECRET, { has: () => false });
  await using server = await serveQuestions(database, schema, {
    surveys: {
      ...service,
      noise: (_group, _name, count) => (count === 0 ? 0 : Math.max(0, count + added)),
    },
  });
  const response = await server.ask({
    query: `{ surveyStatistics(horizon: MONTHS_6, where: { ${where} }, groupBy: [${groupBy}]) {
      groups { keys { value } certifications status reason holders employed
        responseRate { status reason } } } }`,
  });
  const { data } = (await response.json()) as {
    data: {
      surveyStatistics: {
        groups: {
          keys: { value: string | null }[];
          certifications: number;
          status: string;
          reason: string | null;
          holders: number | null;
          employed: number | null;
          responseRate: { status: string; reason: string | null };
        }[];
      };
    };
  };
  return data.surveyStatistics.groups.map(({ keys, ...rest }) => ({
    ...{ keys: keys.map(({ value }) => value), ...rest },
  }));
}

test('too few certifications are one group, whatever attributes of holders are asked for', async () => {
  const suppressed = {
    ...{ certifications: 1, status: 'SUPPRESSED', reason: 'FEW_CERTIFICATIONS' },
    ...{ holders: null, employed: null },
  };
  for (const groupBy of ['SEX', 'SEX, REGION', 'AGE_BAND']) {
    const keys = groupBy.split(', ').map(() => null);
    expect(await groupsOf('level: 6', groupBy)).toMatchObject([{ ...suppressed, keys }]);
  }
  // Whether it has holders of an attribute is not told either.
  for (const where of ['sex: "F"', 'region: "53"', 'region: "75"']) {
    expect(await groupsOf(`level: 6, ${where}`, '')).toMatchObject([suppressed]);
  }
  const both = await groupsOf('', 'LEVEL, SEX');
  expect(both.map(({ keys }) => keys)).toEqual([
    ['5', 'F'],
    ['5', 'M'],
    ['6', null],
  ]);
});

test('a group shows nothing under 20 eligible with noise', async () => {
  const [men] = await groupsOf('level: 5, region: "53"', '', 18);
  expect(men).toMatchObject({
    ...{ certifications: 3, status: 'SUPPRESSED', reason: 'SMALL_BASE' },
    ...{ holders: null, employed: null },
    responseRate: { status: 'SUPPRESSED', reason: 'SMALL_BASE' },
  });
  expect(await groupsOf('level: 5, region: "53"', '', 19)).toMatchObject([
    { status: 'SHOWN', reason: null, holders: 20, employed: 20 },
  ]);
  expect(await groupsOf('level: 5', 'SEX', -22)).toMatchObject([
    { keys: ['F'], status: 'SHOWN', holders: 38 },
    { keys: ['M'], status: 'SUPPRESSED' },
  ]);
});

test('a group whose holders are 0 with noise is none, as one without holders', async () => {
  expect(await groupsOf('level: 5', 'REGION', -1)).toMatchObject([{ keys: ['11'] }]);
  expect(await groupsOf('level: 5, region: "53"', '', -1)).toEqual([]);
  expect(await groupsOf('level: 5, region: "75"', '', -1)).toEqual([]);
  expect(await groupsOf('level: 5', 'REGION')).toMatchObject([
    { keys: ['11'], status: 'SHOWN' },
    { keys: ['53'], status: 'SUPPRESSED' },
  ]);
});
