import { parse } from 'graphql';
import { expect } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { PublicationGoneError } from '../../../src/domain/errors.ts';
import { createExecutor } from '../../../src/graphql/core/executor.ts';
import { answerOperation } from '../../../src/graphql/core/operations.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { SnapshotStore } from '../../../src/snapshot/store.ts';
import { SERVICES, TODAY } from '../../support/client.ts';

const QUESTION = parse(`query ($p: Int!) {
  certifications(publication: $p, first: 20, orderBy: [{ field: CODE, direction: ASC }]) {
    totalCount
    nodes {
      code title active level objectives attestedSkills assessmentModes
      certifiers { name siret active }
      partners(first: 5) { nodes { name role } }
      partnerCounts { role establishments }
      blocks { code title skills }
      occupations { code } specialities { code } accessRoutes { route open }
      legalReferences { title } collectiveAgreements { number }
      lineage { replaces { code title } replacedBy { code title } }
      sources { fileName datedOn }
      cohorts { year certified certifiedThroughVae insertionRates { ...Rate } }
      insertion { value coverage { ratio } }
      firstSeen { number } lastSeen { number }
      history(first: 20) { nodes { kind field item before after publication { number } } }
    }
  }
  bread: certifications(publication: $p, first: 20, filter: { search: "boulanger pain" }) { ...Found }
  kneading: certifications(publication: $p, first: 20, filter: { search: "pétrir" }) { ...Found }
  similar: certifications(publication: $p, first: 20, filter: { search: "boulangr" }) { ...Found }
  findings(publication: $p, first: 100) {
    totalCount
    nodes { rule given message cohortYear source { fileName datedOn } firstSeenPublication { id } }
  }
  changes(publication: $p, first: 200) {
    totalCount
    nodes { kind code cohortYear field item before after message publication { number } }
  }
  insertionStatistics(publication: $p, groupBy: [YEAR, REGISTER]) {
    groups { key { label } summary { certifications certified rates { value } } }
  }
}
fragment Rate on InsertionRate {
  indicator value status dueOn interval { lower upper } base reliability
  provenance { source fileName datedOn }
}
fragment Found on CertificationConnection { totalCount nodes { code title } }`);

const executor = createExecutor(schema, { compiledAt: 1 });

/** What is answered of some publications, each read anew. */
export async function answersOf(
  database: Database,
  publications: Iterable<number>,
): Promise<ReadonlyMap<number, unknown>> {
  const store = new SnapshotStore(database);
  await store.refresh();
  const answers = new Map<number, unknown>();
  for (const p of publications) {
    const { result } = await answerOperation(
      { executor, store, database, services: SERVICES },
      { document: QUESTION, variables: { p } },
      { today: TODAY },
    );
    expect(result.errors).toBeUndefined();
    answers.set(p, JSON.parse(JSON.stringify(result.data)));
  }
  return answers;
}

/** Why publications are not answered, by their numbers. */
export async function whyGone(
  database: Database,
  publications: Iterable<number>,
): Promise<ReadonlyMap<number, string>> {
  const store = new SnapshotStore(database);
  await store.refresh();
  const reasons = new Map<number, string>();
  for (const publication of publications) {
    const reason = await store.leaseOf({ publication }).then(
      (lease) => {
        lease[Symbol.dispose]();
        return 'it is answered';
      },
      (error: unknown) => (error instanceof PublicationGoneError ? error.message : String(error)),
    );
    reasons.set(publication, reason);
  }
  return reasons;
}
