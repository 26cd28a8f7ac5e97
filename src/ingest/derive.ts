import { blockCodesByCertification } from '../db/blocks.ts';
import { type CertificationRow, certificationsByCode } from '../db/certifications.ts';
import { type CertificationCertifierRow, certifiersByCertification } from '../db/certifiers.ts';
import { certificationFactRow, cohortChangeRow, insertionFactRow } from '../db/cohort-facts.ts';
import { type CohortRow, cohortOf, cohortsByCertification } from '../db/cohorts.ts';
import type { Session } from '../db/database.ts';
import { analyzeDerivedTables, codesInBatches, emptyDerivedTables } from '../db/derived-tables.ts';
import { equivalencesByCertification } from '../db/equivalences.ts';
import { insertFindings, keepOnlyFindings } from '../db/findings.ts';
import { insertRecords } from '../db/insert-records.ts';
import {
  type LineageLinkRow,
  lineageEdges,
  lineageLinksByCertification,
} from '../db/lineage-links.ts';
import type { DB } from '../db/tables.ts';
import type { PlainDate } from '../domain/calendar.ts';
import { cohortChanges, cohortFacts, cohortsFact } from '../domain/cohort-fact.ts';
import { type QualityRecord, qualityFindings } from '../domain/fiche-quality.ts';
import { type Finding, MERGED_RULES } from '../domain/finding.ts';
import { lineageNumbers } from '../domain/lineage.ts';
import { foldText } from '../domain/search-key.ts';

/** Certifications whose rows are held at a time. */
const BATCH = 1000;

/** The publication that is derived. */
export interface Derived {
  readonly publicationId: number;
  /** The day the data are of: the newest export's. */
  readonly day: PlainDate;
}

/**
 * Fills what is derived fiche by fiche from the merged fiches of the session's register schema:
 * facts of cohorts and certifications, changes of rates, findings. Runs after all sources are
 * merged and after the links are indexed.
 */
export async function deriveFacts(db: Session['db'], derived: Derived): Promise<void> {
  await emptyDerivedTables(db);
  const found: string[] = [];
  const lineages = lineageNumbers(await lineageEdges(db));
  for await (const codes of codesInBatches(db, BATCH)) {
    const records = await readRecords(db, codes);
    const facts: DB['insertion_fact'][] = [];
    const certificationFacts: DB['certification_fact'][] = [];
    const changes: DB['cohort_change'][] = [];
    const findingsBySource = new Map<number, Finding[]>();
    for (const record of records) {
      const { code, sourceId } = record.certification;
      const ofCohorts = cohortFacts(record.certification, record.cohorts);
      facts.push(...ofCohorts.map((fact) => insertionFactRow(code, fact)));
      changes.push(...cohortChanges(ofCohorts).map((change) => cohortChangeRow(code, change)));
      certificationFacts.push(
        certificationFactRow(code, {
          ...cohortsFact(ofCohorts),
          certifiers: bodiesInForce(record.certifiers),
          replaced: record.links.some(({ direction }) => direction === 'REPLACED_BY'),
          hasEquivalences: record.hasEquivalences,
          lineage: lineages.get(code) ?? null,
        }),
      );
      const findings = findingsBySource.get(sourceId) ?? [];
      findings.push(...qualityFindings(qualityOf(record), derived.day));
      findingsBySource.set(sourceId, findings);
    }
    await insertRecords(db, 'insertion_fact', facts);
    await insertRecords(db, 'certification_fact', certificationFacts);
    await insertRecords(db, 'cohort_change', changes);
    for (const [id, findings] of findingsBySource) {
      found.push(...(await insertFindings(db, findings, { id }, derived.publicationId)));
    }
  }
  // What was found before and still is stays as it was: first seen then.
  await keepOnlyFindings(db, MERGED_RULES, found);
  await analyzeDerivedTables(db);
}

/** All that is derived from, of one certification. */
interface DerivedRecord {
  readonly certification: CertificationRow;
  readonly cohorts: readonly CohortRow[];
  readonly certifiers: readonly CertificationCertifierRow[];
  readonly blockCodes: readonly string[];
  readonly links: readonly LineageLinkRow[];
  readonly hasEquivalences: boolean;
}

async function readRecords(db: Session['db'], codes: readonly string[]): Promise<DerivedRecord[]> {
  const cohorts = (await cohortsByCertification(db, codes).execute()).map(cohortOf);
  const cohortsByCode = groupByCode(cohorts);
  const certifiersByCode = groupByCode(await certifiersByCertification(db, codes).execute());
  const blocksByCode = groupByCode(await blockCodesByCertification(db, codes).execute());
  const linksByCode = groupByCode(await lineageLinksByCertification(db, codes));
  const equivalencesByCode = groupByCode(await equivalencesByCertification(db, codes).execute());
  return (await certificationsByCode(db, codes).execute()).map((certification) => ({
    certification,
    cohorts: cohortsByCode.get(certification.code) ?? [],
    certifiers: certifiersByCode.get(certification.code) ?? [],
    blockCodes: blocksByCode.get(certification.code)?.flatMap((row) => row.codes) ?? [],
    links: linksByCode.get(certification.code) ?? [],
    hasEquivalences: equivalencesByCode.has(certification.code),
  }));
}

function groupByCode<Row extends { readonly certificationCode: string }>(rows: readonly Row[]) {
  return Map.groupBy(rows, (row) => row.certificationCode);
}

/** Bodies in force: those of one SIREN are one, and those without go by their name. */
function bodiesInForce(certifiers: readonly CertificationCertifierRow[]): number {
  const active = certifiers.filter((certifier) => certifier.active);
  return new Set(active.map(({ siren, name }) => siren ?? foldText(name))).size;
}

function qualityOf(record: DerivedRecord): QualityRecord {
  const { certification, blockCodes, certifiers, cohorts, links: lineage } = record;
  return { ...certification, blockCodes, certifiers, cohorts, lineage };
}
