import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import {
  CompleteRatesDocument,
  DataStatusDocument,
  FindingCountsDocument,
  MeasureCatalogueDocument,
} from '../support/operations.ts';
import { MINISTRY, QUESTION_REGISTER, SCHOOL_A, SCHOOL_B } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';

describeEachEngine('what the data are worth on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    send = sendOn(database);
  });

  test('26: the share of complete rates at 6 months, by level and registration type', async () => {
    const onRequest = { registrationType: 'ON_REQUEST' };
    const request = 'Enregistrement sur demande';
    expect(await send(CompleteRatesDocument, {})).toEqual({
      certificationStatistics: {
        // All of the RNCP but RNCP100, which has ended: 9 of 12.
        total: counted(12, 10, 9, 75),
        groups: [
          {
            key: { level: 4, ...onRequest, label: `Niveau 4 · ${request}` },
            // RNCP130 owes its global rate of 2024.
            summary: counted(1, 1, 0, 0),
          },
          {
            key: {
              ...{ level: 5, registrationType: 'BY_LAW' },
              label: 'Niveau 5 · Enregistrement de droit',
            },
            // RNCP120 and RNCP121 have no statistics.
            summary: counted(2, 0, 0, 0),
          },
          {
            key: { level: 6, ...onRequest, label: `Niveau 6 · ${request}` },
            // RNCP101 and its six peers.
            summary: counted(7, 7, 7, 100),
          },
          {
            key: { level: 7, ...onRequest, label: `Niveau 7 · ${request}` },
            summary: counted(1, 1, 1, 100),
          },
          {
            key: { level: null, ...onRequest, label: `Niveau non renseigné · ${request}` },
            // RNCP140: its newest cohort is of 2019, and none of those it has is owed.
            summary: counted(1, 1, 1, 100),
          },
        ],
      },
    });
  });

  test('26: before the rate of 2024 was due, RNCP130 was complete, and RNCP100 once active', async () => {
    const onDueDay = await send(CompleteRatesDocument, { asOf: '2025-12-31' });
    expect(onDueDay.certificationStatistics.total).toEqual(counted(11, 10, 10, 90.91));
    const before = await send(CompleteRatesDocument, { asOf: '2022-05-10' });
    // Only RNCP100, on its last day, and RNCP101, on its first, were registered then.
    expect(before.certificationStatistics.total).toEqual(counted(2, 2, 2, 100));
  });

  test('27: findings by rule and severity, and by certifying body', async () => {
    expect(await send(FindingCountsDocument, {})).toEqual({
      byRule: {
        findings: 15,
        // RNCP100, RNCP101, RNCP121, RNCP130, RNCP140 and the six peers.
        certifications: 11,
        groups: [
          {
            // 2024 of the six peers, and 2020 to 2024 of RNCP140: due before 2026-08-16.
            ...{ severity: 'INFORMATION', rule: 'MISSING_COHORT_YEARS' },
            ...{ findings: 7, certifications: 7 },
          },
          {
            // 66 of at most 12, 55 of at most 10 (after 2 years), 77 of at most 9: RNCP100, 101, 130.
            ...{ severity: 'INFORMATION', rule: 'IMPOSSIBLE_RATES' },
            ...{ findings: 3, certifications: 3 },
          },
          {
            // RNCP101 names RNCP100, RNCP121 names RNCP120: neither is named back.
            ...{ severity: 'INFORMATION', rule: 'ONE_SIDED_LINEAGE' },
            ...{ findings: 2, certifications: 2 },
          },
          {
            // RNCP140. The former body of RNCP101 needs none.
            ...{ severity: 'INFORMATION', rule: 'MISSING_SIRET' },
            ...{ findings: 1, certifications: 1 },
          },
          {
            // RNCP140: 2019, and 2022 is the oldest that is not.
            ...{ severity: 'INFORMATION', rule: 'STATISTICS_LIKELY_STALE' },
            ...{ findings: 1, certifications: 1 },
          },
          {
            // RNCP130 ends within 12 months of 2026-08-16, the day of the data, with one global rate.
            ...{ severity: 'INFORMATION', rule: 'TOO_FEW_USABLE_COHORTS' },
            ...{ findings: 1, certifications: 1 },
          },
        ],
      },
      byCertifier: {
        overlapping: true,
        groupCount: 4,
        groups: [
          {
            // One on each of the six peers, two on RNCP130.
            certifier: { siren: SCHOOL_B, name: 'École B' },
            ...{ findings: 8, certifications: 7 },
          },
          {
            // One on RNCP100, two on RNCP101, the same two on RNCP130.
            certifier: { siren: SCHOOL_A, name: 'École A' },
            ...{ findings: 5, certifications: 3 },
          },
          { certifier: null, findings: 3, certifications: 1 },
          {
            certifier: { siren: MINISTRY, name: 'Ministère' },
            ...{ findings: 1, certifications: 1 },
          },
        ],
      },
    });
  });

  test('27: what is doubtful alone, and what is found on one body', async () => {
    const warnings = await send(FindingCountsDocument, { filter: { severities: ['WARNING'] } });
    expect(warnings.byRule).toEqual({ findings: 0, certifications: 0, groups: [] });
    const rates = await send(FindingCountsDocument, { filter: { rules: ['IMPOSSIBLE_RATES'] } });
    expect(rates.byRule).toMatchObject({ findings: 3, certifications: 3 });
    expect(rates.byCertifier.groups).toEqual([
      { certifier: { siren: SCHOOL_A, name: 'École A' }, findings: 3, certifications: 3 },
      { certifier: { siren: SCHOOL_B, name: 'École B' }, findings: 1, certifications: 1 },
    ]);
    const filter = { certifier: SCHOOL_B };
    const { byRule, byCertifier } = await send(FindingCountsDocument, { filter, first: 1 });
    expect(byRule).toEqual({
      ...{ findings: 8, certifications: 7 },
      groups: [
        {
          ...{ severity: 'INFORMATION', rule: 'MISSING_COHORT_YEARS' },
          ...{ findings: 6, certifications: 6 },
        },
        // As many each: by severity, then rule.
        {
          ...{ severity: 'INFORMATION', rule: 'IMPOSSIBLE_RATES' },
          ...{ findings: 1, certifications: 1 },
        },
        {
          ...{ severity: 'INFORMATION', rule: 'TOO_FEW_USABLE_COHORTS' },
          ...{ findings: 1, certifications: 1 },
        },
      ],
    });
    // Some are on a certification of School A as well.
    expect(byCertifier).toMatchObject({
      groupCount: 2,
      groups: [{ certifier: { siren: SCHOOL_B } }],
    });
  });

  test('34: what is served, how old it is, how much, and under what terms', async () => {
    expect(await send(DataStatusDocument, {})).toEqual({
      dataStatus: {
        exportedOn: '2026-08-16',
        // 15 days of August, 30, 31 and 24.
        ageDays: 100,
        demonstration: false,
        notice: null,
        registers: [
          // RNCP100 has ended; 2 + 3 + 6 + 2 + 2 + 2 cohorts.
          {
            ...{ register: 'RNCP', certifications: 13, active: 12, cohorts: 17 },
            exportedOn: '2026-08-16',
          },
          // RS201 has ended; 2 + 1 cohorts.
          {
            ...{ register: 'RS', certifications: 2, active: 1, cohorts: 3 },
            exportedOn: '2026-08-16',
          },
        ],
        findingCount: 15,
        licence: 'Licence Ouverte 2.0 (Etalab)',
        licenceUrl: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
        attribution: 'Source : France compétences (data.gouv.fr), export du 16/08/2026',
        methodVersion: '2.0',
      },
    });
  });

  test('beside the questions: each measure once, with its formula and missing case', async () => {
    const { measures } = await send(MeasureCatalogueDocument, {});
    expect(measures.map(({ id }) => id)).toEqual([
      ...['CERTIFIED', 'CERTIFIED_THROUGH_VAE'],
      ...['GLOBAL_6_MONTHS', 'TARGET_OCCUPATION_6_MONTHS', 'TARGET_OCCUPATION_2_YEARS'],
      'POOLED_GLOBAL_6_MONTHS',
      'POOLED_TARGET_OCCUPATION_6_MONTHS',
      'POOLED_TARGET_OCCUPATION_2_YEARS',
      ...['UNWEIGHTED_MEAN', 'COVERAGE_RATIO', 'BASE', 'BASE_FROM_SURVEY'],
      ...['INTERVAL_LOWER', 'INTERVAL_UPPER'],
      ...['RELIABILITY', 'DUE_ON', 'STATUS', 'GAP_6_MONTHS', 'DAYS_LATE'],
      ...['RATE_DIFFERENCE', 'RATE_DIFFERENCE_LOWER', 'RATE_DIFFERENCE_UPPER'],
      ...['CHANGE_VERDICT', 'CHANGE_REASON', 'CHANGE_P_VALUE', 'CHANGE_Q_VALUE'],
      ...['SUMMARY_CERTIFIED', 'SUMMARY_CERTIFIED_THROUGH_VAE', 'VAE_SHARE', 'VAE_SHARE_BASE'],
      ...['CERTIFIED_DIFFERENCE', 'CERTIFIED_GROWTH'],
      ...['SUMMARY_VALUE', 'CERTIFICATIONS_WITH_RATE', 'SUMMARY_MEAN', 'SUMMARY_MEDIAN'],
      ...['SUMMARY_LOWER_QUARTILE', 'SUMMARY_UPPER_QUARTILE'],
      ...['BETWEEN_LOWER', 'BETWEEN_UPPER', 'BETWEEN_STANDARD_ERROR', 'DESIGN_EFFECT'],
      ...['CLUSTERS', 'BETWEEN_STATUS', 'CHANGE_BETWEEN_LOWER', 'CHANGE_BETWEEN_UPPER'],
      ...['CHANGE_BETWEEN_STANDARD_ERROR', 'CHANGE_CLUSTERS', 'CHANGE_BETWEEN_VERDICT'],
      ...['LIKE_FOR_LIKE_DIFFERENCE', 'LIKE_FOR_LIKE_FROM', 'LIKE_FOR_LIKE_TO'],
      ...['LIKE_FOR_LIKE_LOWER', 'LIKE_FOR_LIKE_UPPER', 'LIKE_FOR_LIKE_STANDARD_ERROR'],
      'LIKE_FOR_LIKE_CLUSTERS',
      ...['COHORTS_WITH_STATUS', 'COMPLETE_CERTIFICATIONS', 'COMPLETE_SHARE'],
      ...['OVERDUE_RATES', 'CERTIFIER_DAYS_LATE'],
      ...['PEER_COUNT', 'PEER_MEDIAN', 'PEER_LOWER_QUARTILE', 'PEER_UPPER_QUARTILE'],
      ...['PEER_POOLED', 'PERCENTILE', 'DIFFERENCE_TO_MEDIAN', 'FUNNEL_LIMIT', 'FUNNEL_POSITION'],
      ...['COMPARISON_STATUS', 'COMPARISON_VERDICT', 'PEER_MEDIAN_LOWER', 'PEER_MEDIAN_UPPER'],
      ...['PEERS_TOO_SMALL', 'MINIMUM_BASE', 'OVERDISPERSION_PHI', 'OVERDISPERSION_TAU_SQUARED'],
      ...['OVERDISPERSION_PEERS', 'FUNNEL_DEVIATE', 'COMPARISON_P_VALUE', 'COMPARISON_Q_VALUE'],
      ...['TESTED', 'EXPECTED_BY_CHANCE'],
      ...['USABLE_COHORTS', 'FILE_BY', 'FILE_AT_LATEST'],
      ...['SURVEY_STATUS', 'SURVEY_HOLDERS', 'SURVEY_RESPONDENTS'],
      ...['SURVEY_NEUTRALISED', 'SURVEY_ELIGIBLE', 'SURVEY_EMPLOYED'],
      ...['SURVEY_IN_TARGET', 'SURVEY_RESPONSE_RATE', 'SURVEY_NEUTRALISED_SHARE'],
      ...['SURVEY_COVERAGE', 'SURVEY_RATE', 'SURVEY_BOUND_LOWER'],
      ...['SURVEY_BOUND_UPPER', 'SURVEY_WEIGHTED_RATE', 'SURVEY_EFFECTIVE_BASE'],
      ...['SURVEY_CHANGE', 'SURVEY_CHANGE_BOUND', 'SURVEY_CHANGE_BASE'],
      ...['SURVEY_SHARE', 'SURVEY_SHARE_BASE', 'SURVEY_CODE_COUNT'],
      ...['SURVEY_PAY_LOWER', 'SURVEY_PAY_MEDIAN', 'SURVEY_PAY_UPPER'],
      ...['SURVEY_PAY_BASE', 'SURVEY_FINDING_ROWS', 'SURVEY_FINDING_OF'],
      ...['SURVEY_PERTURBED_COUNT', 'SURVEY_PERTURBED_RATE', 'SURVEY_PERTURBED_LOWER'],
      ...['SURVEY_PERTURBED_UPPER', 'SURVEY_NOISE_VARIANCE', 'SURVEY_NOISE_CHANGE'],
    ]);
    expect(measures.find(({ id }) => id === 'SUMMARY_VALUE')).toEqual({
      id: 'SUMMARY_VALUE',
      labelFr: 'Taux d’insertion du groupe, promotions réunies',
      labelEn: 'Pooled insertion rate of a group',
      unit: 'PERCENT',
      formula: 'Σ N·r / Σ N over the cohorts of the group whose rate r is published',
      numerator: 'certified times rate, summed over the cohorts whose rate is published',
      denominator: 'certified (N) of the same cohorts',
      missingCase:
        'absent when no cohort has both a published rate and certified; a missing rate or a missing N leaves both sums',
      caution: null,
      source: 'docs/method.md#statistics',
      version: '2.0',
    });
    expect(measures.find(({ id }) => id === 'FILE_BY')).toEqual({
      id: 'FILE_BY',
      labelFr: 'Date limite conseillée de dépôt de la demande de renouvellement',
      labelEn: 'Recommended last day of filing for renewal',
      unit: 'DATE',
      formula: 'end of the registration minus 8 months',
      numerator: null,
      denominator: null,
      missingCase: 'absent when the end is not known',
      caution: null,
      source: 'docs/method.md#renewal',
      version: '2.0',
    });
  });
});

/** Certifications of a group: all, with a cohort, with complete rates, and the share of these. */
function counted(
  certifications: number,
  withCohorts: number,
  withCompleteSixMonthRates: number,
  completeShare: number,
) {
  return { certifications, withCohorts, withCompleteSixMonthRates, completeShare };
}
