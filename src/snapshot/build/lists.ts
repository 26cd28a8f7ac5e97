import type { SupplementRow } from '../../db/rows/certification-rows.ts';
import type { PartnerCountRow } from '../../db/rows/partner-counts.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import type { AccessRouteKind } from '../../domain/certification/access-route.ts';
import type { PartnerRole } from '../../domain/certification/fiche.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type {
  AccessRoutes,
  Blocks,
  Equivalence,
  Equivalences,
  PartnerCounts,
} from '../snapshot.ts';
import type { CertificationHeads } from './certifications.ts';
import { type Child, ChildTable } from './child-table.ts';
import type { Interner } from './interner.ts';
import { inPieces } from './pieces.ts';
import { ColumnsOf } from './table.ts';

interface BlockRow extends Child {
  readonly position: number;
  readonly code: string;
  readonly title: string;
}

/** Reads blocks, in the order of the fiches, into columns. */
export async function buildBlocks(
  pages: AsyncIterable<readonly BlockRow[]>,
  heads: CertificationHeads,
  interner: Interner,
): Promise<Blocks> {
  const of = new ColumnsOf<BlockRow>(interner);
  const table = new ChildTable(
    heads,
    of.table({
      position: of.ints(({ position }) => position),
      code: of.keys(({ code }) => code),
      title: of.texts(({ title }) => title),
    }),
  );
  await table.addAll(pages);
  return inPieces(table.finish());
}

interface AccessRouteRow extends Child {
  readonly route: string;
  readonly position: number;
  readonly open: boolean | null;
  readonly jury: string | null;
  readonly changedOn: PlainDate | null;
}

/** Reads access routes into columns: by certification, in the order of the fiche. */
export async function buildAccessRoutes(
  pages: AsyncIterable<readonly AccessRouteRow[]>,
  heads: CertificationHeads,
  interner: Interner,
): Promise<AccessRoutes> {
  const of = new ColumnsOf<AccessRouteRow>(interner);
  const columns = of.table({
    route: of.texts(({ route }) => route as AccessRouteKind),
    open: of.flags(({ open }) => open),
    jury: of.texts(({ jury }) => jury),
    changedOn: of.days(({ changedOn }) => changedOn),
  });
  const table = new ChildTable(heads, columns, ({ position }) => position);
  await table.addAll(pages);
  return inPieces(table.finish());
}

interface EquivalenceRow {
  readonly certificationCode: string;
  readonly sourceBlocks: readonly string[];
  readonly targetCode: string;
  readonly targetBlocks: readonly string[];
}

/** Reads equivalences, in the order of the fiches. */
export async function buildEquivalences(
  pages: AsyncIterable<readonly EquivalenceRow[]>,
  heads: CertificationHeads,
  interner: Interner,
): Promise<Equivalences> {
  const byRow = new Map<number, Equivalence[]>();
  for await (const page of pages) {
    for (const { certificationCode, sourceBlocks, targetCode, targetBlocks } of page) {
      append(byRow, heads.rowOf.get(certificationCode), {
        sourceBlocks: sourceBlocks.map((code) => interner.of(code)),
        targetCode: interner.of(targetCode as RegisterCode),
        targetBlocks: targetBlocks.map((code) => interner.of(code)),
      });
    }
  }
  return byRow;
}

/** Reads counts of partners, which come by certification, into columns. */
export async function buildPartnerCounts(
  pages: AsyncIterable<readonly PartnerCountRow[]>,
  heads: CertificationHeads,
  interner: Interner,
): Promise<PartnerCounts> {
  const of = new ColumnsOf<PartnerCountRow>(interner);
  const table = new ChildTable(
    heads,
    of.table({
      role: of.texts(({ role }) => role as PartnerRole | null),
      state: of.texts(({ state }) => state),
      active: of.bytes(({ active }) => active),
      rows: of.ints(({ rows }) => rows),
      establishments: of.ints(({ establishments }) => establishments),
      legalUnits: of.ints(({ legalUnits }) => legalUnits),
    }),
  );
  await table.addAll(pages);
  return inPieces(table.finish());
}

/** Reads supplements by the row of the certification that they speak of. */
export async function buildSupplements(
  pages: AsyncIterable<readonly SupplementRow[]>,
  heads: CertificationHeads,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const byRow = new Map<number, number[]>();
  for await (const page of pages) {
    for (const { certificationCode, sourceId } of page) {
      append(byRow, heads.rowOf.get(certificationCode), sourceId);
    }
  }
  return byRow;
}

/** Adds a value to those of a row; those of no row are left out. */
function append<Value>(byRow: Map<number, Value[]>, row: number | undefined, value: Value): void {
  if (row === undefined) return;
  const own = byRow.get(row);
  if (own) own.push(value);
  else byRow.set(row, [value]);
}
