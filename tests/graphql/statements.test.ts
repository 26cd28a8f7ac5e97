import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { Fiche } from '../../src/domain/certification/fiche.ts';
import { parseRegisterCode } from '../../src/domain/certification/register-code.ts';
import { ask, StatementLog } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import {
  blockWith,
  certifierWith,
  cohortWith,
  ficheWith,
  partnerWith,
  publishFiches,
} from '../support/factories.ts';

const code = (index: number) => parseRegisterCode(`RNCP${900_100 + index}`);

/** Every list of a fiche, longer on each next one, and shared in part between them. */
function fiche(index: number): Fiche {
  const each = Array.from({ length: 1 + (index % 4) }, (_, item) => item);
  const letter = String.fromCharCode(97 + (index % 7));
  return ficheWith({
    code: code(index),
    title: `Métier ${index}`,
    texts: { objectives: `Objectifs ${index}`, attestedSkills: `Compétences ${index}` },
    formacodes: each.map((item) => ({ code: `3${index}${item}`, label: null })),
    specialities: [{ code: `326${letter}`, label: 'Informatique' }],
    occupations: each.map((item) => ({ code: `M18${index}${item}`, label: 'Emploi' })),
    certifiers: each.map((item) =>
      certifierWith(`École ${index}`, { siret: `${100_000_000 + 10 * index + item}00011` }),
    ),
    partners: each.map((item) => partnerWith(`Partenaire ${index} ${item}`)),
    accessRoutes: [{ route: 'VAE', open: true, jury: null, changedOn: null }],
    legalReferences: each.map(() => ({ kind: 'OTHER', title: 'Arrêté', publishedOn: null })),
    collectiveAgreements: [{ kind: 'IDCC', number: '1486', label: null }],
    blocks: each.map((item) => blockWith(`BC0${item}`, `Bloc ${item}`)),
    cohorts: each.map((item) => cohortWith(2020 + item, 10 * index, { global6: 80 })),
    predecessors: [{ code: code(index + 1), title: null }],
    successors: [{ code: code(500 + index), title: null }],
    equivalences: [{ sourceBlocks: [], targetCode: code(index + 2), targetBlocks: [] }],
  });
}

const FICHES = Array.from({ length: 24 }, (_, index) => fiche(index));

const LIST = `certifications(first: 2, filter: { active: false }) {
  totalCount nodes { code title }
}`;
/** What is asked of each certification, part by part, and how often that reads the database. */
const NESTED: readonly [what: string, part: string, reads: number][] = [
  ['texts', 'id code title active objectives attestedSkills', 1],
  ['texts of blocks', 'blocks { code skills assessmentModes }', 1],
  ['blocks', 'blocks { id code certification { code } }', 0],
  ['numbers of blocks', 'blockCount', 0],
  [
    'cohorts and their rates',
    `cohorts {
      id year certification { title }
      insertionRates { value status interval { lower } provenance { fileName attribution } }
    }`,
    0,
  ],
  ['pooled rates', 'insertion { value coverage { ratio } statuses { status } }', 0],
  ['certifiers', `certifiers { name certifier { name ${LIST} } }`, 0],
  ['occupations', `occupations { code label ${LIST} }`, 0],
  ['specialities', `specialities { code parent { code parent { code label } } ${LIST} }`, 0],
  ['formacodes', `formacodes { code ${LIST} }`, 0],
  ['access routes', 'accessRoutes { route open }', 0],
  ['partners', 'partners(first: 2) { totalCount nodes { name } pageInfo { hasNextPage } }', 2],
  [
    'lineages',
    `lineage {
      replaces { code title declaredBy certification { title blocks { code } } }
      replacedBy { code certification { title } }
    }`,
    0,
  ],
  ['equivalences', 'equivalences { targetCode target { title occupations { code } } }', 0],
  ['legal references', 'legalReferences { kind title }', 1],
  ['collective agreements', 'collectiveAgreements { number }', 1],
  ['histories', 'history(first: 2) { totalCount nodes { kind code } }', 2],
  ['revisions', 'cohorts { revisions { before after publication { number } } }', 1],
  ['when they were seen', 'firstSeen { number } lastSeen { publishedAt }', 1],
  [
    'findings',
    'findings { message source { fileName } firstSeenPublication { number sources { sha256 } } }',
    0,
  ],
  ['sources', 'sources { kind importedAt }', 0],
];

function pageOf(part: string): string {
  return `query ($first: Int!) { certifications(first: $first) { totalCount nodes { ${part} } } }`;
}

interface Answer {
  readonly certifications: { readonly totalCount?: number; readonly nodes: readonly object[] };
}

/** A read of the database: the publication is entered, then the statement is sent. */
const STATEMENTS = 2;

describeEachEngine('a nested document costs the same statements on', (openDatabase) => {
  const log = new StatementLog();
  let database: Database;

  const publish = () =>
    publishFiches(database, FICHES, {
      findings: FICHES.map((each) => ({
        ...{ rule: 'REFUSED_VALUE', certificationCode: each.code, cohortYear: null },
        ...{ element: 'ACTIF', given: 'peut-être', message: 'neither Oui nor Non' },
      })),
    });

  beforeAll(async () => {
    database = await openDatabase(log.listen);
    await publish();
  });

  test.each(NESTED)('%s: of one certification, of five and of twenty', async (...line) => {
    const [, part, reads] = line;
    const sent: number[] = [];
    for (const first of [1, 5, 20]) {
      let answer: Answer | undefined;
      const statements = await log.during(async () => {
        answer = await ask<Answer>(database, pageOf(part), { first });
      });
      const { totalCount, nodes = [] } = answer?.certifications ?? {};
      expect([totalCount, nodes.length]).toEqual([FICHES.length, first]);
      // Nothing is empty, so that no statement is spared.
      for (const node of nodes) {
        for (const [name, value] of Object.entries(node)) {
          if (Array.isArray(value)) expect([name, value.length]).not.toEqual([name, 0]);
        }
      }
      sent.push(statements.length);
    }
    expect(sent).toEqual(Array(3).fill(reads * STATEMENTS));
  });

  test('all of it at once: each kind of text is read once', async () => {
    // Texts are kept with their publication: nothing of this one was read.
    await publish();
    const all = NESTED.map(([, part]) => part).join(' ');
    const statements = await log.during(() => ask(database, pageOf(all), { first: 20 }));
    const reads = NESTED.reduce((sum, [, , each]) => sum + each, 0);
    expect(statements).toHaveLength(reads * STATEMENTS);
  });

  test('texts that were read of a publication are not read again', async () => {
    await publish();
    const texts = pageOf('objectives blocks { code skills }');
    const first = await log.during(() => ask(database, texts, { first: 5 }));
    const again = await log.during(() => ask(database, texts, { first: 5 }));
    const more = await log.during(() => ask(database, texts, { first: 6 }));
    expect([first, again, more].map(({ length }) => length)).toEqual([4, 0, 4]);
    await publish();
    const anew = await log.during(() => ask(database, texts, { first: 5 }));
    expect(anew).toHaveLength(4);
  });

  test('for one object as for many, by node', async () => {
    const ids = FICHES.map((each) => Buffer.from(`Certification:${each.code}`).toString('base64'));
    const cost = async (chosen: readonly string[]) => {
      const document = `query ($ids: [ID!]!) { nodes(ids: $ids) {
        ... on Certification { title blocks { code } }
      } }`;
      const statements = await log.during(() => ask(database, document, { ids: chosen }));
      return statements.length;
    };
    expect(await cost(ids)).toBe(await cost(ids.slice(0, 1)));
  });
});

/** One of twenty-four of one level and occupation, in lineages of three, of bodies in pairs. */
function analysed(index: number): Fiche {
  const third = index % 3;
  return ficheWith({
    code: code(index),
    title: `Métier ${index}`,
    activeFlag: true,
    level: { code: 'NIV6', label: null },
    occupations: [{ code: 'M1805', label: null }],
    certifiers: [index, index + 1].map((body) =>
      certifierWith(`École ${body}`, { siret: `${100_000_000 + body}00011` }),
    ),
    partners: [partnerWith(`Partenaire ${index}`), partnerWith('Autre', { role: 'TRAIN' })],
    cohorts: [
      cohortWith(2021, 30, { global6: 60 + index, target6: 50, target24: 40 }),
      cohortWith(2022, 40, { global6: 70 + index, target6: 60, target24: 55 }),
      cohortWith(2023, 50),
    ],
    predecessors: [{ code: code(600 + index), title: null }],
    successors: third < 2 ? [{ code: code(index + 1), title: null }] : [],
  });
}

const ANALYSED = Array.from({ length: 24 }, (_, index) => analysed(index));

/** What is asked of each of these, part by part as above. */
const PARTS: readonly [string, string][] = [
  [
    'benchmarks and their peers',
    `benchmark(indicator: GLOBAL_6_MONTHS) {
      status peerCount percentile funnel own { value } rule { codes }
      peers(last: 2) { totalCount nodes { sharedCodes rate { value } certification { title } } }
    }`,
  ],
  [
    'benchmarks by two rules',
    `benchmark(indicator: GLOBAL_6_MONTHS) { peerMedian }
      other: benchmark(indicator: TARGET_OCCUPATION_2_YEARS, peersBy: LEVEL) { peerMedian }`,
  ],
  [
    'renewals',
    'renewal { stage replaced readiness { cohorts usableCohorts statuses { status cohorts } } }',
  ],
  [
    'graphs of lineages',
    `lineage { replaces { code } graph {
      nodes { code distance certification { title } } edges { older newer }
    } }`,
  ],
  [
    'series along lineages',
    `lineage { series(indicator: GLOBAL_6_MONTHS) {
      year code rate { value provenance { fileName } } cohort { certification { title } }
    } }`,
  ],
  ['counts of partners', 'partnerCounts { role rows }'],
  [
    'changes between cohorts',
    `cohorts {
      gapAt6Months change(indicator: GLOBAL_6_MONTHS) { verdict } targetRateChange { verdict }
    }`,
  ],
  [
    'summaries of certifying bodies',
    `certifiers { certifier {
      summary { certified rates { value median statuses { status cohorts } } }
      certificationSummary { active replaced }
    } }`,
  ],
  [
    'bodies that certify together',
    `certifiers { certifier { coCertifiers {
      certifications certifier { name coCertifiers { certifications } }
    } } }`,
  ],
  [
    'cohorts of certifying bodies',
    `certifiers { certifier {
      cohorts(first: 2, filter: { has: [GLOBAL_6_MONTHS], certification: { levels: [6] } }) {
        totalCount nodes { year change(indicator: GLOBAL_6_MONTHS) { verdict } }
      }
    } }`,
  ],
];

describeEachEngine('an analysis of each row costs no statement on', (openDatabase) => {
  const log = new StatementLog();
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase(log.listen);
    await publishFiches(database, ANALYSED);
  });

  test.each(PARTS)('%s: of one certification, of five and of twenty', async (_what, part) => {
    for (const first of [1, 5, 20]) {
      let nodes: readonly object[] = [];
      const statements = await log.during(async () => {
        const variables = { first };
        const answer = await ask<{ certifications: { nodes: object[] } }>(
          ...([database, pageOf(part), variables] as const),
        );
        nodes = answer.certifications.nodes;
      });
      expect(nodes).toHaveLength(first);
      // Nothing is empty, so that no statement is spared.
      expect(JSON.stringify(nodes)).not.toMatch(/\[\]|NOT_APPLICABLE|INSUFFICIENT_PEERS/);
      expect(statements).toEqual([]);
    }
  });

  test('nor do groups of statistics', async () => {
    const cost = async (first: number) => {
      const document = `query ($first: Int!) { insertionStatistics(
        groupBy: [CERTIFICATION, CERTIFIER], first: $first
      ) { groups {
        key { label certification { title } certifier { name } }
        summary { rates { value statuses { status } } }
      } } }`;
      const statements = await log.during(async () => {
        const { insertionStatistics } = await ask<{ insertionStatistics: { groups: object[] } }>(
          ...([database, document, { first }] as const),
        );
        expect(insertionStatistics.groups).toHaveLength(first);
      });
      return statements.length;
    };
    expect([await cost(40), await cost(1)]).toEqual([0, 0]);
  });

  test.each([
    [
      'certifications',
      'certificationStatistics(groupBy: [CERTIFIER], first: $first) { groups { key { label certifier { name } } summary { active } } }',
    ],
    [
      'findings',
      'findingStatistics(groupBy: [CERTIFIER], first: $first) { groups { certifier { name } findings } }',
    ],
    [
      'facets',
      'certificationFacets(dimensions: [CERTIFIER, OCCUPATION], first: $first) { values { key { label } certifications } }',
    ],
  ])('nor do groups of %s', async (_what, field) => {
    const document = `query ($first: Int!) { ${field} }`;
    for (const first of [1, 20]) {
      expect(await log.during(() => ask(database, document, { first }))).toEqual([]);
    }
  });
});
