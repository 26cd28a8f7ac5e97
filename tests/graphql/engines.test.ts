import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { generateRegister } from '../../src/demonstration/generate.ts';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import { importFiles } from '../../src/ingest/publish/publish.ts';
import { exportText } from '../ingest/sources/export/export-text.ts';
import { ask, TODAY, type Variables } from '../support/client.ts';
import { describeEachEngine, openMigratedPglite } from '../support/database.ts';

const PAGE = fileURLToPath(new URL('../../src/demonstration/RNCP35746.txt', import.meta.url));

/** Titles that collations order differently, and values that readers refuse. */
const HARD_TITLES = [
  ...['Zoo', 'école', 'École', 'ecole', 'Ecole 2', 'Œuvre', 'oeuvre', 'Öl', 'œil', 'à côté'],
  ...["L'eau", 'L’eau', 'l eau', 'Leau', '(eau)', '10 eaux', '9 eaux', 'ÇA', 'ca', '_eau', 'ßeta'],
];
const RS = exportText(
  HARD_TITLES.map((title, index) => ({
    code: `RS${100 + index}`,
    title,
    endsOn: index % 3 === 0 ? '31/02/2027' : '31/12/2026',
    level: index % 2 === 0 ? 'NIV5' : 'NIV6',
    cohorts: [['2024', '12', index % 4 === 0 ? 'cent' : `${60 + index}`]],
  })),
);

const STATISTICS = `query (
  $filter: CohortFilter, $groupBy: [CohortDimension!], $orderBy: [InsertionGroupOrder!]
) {
  insertionStatistics(filter: $filter, groupBy: $groupBy, orderBy: $orderBy) {
    groupCount overlapping
    total { ...Summary }
    groups { key { label en: label(language: EN) unknown } summary { ...Summary } }
  }
}
fragment Summary on InsertionSummary {
  certifications cohorts cohortsWithoutCertified certified certifiedThroughVae vaeShare
  certifiedChange { previous difference growth }
  rates {
    value base reliability unweightedMean lowerQuartile median upperQuartile
    interval { lower upper } coverage { certifiedWithRate cohortsWithRate ratio }
    statuses { status cohorts } change { difference lower upper verdict }
  }
}`;

/** Documents, each on its own: what only one engine would refuse shows under its name. */
const DOCUMENTS: readonly [string, string, Variables?][] = [
  ...[
    'communication',
    'gestion or commerce',
    '"ressources humaines" -assistant',
    'négociateur imobilier',
    'ecoles',
  ].map((search): [string, string, Variables] => [
    `a search for ${search}`,
    `query ($search: String!) { certifications(first: 40, filter: { search: $search }) {
        totalCount edges { cursor node { id code title } }
      } }`,
    { search },
  ]),
  ...[
    'TITLE',
    'LEVEL',
    'ABBREVIATION',
    'REGISTRATION_ENDS_ON',
    'VALID_FROM',
    'LAST_COHORT_YEAR',
  ].map((field): [string, string, Variables] => [
    `certifications by ${field}`,
    `query ($field: CertificationOrderField!) {
        certifications(first: 500, orderBy: [{ field: $field, direction: DESC }]) {
          edges { cursor node { id code title level abbreviation validFrom active } }
        }
      }`,
    { field },
  ]),
  [
    'findings, gravest first',
    `{ findings(first: 500) { totalCount nodes {
      id rule severity certificationCode cohortYear element given message
      certification { title } source { fileName sha256 unknownElements { path count } }
    } } }`,
  ],
  [
    'partners and certifiers, nested',
    `{ certifications(first: 200) { nodes {
      partners(first: 3) { totalCount edges { cursor node {
        name siret siren role state active activeSince stateChangedOn
      } } }
      certifiers { name siren active stateChangedOn certifier { id name certifications(first: 2) {
        totalCount edges { cursor node { id } }
      } } }
    } } }`,
  ],
  [
    'nomenclatures and bodies, by label and name',
    `{
      occupations(first: 500, orderBy: [{ field: LABEL }]) { edges { cursor node { id code label } } }
      specialities(first: 500, orderBy: [{ field: LABEL, direction: DESC }]) {
        edges { cursor node { id code label parent { id label } } }
      }
      formacodes(first: 500, filter: { search: "gestion" }) { nodes { id code label } }
      certifiers(first: 500) { edges { cursor node { id siren name } } }
    }`,
  ],
  [
    'blocks by title',
    `{ blocks(first: 500, orderBy: [{ field: TITLE }, { field: CODE, direction: DESC }]) {
      totalCount edges { cursor node { id code title } }
    } }`,
  ],
  [
    'cohorts by rate, with every figure',
    `{ cohorts(first: 500, orderBy: [{ field: GLOBAL_6_MONTHS, direction: DESC }]) {
      totalCount edges { cursor node {
        id year certified certifiedThroughVae
        insertionRates { value status dueOn base reliability interval { lower upper }
          provenance { source datedOn licence attribution } }
        certification { insertion { value unweightedMean interval { lower upper } coverage { ratio } } }
      } }
    } }`,
  ],
  [
    'links of fiches',
    `{ certifications(first: 200) { nodes {
      lineage { replaces { code title declaredBy } replacedBy { code title declaredBy } }
      equivalences { wholeCertification sourceBlocks targetCode targetBlocks }
      legalReferences { kind title publishedOn } collectiveAgreements { kind number label }
      accessRoutes { route open jury changedOn } levelYears attestedSkills
      sources { kind fileName bytes datedOn certifications blocks cohorts certifiers partners }
    } } }`,
  ],
  ...[
    ...[
      'YEAR',
      'REGISTER',
      'LEVEL',
      'REGISTRATION_TYPE',
      'ABBREVIATION',
      'ACTIVE',
      'CERTIFICATION',
    ],
    ...['SPECIALITY_DOMAIN', 'SPECIALITY_SUBDOMAIN', 'SPECIALITY', 'OCCUPATION_DOMAIN'],
    ...['OCCUPATION', 'FORMACODE', 'CERTIFIER', 'ACCESS_ROUTE'],
  ].flatMap((dimension): [string, string, Variables][] => [
    [`statistics by ${dimension}`, STATISTICS, { groupBy: [dimension] }],
    [
      `statistics by ${dimension} and year, of the active ones, by value`,
      STATISTICS,
      {
        groupBy: [dimension, ...(dimension === 'YEAR' ? ['LEVEL'] : ['YEAR'])],
        filter: { certification: { active: true }, certified: { from: 1 } },
        orderBy: [
          { by: 'VALUE', indicator: 'GLOBAL_6_MONTHS', direction: 'DESC' },
          { by: 'KEY', direction: 'DESC' },
        ],
      },
    ],
  ]),
  [
    'statistics of certifications by all that is single',
    `{ certificationStatistics(
      groupBy: [
        REGISTER LEVEL REGISTRATION_TYPE REGISTRATION_YEARS REGISTRATION_END_MONTH ABBREVIATION ACTIVE
      ]
      orderBy: [{ by: COMPLETE, direction: DESC }, { by: FILING_PASSED, direction: DESC }]
    ) {
      groupCount overlapping
      total { ...Counts }
      groups {
        key { label registrationEndMonth registrationYears abbreviation unknown }
        summary { ...Counts }
      }
    } }
    fragment Counts on CertificationSummary {
      certifications active withCohorts withUsualCohorts withCompleteSixMonthRates completeShare
      replaced filingPassed
    }`,
  ],
  [
    'facets of all dimensions, across their own conditions',
    `{ certificationFacets(first: 50, filter: { register: RNCP, active: true }) {
      dimension overlapping valueCount values { key { label unknown } certifications }
    } }`,
  ],
  [
    'benchmarks, renewals and lineages of all',
    `{ certifications(first: 200, orderBy: [{ field: PEER_PERCENTILE, direction: DESC }]) {
      edges { cursor node {
        code
        benchmark(indicator: GLOBAL_6_MONTHS, peersBy: SPECIALITY, sameLevel: false) {
          status peerCount peerMedian peerLowerQuartile peerUpperQuartile peerPooled percentile
          ranked difference excludesMedian funnel funnelLimits { level lower upper }
          rule { codes asOf } peers(first: 3) { totalCount nodes {
            certification { code } sharedCodes rate { value }
          } }
        }
        byLevel: benchmark(indicator: TARGET_OCCUPATION_2_YEARS, peersBy: LEVEL) { percentile }
        renewal { stage watchOpensOn fileBy fileAtLatest replaced readiness {
          cohorts usableCohorts statuses { status cohorts }
        } }
        lineage {
          graph { nodes { code distance } edges { older newer declaredByOlder declaredByNewer } }
          series(indicator: GLOBAL_6_MONTHS) { year code rate { value status } }
        }
        cohorts {
          gapAt6Months change(indicator: GLOBAL_6_MONTHS) { difference lower upper verdict }
          targetRateChange { difference lower upper verdict }
        }
        partnerCounts { role state active rows establishments legalUnits }
      } }
    } }`,
  ],
  [
    'certifications by what is derived of them',
    `{
      below: certifications(first: 500, filter: { belowPeerMedian: { peersBy: LEVEL } }) {
        totalCount nodes { code }
      }
      outside: certifications(first: 500, filter: { funnel: {
        peersBy: SPECIALITY, anyOf: [BELOW_99_8, BELOW_95, ABOVE_95, ABOVE_99_8]
      } }) { totalCount nodes { code } }
      complete: certifications(first: 500, filter: { hasCompleteSixMonthRates: true }) {
        totalCount nodes { code }
      }
      rising: cohorts(first: 500, filter: {
        rateChange: { indicator: GLOBAL_6_MONTHS, anyOf: [RISE, FALL] }
      }) { totalCount nodes { id } }
      overdue: cohorts(first: 500, filter: {
        rateStatus: { indicator: GLOBAL_6_MONTHS, anyOf: [OVERDUE, CLOSED_BEFORE_DUE] }
      }) { totalCount nodes { id } }
      due: cohorts(first: 500, filter: {
        rateDue: { indicator: TARGET_OCCUPATION_2_YEARS, from: "2023-01-01", to: "2026-12-31" }
      }) { totalCount nodes { id } }
    }`,
  ],
  [
    'portfolios of bodies',
    `{ certifiers(first: 500) { nodes {
      summary { certifications cohorts certified vaeShare rates { value median statuses { status cohorts } } }
      certificationSummary { certifications active completeShare replaced filingPassed }
      coCertifiers { certifier { siren } certifications }
      cohorts(first: 3, orderBy: [{ field: GLOBAL_6_MONTHS, direction: DESC }]) {
        totalCount edges { cursor node { id } }
      }
    } } }`,
  ],
  [
    'partners and findings, counted',
    `{
      partnerStatistics(filter: { register: RNCP }) {
        role state active rows establishments legalUnits
      }
      byRule: findingStatistics(groupBy: [RULE, SEVERITY, REGISTER]) {
        findings certifications groupCount
        groups { rule severity register findings certifications }
      }
      byBody: findingStatistics(groupBy: [CERTIFIER]) {
        overlapping groups { certifier { siren name } findings certifications }
      }
    }`,
  ],
  [
    'a comparison across the registers',
    '{ certifications(filter: { codes: ["RNCP35746"] }) { nodes { ...Compared } } comparison(codes: ["35746", "RS100"]) { years certifications { certification { ...Compared } rates { value } } } } fragment Compared on Certification { code title abbreviation registrationEndsOn sources { fileName sha256 } }',
  ],
  [
    'what is served',
    `{ dataStatus { exportedOn ageDays findingCount attribution
      registers { register certifications active blocks cohorts certifiers partners }
      publication { id number current sources { sha256 } } } }`,
  ],
];

let folder = '';
let files: readonly string[] = [];
/** The answers of the embedded database, to which each engine's are held. */
const expected = new Map<string, string>();

async function importInto(database: Database): Promise<void> {
  await importFiles(database, files, { today: TODAY });
  await importFiles(database, [PAGE], { today: TODAY, date: TODAY });
}

async function answer(database: Database, source: string, variables?: Variables): Promise<string> {
  return JSON.stringify(await ask(database, source, variables));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debouches-engines-'));
  const rncp = join(folder, 'export_fiches_RNCP_V4_1_2026-08-16.xml');
  const rs = join(folder, 'export_fiches_RS_V4_1_2026-08-16.xml');
  const chunks = generateRegister({
    ...{ register: 'RNCP', fiches: 160, seed: 35746, profile: 'REAL_SIZE' },
    exportedOn: parsePlainDate('2026-08-16'),
  });
  await pipeline(Readable.from(chunks), createWriteStream(rncp));
  await writeFile(rs, RS);
  files = [rncp, rs];
  await using database = await openMigratedPglite();
  await importInto(database);
  for (const [name, source, variables] of DOCUMENTS) {
    expected.set(name, await answer(database, source, variables));
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describeEachEngine('the same import answers byte for byte the same on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await importInto(database);
  });

  test.each(DOCUMENTS)('%s', async (name, source, variables) => {
    const text = await answer(database, source, variables);
    expect(text).toBe(expected.get(name));
    expect(text.length).toBeGreaterThan(200);
  });
});
