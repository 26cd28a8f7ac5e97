import DataLoader from 'dataloader';
import type { Kysely } from 'kysely';
import { accessRoutesByCertification } from '../db/access-routes.ts';
import { blocksByCertification } from '../db/blocks.ts';
import { certificationsByCode, textsByCertification } from '../db/certifications.ts';
import { certifiersByCertification, certifiersBySiren } from '../db/certifiers.ts';
import { cohortOf, cohortsByCertification } from '../db/cohorts.ts';
import { sourcesById } from '../db/publications.ts';
import type { DB } from '../db/tables.ts';

/** All batches of one request. A loader's cache must not outlive its request. */
export type Loaders = ReturnType<typeof createLoaders>;

/**
 * Makes the loaders of one request. Each sends one statement for all the keys that one level of
 * a query asks for.
 */
export function createLoaders(db: Kysely<DB>) {
  return {
    certification: one(
      (codes: readonly string[]) => certificationsByCode(db, codes).execute(),
      'code',
    ),
    texts: one(
      (codes: readonly string[]) => textsByCertification(db, codes).execute(),
      'certificationCode',
    ),
    source: one((ids: readonly number[]) => sourcesById(db, ids).execute(), 'id'),
    certifier: one((sirens: readonly string[]) => certifiersBySiren(db, sirens).execute(), 'siren'),
    cohorts: byCertification(async (codes) =>
      (await cohortsByCertification(db, codes).execute()).map(cohortOf),
    ),
    blocks: byCertification((codes) => blocksByCertification(db, codes).execute()),
    accessRoutes: byCertification((codes) => accessRoutesByCertification(db, codes).execute()),
    certifiers: byCertification((codes) => certifiersByCertification(db, codes).execute()),
  };
}

/** One row per key, or null. */
function one<
  Key extends string | number,
  Name extends string,
  Row extends { readonly [N in Name]: Key },
>(
  read: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyName: Name,
): DataLoader<Key, Row | null> {
  return new DataLoader(async (keys) => {
    const rows = new Map((await read(keys)).map((row) => [row[keyName] as Key, row]));
    return keys.map((key) => rows.get(key) ?? null);
  });
}

/** Many rows per certification, in the order of the query. */
function byCertification<Row extends { readonly certificationCode: string }>(
  read: (codes: readonly string[]) => Promise<readonly Row[]>,
): DataLoader<string, readonly Row[]> {
  return new DataLoader(async (codes) => {
    const rows = Map.groupBy(await read(codes), (row) => row.certificationCode as string);
    return codes.map((code) => rows.get(code) ?? []);
  });
}
