import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import { importFiles } from '../../src/ingest/publish/publish.ts';
import { exportText } from '../ingest/sources/export/export-text.ts';
import { TODAY } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import {
  CertificationCardDocument,
  CertificationCohortsDocument,
  DataStatusDocument,
  PooledRatesDocument,
  SearchCertificationsDocument,
} from '../support/operations.ts';
import { sendOn } from '../support/questions.ts';

const PAGE = fileURLToPath(new URL('../../src/demonstration/RNCP35746.txt', import.meta.url));
const CODE = 'RNCP35746';

const EXPORT = exportText([
  {
    code: 'RNCP41000',
    title: 'Gestionnaire de paie',
    level: 'NIV5',
    endsOn: '31/12/2027',
    extra: '<CAPACITES_ATTESTEES>Assurer la communication interne</CAPACITES_ATTESTEES>',
    cohorts: [
      ['2024', '40', '75'],
      ['2025', '60', 'beaucoup'],
    ],
  },
]);

/** The saved operations of the worked example of docs/method.md, answered as it says. */
describeEachEngine('the saved operations answer the worked example on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    send = sendOn(database);
    const folder = await mkdtemp(join(tmpdir(), 'debouches-example-'));
    const path = join(folder, 'export_fiches_RNCP_V4_1_2026-08-16.xml');
    await writeFile(path, EXPORT);
    await importFiles(database, [path], { today: TODAY });
    await rm(folder, { recursive: true });
    await importFiles(database, [PAGE], { today: TODAY, date: parsePlainDate('2022-08-29') });
  });

  test('the card has every part of the fiche page, under any written form of its code', async () => {
    const variables = { code: 'rncp 35746', asOf: '2022-09-01' };
    const { certification } = await send(CertificationCardDocument, variables);
    expect(certification).toEqual({
      code: CODE,
      title: 'Chargé de communication cross-média',
      register: 'RNCP',
      active: true,
      level: 6,
      registrationType: null,
      validFrom: null,
      registrationEndsOn: '2023-07-08',
      certifiers: [
        { name: 'INSTITUT PROMOTION FORMATION', siret: '32800778600077', active: true },
        { name: 'LEARNING MANAGEMENT DEVELOPPEMENT', siret: null, active: true },
      ],
      specialities: [
        {
          code: '320',
          label: "Spécialites plurivalentes de la communication et de l'information",
        },
      ],
      occupations: [
        { code: 'E1402', label: 'Élaboration de plan média' },
        { code: 'E1107', label: "Organisation d'évènementiel" },
        { code: 'E1401', label: 'Développement et promotion publicitaire' },
        { code: 'E1104', label: 'Conception de contenus multimédias' },
        { code: 'E1103', label: 'Communication' },
      ],
      formacodes: [{ code: '46301', label: 'Communication entreprise' }],
      accessRoutes: [
        { route: 'INITIAL_TRAINING', open: true },
        { route: 'APPRENTICESHIP', open: true },
        { route: 'CONTINUING_TRAINING', open: true },
        { route: 'PROFESSIONALISATION_CONTRACT', open: true },
        { route: 'INDIVIDUAL_APPLICATION', open: false },
        { route: 'VAE', open: true },
      ],
      blocks: [
        'Conception de la stratégie opérationnelle de communication cross-media.',
        'Conception et production des outils de communication cross-media',
        'Pilotage des opérations de communication publique et auprès de la presse',
        'Pilotage de la mise en œuvre des actions de communication événementielle',
        'Evaluation des retombées des actions de communication réalisées',
      ].map((title, index) => ({ code: `${CODE}BC0${index + 1}`, title })),
      lineage: {
        replaces: [{ code: 'RNCP28766', title: 'Responsable marketing et communication' }],
        replacedBy: [],
      },
    });
  });

  test('the card is active up to and including the last day, and absent without a fiche', async () => {
    const activeOn = async (asOf: string) =>
      (await send(CertificationCardDocument, { code: CODE, asOf })).certification?.active;
    expect(await activeOn('2023-07-08')).toBe(true);
    expect(await activeOn('2023-07-09')).toBe(false);
    expect(await send(CertificationCardDocument, { code: 'RS35746' })).toEqual({
      certification: null,
    });
  });

  const provenance = {
    source: 'FICHE_PAGE',
    datedOn: '2022-08-29',
    attribution: 'Source : France compétences (francecompetences.fr), fiche relevée le 29/08/2022',
  };

  test.each([
    ['2022-09-01', 'NOT_YET_OBSERVABLE'],
    ['2023-01-15', 'IN_COLLECTION'],
    ['2023-07-02', 'OVERDUE_OPTIONAL'],
  ])('the cohorts of %s: the rate of 2020 at two years is %s', async (asOf, status) => {
    const { certification } = await send(CertificationCohortsDocument, { code: CODE, asOf });
    const rates = certification?.cohorts.flatMap(({ year, certified, ...cohort }) =>
      cohort.insertionRates.map(({ interval, ...rate }) => {
        expect(rate).toMatchObject({ basis: 'CERTIFIED_WEIGHTED', base: certified, provenance });
        const { indicator, value, reliability } = rate;
        const bounds = interval && [interval.lower, interval.upper];
        return [year, indicator, value, rate.status, rate.dueOn, bounds, reliability];
      }),
    );
    const [global6, target6] = ['GLOBAL_6_MONTHS', 'TARGET_OCCUPATION_6_MONTHS'];
    const target24 = 'TARGET_OCCUPATION_2_YEARS';
    expect(rates).toEqual([
      [2020, global6, 86, 'PUBLISHED', '2021-12-31', [66.75, 94.95], 'MODERATE'],
      [2020, target6, 50, 'PUBLISHED', '2021-12-31', [31.08, 68.92], 'MODERATE'],
      [2020, target24, null, status, '2023-06-30', null, null],
      [2019, global6, 93, 'PUBLISHED', '2020-12-31', [74.31, 98.39], 'MODERATE'],
      [2019, target6, 53, 'PUBLISHED', '2020-12-31', [32.9, 72.17], 'MODERATE'],
      [2019, target24, 57, 'PUBLISHED', '2022-06-30', [36.42, 75.42], 'MODERATE'],
      [2018, global6, 100, 'PUBLISHED', '2019-12-31', [81.57, 100], 'LOW'],
      [2018, target6, 57, 'PUBLISHED', '2019-12-31', [34.42, 77], 'LOW'],
      [2018, target24, 47, 'PUBLISHED', '2021-06-30', [26.12, 68.99], 'LOW'],
    ]);
    const heads = certification?.cohorts.map((each) => [each.certified, each.certifiedThroughVae]);
    expect(heads).toEqual([
      [23, 0],
      [21, 0],
      [17, 0],
    ]);
  });

  /** Value, mean, bounds, base, grade, certified with a rate of all, cohorts with one of all. */
  async function pooled(lastCohorts?: number) {
    const variables = { code: CODE, ...(lastCohorts && { lastCohorts }) };
    const { certification } = await send(PooledRatesDocument, variables);
    return certification?.insertion.map(({ value, unweightedMean, interval, ...rate }) => {
      expect(rate.basis).toBe('CERTIFIED_WEIGHTED');
      expect(rate.years).toEqual([2020, 2019, 2018].slice(0, lastCohorts));
      const { certified, certifiedWithRate, cohorts, cohortsWithRate, ratio } = rate.coverage;
      return [
        ...[rate.indicator, value, unweightedMean, interval?.lower, interval?.upper],
        ...[rate.base, rate.reliability, `${certifiedWithRate}/${certified}`, ratio],
        `${cohortsWithRate}/${cohorts}`,
      ];
    });
  }

  test('three cohorts pooled, and two', async () => {
    const [global6, target6] = ['GLOBAL_6_MONTHS', 'TARGET_OCCUPATION_6_MONTHS'];
    const target24 = 'TARGET_OCCUPATION_2_YEARS';
    expect(await pooled()).toEqual([
      [global6, 92.31, 93, 82.85, 96.76, 61, 'GOOD', '61/61', 100, '3/3'],
      [target6, 52.98, 53.33, 40.66, 64.96, 61, 'GOOD', '61/61', 100, '3/3'],
      [target24, 52.53, 52, 37.16, 67.43, 38, 'MODERATE', '38/61', 62.3, '2/3'],
    ]);
    expect(await pooled(2)).toEqual([
      [global6, 89.34, 89.5, 76.88, 95.48, 44, 'MODERATE', '44/44', 100, '2/2'],
      [target6, 51.43, 51.5, 37.15, 65.48, 44, 'MODERATE', '44/44', 100, '2/2'],
      [target24, 57, 57, 36.42, 75.42, 21, 'MODERATE', '21/44', 47.73, '1/2'],
    ]);
  });

  test('a search finds active certifications, best answer first, page by page', async () => {
    const best = {
      code: CODE,
      title: 'Chargé de communication cross-média',
      level: 6,
      registrationEndsOn: '2023-07-08',
      insertionRate: {
        value: 92.31,
        interval: { lower: 82.85, upper: 96.76 },
        coverage: { ratio: 100 },
      },
    };
    const other = {
      code: 'RNCP41000',
      title: 'Gestionnaire de paie',
      level: 5,
      registrationEndsOn: '2027-12-31',
      insertionRate: {
        value: 75,
        interval: { lower: 59.81, upper: 85.81 },
        coverage: { ratio: 40 },
      },
    };
    const variables = { search: 'communications', asOf: '2022-09-01', first: 1 };
    const { certifications } = await send(SearchCertificationsDocument, variables);
    expect(certifications).toMatchObject({
      totalCount: 2,
      nodes: [best],
      pageInfo: { hasNextPage: true },
    });
    const { endCursor } = certifications.pageInfo;
    const rest = await send(SearchCertificationsDocument, { ...variables, after: endCursor });
    // Its cohorts are of years after that day.
    const then = { value: null, interval: null, coverage: { ratio: null } };
    expect(rest.certifications).toMatchObject({
      totalCount: 2,
      nodes: [{ ...other, insertionRate: then }],
      pageInfo: { hasNextPage: false },
    });
    const today = await send(SearchCertificationsDocument, { search: 'communications' });
    expect(today.certifications).toMatchObject({ totalCount: 1, nodes: [other] });
  });

  test('what is served says how fresh it is, how much, and under what terms', async () => {
    expect(await send(DataStatusDocument, {})).toEqual({
      dataStatus: {
        exportedOn: '2026-08-16',
        ageDays: 100,
        demonstration: false,
        notice: null,
        registers: [
          {
            register: 'RNCP',
            certifications: 2,
            active: 1,
            cohorts: 5,
            exportedOn: '2026-08-16',
          },
          { register: 'RS', certifications: 0, active: 0, cohorts: 0, exportedOn: null },
        ],
        // A link to no fiche, a body without SIRET, a fiche without a body, a value that is refused.
        findingCount: 4,
        licence: 'Licence Ouverte 2.0 (Etalab)',
        licenceUrl: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
        attribution: 'Source : France compétences (data.gouv.fr), export du 16/08/2026',
        methodVersion: '2.0',
      },
    });
  });
});
