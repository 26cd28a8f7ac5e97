import type { FindingRow } from '../../db/rows/finding-rows.ts';
import {
  FINDING_SEVERITIES,
  type FindingRule,
  type FindingSeverity,
} from '../../domain/findings/finding.ts';
import { textRanks } from '../../domain/order.ts';
import type { Work } from '../../domain/work.ts';
import { groupByParent, NONE } from '../columns.ts';
import type { Findings } from '../snapshot.ts';
import type { CertificationHeads } from './certifications.ts';
import type { Interner } from './interner.ts';
import { inPieces } from './pieces.ts';
import type { ServedSource } from './served-source.ts';
import { ColumnsOf } from './table.ts';

/**
 * Reads findings, which come by key, into columns: gravest first, then by certification, then by
 * key.
 */
export async function buildFindings(
  pages: AsyncIterable<readonly FindingRow[]>,
  heads: CertificationHeads,
  { interner, servedSource }: { readonly interner: Interner; readonly servedSource: ServedSource },
): Promise<Findings> {
  const of = new ColumnsOf<FindingRow>(interner);
  const table = of.table({
    key: of.keys(({ key }) => key),
    rule: of.texts(({ rule }) => rule as FindingRule),
    severity: of.texts(({ severity }) => severity as FindingSeverity),
    certificationCode: of.texts(({ certificationCode }) => certificationCode),
    certification: of.ints(
      ({ certificationCode }) => heads.rowOf.get(certificationCode ?? '') ?? null,
    ),
    cohortYear: of.ints(({ cohortYear }) => cohortYear),
    element: of.texts(({ element }) => element),
    given: of.texts(({ given }) => given),
    message: of.texts(({ message }) => message),
    sourceId: of.ints(({ sourceId }) => sourceId && servedSource(sourceId)),
    firstSeenPublicationId: of.ints((row) => row.firstSeenPublicationId),
  });
  const severities: number[] = [];
  const codes: (string | null)[] = [];
  for await (const page of pages) {
    for (const row of page) {
      table.add(row);
      severities.push(FINDING_SEVERITIES.indexOf(row.severity as FindingSeverity));
      codes.push(row.certificationCode);
    }
  }
  return inPieces(
    (function* finish() {
      const byCode = yield* inCodeOrder(codes);
      yield;
      const bySeverity = byCode.map((place) => severities[place] ?? 0);
      const { order } = groupByParent(bySeverity, FINDING_SEVERITIES.length);
      yield;
      const columns = yield* table.inOrder(order.map((place) => byCode[place] ?? 0));
      const rowOf = new Map<string, number>();
      for (const [row, key] of columns.key.entries()) rowOf.set(key, row);
      yield;
      const ofCertification = byCertification(columns.certification, heads.count);
      return { count: table.count, rowOf, ...columns, ofCertification };
    })(),
  );
}

/** The places of codes in the order of texts, nulls last; equal ones stay as they were. */
function* inCodeOrder(codes: readonly (string | null)[]): Work<Int32Array> {
  const ranks = yield* textRanks(codes);
  const most = ranks.reduce((sofar, rank) => Math.max(sofar, Number.isNaN(rank) ? 0 : rank), 0);
  const last = most + 1;
  return groupByParent(
    ranks.map((rank) => (Number.isNaN(rank) ? last : rank)),
    last + 1,
  ).order;
}

/** Rows of each certification, in their order; those of none that is served are left out. */
function byCertification(certification: Int32Array, certifications: number) {
  const served: number[] = [];
  for (const [row, of] of certification.entries()) if (of !== NONE) served.push(row);
  const { offset, order } = groupByParent(
    served.map((row) => certification[row] ?? 0),
    certifications,
  );
  return { offset, value: order.map((place) => served[place] ?? 0) };
}
