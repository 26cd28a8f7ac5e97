import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { valued, valueless } from '../support/expected-rates.ts';
import { publishFiches } from '../support/factories.ts';
import {
  CertificationBlocksDocument,
  CertificationLineageDocument,
  DeclaredEquivalencesDocument,
  EndingWithoutReplacementDocument,
} from '../support/operations.ts';
import { MINISTRY, QUESTION_REGISTER, SCHOOL_A, SCHOOL_B } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';

describeEachEngine('what replaces what, and blocks, on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    send = sendOn(database);
  });

  // RNCP101 alone says that it replaces RNCP100. Both have a cohort of 2022.
  const newer = {
    code: 'RNCP101',
    certification: {
      title: 'Concepteur de logiciels',
      active: true,
      registrationEndsOn: '2027-05-10',
    },
  };
  const older = {
    code: 'RNCP100',
    certification: { title: 'Développeur', active: false, registrationEndsOn: '2022-05-10' },
  };
  const edges = [
    { older: 'RNCP100', newer: 'RNCP101', declaredByOlder: false, declaredByNewer: true },
  ];

  test('23: the rates along the chain, a year that both carry counted once', async () => {
    expect(await send(CertificationLineageDocument, { code: 'RNCP101' })).toEqual({
      certification: {
        code: 'RNCP101',
        title: 'Concepteur de logiciels',
        lineage: {
          graph: {
            nodes: [
              { ...newer, distance: 0 },
              { ...older, distance: 1 },
            ],
            edges,
          },
          // 2022 is published by both, 60 of 10 and 66 of 12: the own one wins.
          series: [
            point(2021, 'RNCP100', 'PUBLISHED', valued(80, [60.87, 91.14], 25, 'MODERATE')),
            point(2022, 'RNCP101', 'PUBLISHED', valued(60, [31.27, 83.18], 10, 'VERY_LOW')),
            point(2023, 'RNCP101', 'PUBLISHED', valued(70, [48.1, 85.45], 20, 'MODERATE')),
            point(2024, 'RNCP101', 'PUBLISHED', valued(50, [29.93, 70.07], 20, 'MODERATE')),
          ],
        },
      },
    });
  });

  test('23: asked for the other one, its own figure of 2022 wins', async () => {
    const { certification } = await send(CertificationLineageDocument, { code: 'RNCP100' });
    expect(certification?.lineage.graph).toEqual({
      nodes: [
        { ...older, distance: 0 },
        { ...newer, distance: 1 },
      ],
      edges,
    });
    const series = certification?.lineage.series.map((each) => [
      each.year,
      each.code,
      each.rate.value,
    ]);
    expect(series).toEqual([
      [2021, 'RNCP100', 80],
      [2022, 'RNCP100', 66],
      [2023, 'RNCP101', 70],
      [2024, 'RNCP101', 50],
    ]);
  });

  test('23: a rate that is missing keeps the status of the fiche it is of', async () => {
    const variables = { code: 'RNCP101', indicator: 'TARGET_OCCUPATION_2_YEARS' } as const;
    const { certification } = await send(CertificationLineageDocument, variables);
    // 2021: due on 2024-06-30, and RNCP100 had ended in 2022. 2024: observed on 2026-12-31.
    expect(certification?.lineage.series).toEqual([
      point(2021, 'RNCP100', 'CLOSED_BEFORE_DUE', valueless(25)),
      point(2022, 'RNCP101', 'PUBLISHED', valued(55, [27.37, 79.86], 10, 'VERY_LOW')),
      point(2023, 'RNCP101', 'PUBLISHED', valued(65, [43.29, 81.88], 20, 'MODERATE')),
      point(2024, 'RNCP101', 'NOT_YET_OBSERVABLE', valueless(20)),
    ]);
  });

  test('24: the blocks in the order of the fiche, and what they are equivalent to', async () => {
    expect(await send(CertificationBlocksDocument, { code: 'RNCP101' })).toEqual({
      certification: {
        code: 'RNCP101',
        title: 'Concepteur de logiciels',
        blocks: [
          {
            position: 1,
            code: 'RNCP101BC01',
            title: 'Concevoir',
            assessmentModes: 'Étude de cas',
          },
          {
            position: 2,
            code: 'RNCP101BC02',
            title: 'Développer',
            assessmentModes: 'Mise en situation',
          },
        ],
        equivalences: [
          {
            wholeCertification: false,
            sourceBlocks: ['RNCP101BC01'],
            targetCode: 'RNCP111',
            targetBlocks: ['RNCP111BC01'],
            target: { title: 'Développeur 1' },
          },
        ],
      },
    });
    expect(await send(CertificationBlocksDocument, { code: 'RNCP100' })).toEqual({
      certification: { code: 'RNCP100', title: 'Développeur', blocks: [], equivalences: [] },
    });
  });

  const ofBlock = {
    code: 'RNCP101',
    title: 'Concepteur de logiciels',
    active: true,
    equivalences: [
      {
        wholeCertification: false,
        sourceBlocks: ['RNCP101BC01'],
        targetCode: 'RNCP111',
        targetBlocks: ['RNCP111BC01'],
        target: { title: 'Développeur 1' },
      },
    ],
  };
  const ofWhole = {
    code: 'RNCP120',
    title: 'Comptabilité et gestion',
    active: true,
    equivalences: [
      {
        wholeCertification: true,
        sourceBlocks: [],
        targetCode: 'RNCP121',
        targetBlocks: [],
        target: { title: 'Comptabilité et gestion, rénové' },
      },
    ],
  };

  test('24: the certifications that declare equivalences, of a block or of the whole', async () => {
    const { certifications } = await send(DeclaredEquivalencesDocument, {});
    expect(certifications).toEqual({
      totalCount: 2,
      nodes: [ofBlock, ofWhole],
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
    });
  });

  test('24: page by page, and none that has ended', async () => {
    const first = await send(DeclaredEquivalencesDocument, { first: 1 });
    expect(first.certifications).toMatchObject({
      totalCount: 2,
      nodes: [ofBlock],
      pageInfo: { hasNextPage: true },
    });
    const after = first.certifications.pageInfo.endCursor;
    const { certifications } = await send(DeclaredEquivalencesDocument, { first: 1, after });
    expect(certifications).toMatchObject({ nodes: [ofWhole], pageInfo: { hasNextPage: false } });
    const ended = await send(DeclaredEquivalencesDocument, { active: false });
    expect(ended.certifications).toEqual({
      totalCount: 0,
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  const schoolA = { name: 'École A', siren: SCHOOL_A, active: true };
  const schoolB = { name: 'École B', siren: SCHOOL_B, active: true };

  // The last days of filing are 8 and 7 months before the end: all three have passed.
  const first = {
    code: 'RNCP130',
    title: 'Assistant de gestion',
    registrationType: 'ON_REQUEST',
    registrationEndsOn: '2026-12-15',
    renewal: { stage: 'LATE', fileBy: '2026-04-15', replaced: false },
    certifiers: [schoolA, schoolB],
  };

  test('35: what ends within a year and is replaced by nothing, by month', async () => {
    // RNCP120 ends on 2027-08-31 as well, and RNCP121 says that it replaces it.
    expect(await send(EndingWithoutReplacementDocument, {})).toEqual({
      certifications: {
        totalCount: 3,
        nodes: [
          first,
          {
            code: 'RS200',
            title: 'Sauveteur au travail',
            registrationType: 'ON_REQUEST',
            registrationEndsOn: '2027-01-31',
            renewal: { stage: 'LATE', fileBy: '2026-05-31', replaced: false },
            certifiers: [schoolA],
          },
          {
            code: 'RNCP101',
            title: 'Concepteur de logiciels',
            registrationType: 'ON_REQUEST',
            registrationEndsOn: '2027-05-10',
            renewal: { stage: 'LATE', fileBy: '2026-09-10', replaced: false },
            certifiers: [schoolA, { name: 'Ancienne école', siren: null, active: false }],
          },
        ],
        pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      },
      byMonth: {
        groups: [month('2026-12'), month('2027-01'), month('2027-05')],
      },
    });
  });

  test('35: within a month, and on another day', async () => {
    // One month from 2026-11-24 is 2026-12-24.
    expect(await send(EndingWithoutReplacementDocument, { withinMonths: 1 })).toEqual({
      certifications: {
        totalCount: 1,
        nodes: [first],
        pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      },
      byMonth: { groups: [month('2026-12')] },
    });
    // In spring 2031 the successor of RNCP120 ends, and nothing replaces it yet.
    const later = await send(EndingWithoutReplacementDocument, { asOf: '2031-03-01' });
    expect(later.certifications.nodes).toEqual([
      {
        code: 'RNCP121',
        title: 'Comptabilité et gestion, rénové',
        registrationType: 'BY_LAW',
        registrationEndsOn: '2031-08-31',
        // 31 August minus 8 months is 31 December, minus 7 months 31 January: both have passed.
        renewal: { stage: 'LATE', fileBy: '2030-12-31', replaced: false },
        certifiers: [{ name: 'Ministère', siren: MINISTRY, active: true }],
      },
    ]);
  });
});

/** One year of a lineage. */
function point(year: number, code: string, status: string, rate: object) {
  return { year, code, rate: { ...rate, status } };
}

/** One registration that ends in a month. */
function month(label: string) {
  return {
    key: { registrationEndMonth: `${label}-01`, label },
    summary: { certifications: 1 },
  };
}
