import type { RegisterCode } from '../../src/domain/certification/register-code.ts';
import { inverse, type Lists } from '../../src/snapshot/columns.ts';
import type { Nomenclature, Snapshot } from '../../src/snapshot/snapshot.ts';

type Column = Int32Array | Float64Array | Uint8Array | Int8Array | readonly unknown[];

/** A column at some rows. */
function picked<Of extends Column>(column: Of, rows: readonly number[]): Of {
  if (Array.isArray(column)) return rows.map((row) => column[row]) as unknown as Of;
  const Class = column.constructor as new (values: readonly number[]) => Of;
  return new Class(rows.map((row) => Number(column[row])));
}

/** All columns of a table at some rows; what is no column of it stays. */
function tableAt<Table extends { readonly count: number }>(table: Table, rows: number[]): Table {
  const columns = Object.entries(table).map(([name, column]) => {
    const isColumn = Array.isArray(column) || ArrayBuffer.isView(column);
    const isOfRows = isColumn && (column as unknown as Int32Array).length === table.count;
    return [name, isOfRows ? picked(column as unknown as Column, rows) : column];
  });
  return { ...Object.fromEntries(columns), count: rows.length };
}

/** The rows of each parent, parents as they are repeated; where those of each begin. */
function childrenOf(offset: Int32Array, parents: readonly number[]) {
  const rows: number[] = [];
  const starts = [0];
  const parentOf: number[] = [];
  for (const [parent, old] of parents.entries()) {
    for (let row = offset[old] ?? 0; row < (offset[old + 1] ?? 0); row++) {
      rows.push(row);
      parentOf.push(parent);
    }
    starts.push(rows.length);
  }
  return { rows, offset: Int32Array.from(starts), parentOf: Int32Array.from(parentOf) };
}

function listsAt({ offset, value }: Lists, parents: readonly number[]): Lists {
  const { rows, offset: starts } = childrenOf(offset, parents);
  return { offset: starts, value: picked(value, rows) };
}

/** A snapshot that has each certification, with all that is its own, so many times. */
export function enlarged(snapshot: Snapshot, times: number): Snapshot {
  const { certifications, cohorts, blocks, findings, bodies, routes, lineage } = snapshot;
  const rows = Array.from({ length: certifications.count * times }, (_, row) =>
    Math.floor(row / times),
  );
  const heads = tableAt(certifications, rows);
  const number = heads.number.map((each, row) => each * times + (row % times));
  const code = heads.code.map(
    (each, row) => `${each.startsWith('RS') ? 'RS' : 'RNCP'}${number[row]}` as RegisterCode,
  );
  const ofCohorts = childrenOf(cohorts.offset, rows);
  const rates = Object.entries(cohorts.rates).map(([indicator, each]) => [
    indicator,
    tableAt({ ...each, count: cohorts.count }, ofCohorts.rows),
  ]);
  const ofBlocks = childrenOf(blocks.offset, rows);
  const noun = (each: Nomenclature): Nomenclature => {
    const ofCertification = listsAt(each.ofCertification, rows);
    return { ...each, ofCertification, certifications: inverse(ofCertification, each.count) };
  };
  const ofBodies = listsAt(bodies.ofCertification, rows);
  const ofRoutes = childrenOf(routes.offset, rows);
  const ofFindings = Array.from({ length: findings.count * times }, (_, row) =>
    Math.floor(row / times),
  );
  return {
    ...snapshot,
    certifications: {
      ...heads,
      number,
      code,
      rowOf: new Map(code.map((each, row) => [each, row])),
    },
    cohorts: {
      ...tableAt(cohorts, ofCohorts.rows),
      ...{ offset: ofCohorts.offset, certification: ofCohorts.parentOf },
      rates: Object.fromEntries(rates) as Snapshot['cohorts']['rates'],
    },
    blocks: {
      ...tableAt(blocks, ofBlocks.rows),
      ...{ offset: ofBlocks.offset, certification: ofBlocks.parentOf },
    },
    bodies: {
      ...bodies,
      ofCertification: ofBodies,
      certifications: inverse(ofBodies, bodies.count),
    },
    occupations: noun(snapshot.occupations),
    specialities: noun(snapshot.specialities),
    formacodes: noun(snapshot.formacodes),
    routes: {
      offset: ofRoutes.offset,
      route: picked(routes.route, ofRoutes.rows),
      open: picked(routes.open, ofRoutes.rows),
      jury: picked(routes.jury, ofRoutes.rows),
      changedOn: picked(routes.changedOn, ofRoutes.rows),
    },
    lineage: { ...lineage, number: picked(lineage.number, rows) },
    notes: [],
    findings: {
      ...tableAt(findings, ofFindings),
      certification: Int32Array.from(ofFindings, (old, row) => {
        const of = findings.certification[old] ?? -1;
        return of === -1 ? -1 : of * times + (row % times);
      }),
    },
  };
}
