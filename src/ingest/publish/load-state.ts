import { FindingLedger } from '../../db/load/finding-ledger.ts';
import { supplementedCodes } from '../../db/load/supplements.ts';
import { validVersions, versionNumbers } from '../../db/load/versions.ts';
import type { SourceRecord } from '../../db/publications.ts';
import type { DatedFile } from './dated-file.ts';
import type { Import } from './import.ts';
import type { LoadState } from './load-export.ts';

/** What fiches are held against. */
export async function loadStateOf(
  { session: { db }, publicationId, served }: Import,
  exports: readonly DatedFile[],
  added: readonly SourceRecord[],
): Promise<LoadState> {
  const valid = await validVersions(db);
  const bases = [...valid.values()].flatMap(({ code, baseVersion }) =>
    baseVersion === null ? [] : [[code, baseVersion] as const],
  );
  const mistyped = (served?.sources ?? []).filter(({ kind, sha256, datedOn }) =>
    exports.some((file) => kind === 'FEED' && file.sha256 === sha256 && file.datedOn !== datedOn),
  );
  return {
    ...{ publicationId, valid, bases: new Map(bases), mistyped },
    ...{ found: new Set(), changed: new Set() },
    numbers: await versionNumbers(db),
    ledger: await FindingLedger.open(db, publicationId),
    supplemented: await supplementedCodes(
      db,
      idsOfSupplements([...(served?.sources ?? []), ...added]),
    ),
  };
}

/** Numbers of the sources that are supplements. */
export function idsOfSupplements(sources: readonly SourceRecord[]): number[] {
  return sources.filter(({ kind }) => kind !== 'FEED').map(({ id }) => id);
}
