import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import {
  type QualityCertifier,
  type QualityLink,
  type QualityRecord,
  qualityFindings,
} from '../../../src/domain/findings/fiche-quality.ts';
import type { Finding } from '../../../src/domain/findings/finding.ts';
import { CLEAN, CLEAN_RS, cohort, DAY } from './quality-records.ts';

const day = parsePlainDate;
const TOMORROW = day('2023-01-16');
const [CERTIFIER] = CLEAN.certifiers;
const [LINK] = CLEAN.lineage;
if (!CERTIFIER || !LINK) throw new Error('the clean record has a certifier and a link');

const certifier = (given: Partial<QualityCertifier>): QualityCertifier => ({
  ...CERTIFIER,
  ...given,
});
const link = (given: Partial<QualityLink>): QualityLink => ({ ...LINK, ...given });

/** Ended before the day of the data, and flagged so. */
const ENDED: Partial<QualityRecord> = {
  activeFlag: false,
  registrationEndsOn: day('2022-07-08'),
  decisionOn: day('2020-07-08'),
};

test('clean records have no finding', () => {
  expect(qualityFindings(CLEAN, DAY)).toEqual([]);
  expect(qualityFindings(CLEAN_RS, DAY)).toEqual([]);
});

test('a record of which only the code is known has none but what an active one lacks', () => {
  const bare: QualityRecord = {
    ...CLEAN,
    registrationType: null,
    activeFlag: null,
    registrationEndsOn: null,
    decisionOn: null,
    registrationYears: null,
    levelCode: null,
    descriptionLink: null,
    blockCodes: [],
    certifiers: [],
    cohorts: [],
    lineage: [],
  };
  expect(qualityFindings(bare, DAY)).toEqual([]);
  const active = qualityFindings({ ...bare, activeFlag: true }, DAY);
  expect(active.map(({ rule }) => rule)).toEqual(['UNKNOWN_LEVEL', 'MISSING_CERTIFIER']);
});

type Planted = readonly [defect: string, Partial<QualityRecord>, Partial<Finding>];

const DEFECTS: readonly Planted[] = [
  [
    'is flagged active the day after its end',
    { registrationEndsOn: day('2023-01-14'), decisionOn: day('2021-01-14') },
    { rule: 'ACTIVE_FLAG_CONTRADICTS_END', element: 'ACTIF', given: 'Oui' },
  ],
  [
    'is flagged inactive on the day before its last',
    { activeFlag: false, registrationEndsOn: TOMORROW, decisionOn: day('2021-01-16') },
    { rule: 'ACTIVE_FLAG_CONTRADICTS_END', element: 'ACTIF', given: 'Non' },
  ],
  [
    'ends a day late',
    { registrationEndsOn: day('2023-07-09') },
    { rule: 'END_DATE_MISMATCH', element: 'DATE_FIN_ENREGISTREMENT', given: '2023-07-09' },
  ],
  [
    'ends a year early for its duration',
    { registrationYears: 3 },
    { rule: 'END_DATE_MISMATCH', element: 'DATE_FIN_ENREGISTREMENT', given: '2023-07-08' },
  ],
  [
    'was decided on a 29 February and ends on a 1 March',
    { decisionOn: day('2020-02-29'), registrationYears: 5, registrationEndsOn: day('2025-03-01') },
    { rule: 'END_DATE_MISMATCH', given: '2025-03-01' },
  ],
  [
    'lasts past the calendar',
    { registrationYears: 2_000_000_000 },
    { rule: 'END_DATE_MISMATCH', given: '2023-07-08' },
  ],
  [
    'is of level NIV9',
    { levelCode: 'NIV9' },
    { rule: 'UNKNOWN_LEVEL', element: 'NOMENCLATURE_EUROPE', given: 'NIV9' },
  ],
  [
    'is of no level, active',
    { levelCode: null },
    { rule: 'UNKNOWN_LEVEL', element: 'NOMENCLATURE_EUROPE', given: null },
  ],
  [
    'ends within the year with one usable cohort',
    {
      cohorts: [
        cohort(2021, 23, [86, 50, null], { seenOn: null }),
        cohort(2020, 21, [null, 53, null]),
      ],
    },
    { rule: 'TOO_FEW_USABLE_COHORTS', element: 'STATISTIQUES_PROMOTIONS', given: '1' },
  ],
  [
    'ends in 12 months to the day with no cohort',
    { cohorts: [], registrationEndsOn: day('2024-01-15'), decisionOn: day('2022-01-15') },
    { rule: 'TOO_FEW_USABLE_COHORTS', given: '0' },
  ],
  [
    'has a block code three times',
    { blockCodes: ['RNCP35746BC01', 'RNCP35746BC02', 'RNCP35746BC01', 'RNCP35746BC01'] },
    { rule: 'DUPLICATE_BLOCK_CODE', element: 'BLOCS_COMPETENCES', given: 'RNCP35746BC01' },
  ],
  ...['RNCP35746BC1', 'RNCP35746 BC01', 'BC01', 'rncp35746bc01', 'RNCP35746BC01.', ''].map(
    (code): Planted => [
      `has the block code "${code}"`,
      { blockCodes: [code, 'RNCP35746BC02'] },
      { rule: 'MALFORMED_BLOCK_CODE', element: 'BLOCS_COMPETENCES', given: code },
    ],
  ),
  [
    'has no certifier',
    { certifiers: [] },
    { rule: 'MISSING_CERTIFIER', element: 'CERTIFICATEURS', given: null },
  ],
  [
    'has former certifiers only',
    { certifiers: [certifier({ active: false })] },
    { rule: 'MISSING_CERTIFIER', element: 'CERTIFICATEURS', given: null },
  ],
  [
    'has a certifier in force without a SIRET',
    { certifiers: [certifier({}), certifier({ name: 'LEARNING MANAGEMENT', siret: null })] },
    { rule: 'MISSING_SIRET', element: 'CERTIFICATEURS', given: 'LEARNING MANAGEMENT' },
  ],
  [
    'replaces a certification that is not there',
    { lineage: [link({ declaredBy: 'OWN', otherExists: false })] },
    { rule: 'DANGLING_LINEAGE', element: 'ANCIENNES_CERTIFICATIONS', given: 'RNCP28766' },
  ],
  [
    'replaces a certification that does not say so',
    { lineage: [link({ declaredBy: 'OWN' })] },
    { rule: 'ONE_SIDED_LINEAGE', element: 'ANCIENNES_CERTIFICATIONS', given: 'RNCP28766' },
  ],
  [
    'is replaced by a certification that does not say so',
    { lineage: [link({ declaredBy: 'OWN', direction: 'REPLACED_BY' })] },
    { rule: 'ONE_SIDED_LINEAGE', element: 'NOUVELLES_CERTIFICATIONS', given: 'RNCP28766' },
  ],
  [
    'has a link without http',
    { descriptionLink: 'www.example.org/x' },
    { rule: 'LINK_NOT_URL', element: 'LIEN_URL_DESCRIPTION', given: 'www.example.org/x' },
  ],
  [
    'has a cohort whose rates cannot be',
    { cohorts: [...CLEAN.cohorts, cohort(2017, 3, [51, null, null])] },
    { rule: 'IMPOSSIBLE_RATES', cohortYear: 2017, given: '51' },
  ],
];

describe.each(DEFECTS)('a fiche that %s', (_defect, given, expected) => {
  const record = { ...CLEAN, ...given };

  test('has this finding and no other', () => {
    expect(qualityFindings(record, DAY)).toMatchObject([
      { certificationCode: 'RNCP35746', cohortYear: null, ...expected },
    ]);
  });

  test('has the very same finding the day after', () => {
    expect(qualityFindings(record, TOMORROW)).toEqual(qualityFindings(record, DAY));
  });
});

test('a fiche flagged inactive has a finding up to and including its last day', () => {
  const record = { ...CLEAN, activeFlag: false };
  const rulesOn = (on: string) => qualityFindings(record, day(on)).map(({ rule }) => rule);
  expect(rulesOn('2023-07-08')).toEqual(['ACTIVE_FLAG_CONTRADICTS_END']);
  expect(rulesOn('2023-07-09')).toEqual([]);
});

describe('nothing is found on a fiche that', () => {
  test.each<[string, Partial<QualityRecord>]>([
    [
      'is flagged active on its last day',
      { registrationEndsOn: DAY, decisionOn: day('2021-01-15') },
    ],
    [
      'is flagged inactive the day after its end',
      {
        activeFlag: false,
        registrationEndsOn: day('2023-01-14'),
        decisionOn: day('2021-01-14'),
      },
    ],
    ['has no flag', { activeFlag: null }],
    ['has no end date', { registrationEndsOn: null }],
    ['has no decision', { decisionOn: null, registrationYears: 3 }],
    ['has no duration', { registrationYears: null, decisionOn: day('2021-07-09') }],
    [
      'was decided on a 29 February and ends on a 28th',
      {
        decisionOn: day('2020-02-29'),
        registrationYears: 5,
        registrationEndsOn: day('2025-02-28'),
      },
    ],
    ['is of level NIV1', { levelCode: 'NIV1' }],
    ['is of level NIV8', { levelCode: 'NIV8' }],
    ['is of level AUCUN', { levelCode: 'AUCUN' }],
    ['is of level REPRISE', { levelCode: 'REPRISE' }],
    ['is of no level, ended', { ...ENDED, levelCode: null }],
    [
      'ends within the year with two usable cohorts',
      {
        cohorts: [
          cohort(2021, 23, [86, null, null], { seenOn: null }),
          cohort(2020, null, [93, null, null]),
        ],
      },
    ],
    [
      'ends in 12 months and a day with no cohort',
      { cohorts: [], registrationEndsOn: day('2024-01-16'), decisionOn: day('2022-01-16') },
    ],
    ['is registered by law, with no cohort', { registrationType: 'BY_LAW', cohorts: [] }],
    ['has ended, with no cohort', { ...ENDED, cohorts: [] }],
    ['has 100 blocks and more', { blockCodes: ['RNCP35746BC99', 'RNCP35746BC100'] }],
    ['has a block of another fiche', { blockCodes: ['RNCP1BC01'] }],
    ['has ended, without a certifier', { ...ENDED, certifiers: [] }],
    [
      'has a former certifier without a SIRET',
      { certifiers: [certifier({}), certifier({ siret: null, active: false })] },
    ],
    [
      'is named as a predecessor by another one alone',
      { lineage: [link({ declaredBy: 'OTHER' })] },
    ],
    ['has no link to its description', { descriptionLink: null }],
  ])('%s', (_what, given) => {
    expect(qualityFindings({ ...CLEAN, ...given }, DAY)).toEqual([]);
  });

  test.each<[string, Partial<QualityRecord>]>([
    ['is of the RS, with no cohort, at the end of its registration', { cohorts: [] }],
    ['is of the RS, without a level', { levelCode: null }],
  ])('%s', (_what, given) => {
    expect(qualityFindings({ ...CLEAN_RS, ...given }, DAY)).toEqual([]);
  });
});

describe('what a finding says', () => {
  const messageOf = (given: Partial<QualityRecord>) =>
    qualityFindings({ ...CLEAN, ...given }, DAY)[0]?.message;

  test.each<[Partial<QualityRecord>, string]>([
    [
      { registrationEndsOn: day('2023-07-09') },
      'the registration ends on 2023-07-09, but the decision of 2021-07-08 and a duration of 2 years give 2023-07-08: one of the three is wrong',
    ],
    [
      { registrationYears: 1 },
      'the registration ends on 2023-07-08, but the decision of 2021-07-08 and a duration of 1 year give 2022-07-08: one of the three is wrong',
    ],
    [
      { registrationYears: 9000 },
      'the registration ends on 2023-07-08, but the decision of 2021-07-08 and a duration of 9000 years give no day of the calendar: one of the three is wrong',
    ],
    [
      { levelCode: 'Niveau 6' },
      '"Niveau 6" is not a level: NIV1 to NIV8, AUCUN or REPRISE is expected',
    ],
    [
      { lineage: [link({ declaredBy: 'OWN' })] },
      'this fiche names RNCP28766, which does not name it back: RNCP35746 is expected in its NOUVELLES_CERTIFICATIONS',
    ],
    [
      { certifiers: [] },
      'an active certification has no certifying body in force: at least one is expected',
    ],
    [
      { certifiers: [certifier({ active: false })] },
      'an active certification has no certifying body in force (former ones only): at least one is expected',
    ],
  ])('%j', (given, message) => {
    expect(messageOf(given)).toBe(message);
  });

  test('shows 200 characters of what was given', () => {
    const given = (length: number) =>
      qualityFindings({ ...CLEAN, descriptionLink: 'x'.repeat(length) }, DAY)[0]?.given;
    expect(given(200)).toBe('x'.repeat(200));
    expect(given(201)).toBe(`${'x'.repeat(199)}…`);
  });
});

describe('several findings on one fiche', () => {
  test('come one for each certifier, two rows of one name told apart', () => {
    const rows = ['A', 'B', 'A'].map((name) => certifier({ name, siret: null }));
    const findings = qualityFindings({ ...CLEAN, certifiers: rows }, DAY);
    expect(findings.map(({ message }) => message)).toEqual([
      'the certifying body "A" has no SIRET: 14 digits are expected of a body in force',
      'the certifying body "A" (row 2 of this name) has no SIRET: 14 digits are expected of a body in force',
      'the certifying body "B" has no SIRET: 14 digits are expected of a body in force',
    ]);
  });

  test('come one for each block code, malformed and duplicate at once', () => {
    const blockCodes = ['BC01', 'BC02', 'BC01', 'BC02'];
    const findings = qualityFindings({ ...CLEAN, blockCodes }, DAY);
    expect(findings.map(({ rule, given }) => `${rule} ${given}`)).toEqual([
      'DUPLICATE_BLOCK_CODE BC01',
      'DUPLICATE_BLOCK_CODE BC02',
      'MALFORMED_BLOCK_CODE BC01',
      'MALFORMED_BLOCK_CODE BC02',
    ]);
  });

  const days = fc.constantFrom('2021-07-08', '2023-01-15', '2023-07-08', '2031-02-28').map(day);
  const perhaps = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
  const rate = perhaps(fc.constantFrom(0, 49.5, 50, 100));
  const cohorts = fc.uniqueArray(
    fc
      .record({
        year: fc.constantFrom(1, 1969, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 9999),
        certified: perhaps(fc.constantFrom(0, 1, 7, 100, 2_147_483_647)),
        rates: fc.tuple(rate, rate, rate),
        vae: perhaps(fc.nat(9)),
        seenOn: perhaps(fc.constantFrom('2019-01-01', '2022-06-01')),
      })
      .map(({ year, certified, rates, ...more }) => cohort(year, certified, rates, more)),
    { selector: ({ year }) => year },
  );
  const records: fc.Arbitrary<QualityRecord> = fc.record({
    code: fc.constantFrom(CLEAN.code, CLEAN_RS.code),
    registrationType: fc.constantFrom('BY_LAW', 'ON_REQUEST', null),
    activeFlag: perhaps(fc.boolean()),
    registrationEndsOn: perhaps(days),
    decisionOn: perhaps(days),
    registrationYears: perhaps(fc.constantFrom(0, 2, 2_147_483_647)),
    levelCode: perhaps(fc.constantFrom('NIV6', 'NIV0', '')),
    descriptionLink: perhaps(fc.webUrl()),
    blockCodes: fc.array(fc.constantFrom('RNCP35746BC01', 'RNCP35746BC02', 'x', '')),
    certifiers: fc.array(
      fc.record({
        name: fc.constantFrom('A', 'B'),
        siret: perhaps(fc.constant('32800778600077')),
        siretUnreadable: fc.boolean(),
        active: fc.boolean(),
      }),
    ),
    cohorts,
    lineage: fc.uniqueArray(
      fc.record({
        direction: fc.constantFrom('REPLACES', 'REPLACED_BY'),
        otherCode: fc.constantFrom('RNCP1', 'RS2'),
        declaredBy: fc.constantFrom('OWN', 'OTHER', 'BOTH'),
        otherExists: fc.boolean(),
        otherUnreadable: fc.boolean(),
      }),
      { selector: ({ direction, otherCode }) => direction + otherCode },
    ),
    refused: fc.record({ level: fc.boolean(), certifier: fc.boolean(), cohort: fc.boolean() }),
    figuresChanged: perhaps(fc.boolean()),
  });

  test('differ from one another, and do not depend on the order of the cohorts', () => {
    fc.assert(
      fc.property(records, (record) => {
        const findings = qualityFindings(record, DAY);
        expect(new Set(findings.map((each) => JSON.stringify(each))).size).toBe(findings.length);
        const turned = { ...record, cohorts: record.cohorts.toReversed() };
        expect(qualityFindings(turned, DAY)).toEqual(findings);
      }),
      { numRuns: 1_000 },
    );
  });
});
