import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { Fiche } from '../../src/domain/fiche.ts';
import { parseRegisterCode } from '../../src/domain/register-code.ts';
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

// Nothing here is asked that the page itself has: what is already loaded costs no statement, and
// then the small page would differ from the large one.
const LIST = `certifications(first: 2, filter: { active: false }) {
  totalCount nodes { code title }
}`;
const NESTED = `query ($first: Int!) {
  certifications(first: $first) {
    totalCount
    nodes {
      id code title active objectives attestedSkills
      blocks { id code certification { code } }
      cohorts {
        id year certification { title }
        insertionRates { value status interval { lower } provenance { fileName attribution } }
      }
      insertion { value coverage { ratio } }
      certifiers { name certifier { name ${LIST} } }
      occupations { code label ${LIST} }
      specialities { code parent { code parent { code label } } ${LIST} }
      formacodes { code ${LIST} }
      accessRoutes { route open }
      partners(first: 2) { totalCount nodes { name } pageInfo { hasNextPage } }
      lineage {
        replaces { code title declaredBy certification { title blocks { code } } }
        replacedBy { code certification { title } }
      }
      equivalences { targetCode target { title occupations { code } } }
      legalReferences { kind title }
      collectiveAgreements { number }
      findings { message source { fileName } firstSeenPublication { number sources { sha256 } } }
      sources { kind importedAt }
    }
  }
}`;

interface Answer {
  readonly certifications: {
    readonly totalCount: number;
    readonly nodes: readonly Readonly<Record<string, readonly object[]>>[];
  };
}

describeEachEngine('a nested document costs the same statements on', (openDatabase) => {
  const log = new StatementLog();
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase(log.listen);
    await publishFiches(database, FICHES, {
      findings: FICHES.map((each) => ({
        ...{ rule: 'REFUSED_VALUE', certificationCode: each.code, cohortYear: null },
        ...{ element: 'ACTIF', given: 'peut-être', message: 'neither Oui nor Non' },
      })),
    });
  });

  test('for a page of one certification, of five and of twenty', async () => {
    const sent = new Map<number, readonly string[]>();
    for (const first of [1, 5, 20]) {
      let answer: Answer | undefined;
      const statements = await log.during(async () => {
        answer = await ask<Answer>(database, NESTED, { first });
      });
      const { totalCount, nodes = [] } = answer?.certifications ?? {};
      expect([totalCount, nodes.length]).toEqual([FICHES.length, first]);
      for (const node of nodes) {
        for (const [name, value] of Object.entries(node)) {
          if (Array.isArray(value)) expect([name, value.length]).not.toEqual([name, 0]);
        }
      }
      sent.set(first, statements);
    }
    expect(sent.get(5)).toHaveLength(sent.get(1)?.length ?? 0);
    expect(sent.get(20)).toHaveLength(sent.get(1)?.length ?? 0);
    // About as many as the document has lists and counts.
    expect(sent.get(1)?.length).toBeLessThan(45);
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
