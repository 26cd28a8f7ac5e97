import DataLoader from 'dataloader';
import type { Kysely } from 'kysely';
import { accessRoutesByCertification } from '../db/access-routes.ts';
import { blockCountsByCertification, blocksByCertification } from '../db/blocks.ts';
import { certificationsByCode, textsByCertification } from '../db/certifications.ts';
import {
  countsByCertifier,
  outcomesByCertifier,
  sumsByCertifier,
} from '../db/certifier-portfolios.ts';
import { certifiersByCertification, certifiersBySiren } from '../db/certifiers.ts';
import { coCertifiersBySiren } from '../db/co-certifiers.ts';
import { cohortOf, cohortsByCertification } from '../db/cohorts.ts';
import { collectiveAgreementsByCertification } from '../db/collective-agreements.ts';
import { equivalencesByCertification } from '../db/equivalences.ts';
import { findingsByCertification, findingsByKey } from '../db/findings.ts';
import { type AskedCode, areKnown } from '../db/known-codes.ts';
import { legalReferencesByCertification } from '../db/legal-references.ts';
import { lineageEdgesByCertification, lineageLinksByCertification } from '../db/lineage-links.ts';
import {
  abbreviationsByKey,
  codeTreeByCode,
  type Nomenclature,
  nomenclatureByCertification,
  nomenclatureByCode,
} from '../db/nomenclatures.ts';
import {
  countPages,
  type Page,
  type PageRequest,
  type RowsOfParent,
  readPages,
  type SortKey,
} from '../db/paging.ts';
import { partnerCountsByCertification } from '../db/partners.ts';
import {
  publicationsById,
  sourcesByCertification,
  sourcesById,
  sourcesByPublication,
} from '../db/publications.ts';
import type { DB } from '../db/tables.ts';
import type { PlainDate } from '../domain/calendar.ts';

/** All batches of one request. A loader's cache must not outlive its request. */
export type Loaders = ReturnType<typeof createLoaders>;

/**
 * Makes the loaders of one request. Each sends one statement for all the keys that one level of
 * a query asks for.
 */
export function createLoaders(db: Kysely<DB>, publicationId: number) {
  const classified = (noun: Nomenclature) =>
    byCertification((codes) => nomenclatureByCertification(db, noun, codes));
  return {
    certification: one(
      (codes: readonly string[]) => certificationsByCode(db, codes).execute(),
      'code',
    ),
    texts: one(
      (codes: readonly string[]) => textsByCertification(db, codes).execute(),
      'certificationCode',
    ),
    certifier: one((sirens: readonly string[]) => certifiersBySiren(db, sirens).execute(), 'siren'),
    occupation: one((codes: readonly string[]) => codeTreeByCode(db, 'occupation', codes), 'code'),
    speciality: one((codes: readonly string[]) => codeTreeByCode(db, 'speciality', codes), 'code'),
    formacode: one(
      (codes: readonly string[]) => nomenclatureByCode(db, 'formacode', codes).execute(),
      'code',
    ),
    abbreviation: one((keys: readonly string[]) => abbreviationsByKey(db, keys).execute(), 'key'),
    finding: one((keys: readonly string[]) => findingsByKey(db, keys).execute(), 'key'),
    source: one((ids: readonly number[]) => sourcesById(db, ids).execute(), 'id'),
    publication: one((ids: readonly number[]) => publicationsById(db, ids).execute(), 'id'),
    publicationSources: many(
      (ids: readonly number[]) => sourcesByPublication(db, ids).execute(),
      'publicationId',
    ),
    cohorts: byCertification(async (codes) =>
      (await cohortsByCertification(db, codes).execute()).map(cohortOf),
    ),
    blocks: byCertification((codes) => blocksByCertification(db, codes).execute()),
    blockCount: one(
      (codes: readonly string[]) => blockCountsByCertification(db, codes).execute(),
      'certificationCode',
    ),
    accessRoutes: byCertification((codes) => accessRoutesByCertification(db, codes).execute()),
    certifiers: byCertification((codes) => certifiersByCertification(db, codes).execute()),
    occupations: classified('occupation'),
    specialities: classified('speciality'),
    formacodes: classified('formacode'),
    lineage: byCertification((codes) => lineageLinksByCertification(db, codes)),
    lineageEdges: byCertification((codes) => lineageEdgesByCertification(db, codes)),
    equivalences: byCertification((codes) => equivalencesByCertification(db, codes).execute()),
    legalReferences: byCertification((codes) =>
      legalReferencesByCertification(db, codes).execute(),
    ),
    collectiveAgreements: byCertification((codes) =>
      collectiveAgreementsByCertification(db, codes).execute(),
    ),
    findings: byCertification((codes) => findingsByCertification(db, codes).execute()),
    sourceIds: byCertification((codes) => sourcesByCertification(db, codes, publicationId)),
    certifierSums: one((sirens: readonly string[]) => sumsByCertifier(db, sirens), 'siren'),
    certifierOutcomes: many(
      (sirens: readonly string[]) => outcomesByCertifier(db, sirens),
      'siren',
    ),
    certifierCounts: perDay((asOf) =>
      one((sirens: readonly string[]) => countsByCertifier(db, sirens, asOf), 'siren'),
    ),
    coCertifiers: many((sirens: readonly string[]) => coCertifiersBySiren(db, sirens), 'siren'),
    partnerCounts: byCertification((codes) => partnerCountsByCertification(db, codes)),
    known: new DataLoader((asked: readonly AskedCode[]) => areKnown(db, asked), {
      cacheKeyFn: ({ noun, code }) => `${noun} ${code}`,
    }),
    list: listLoaders(db),
  };
}

/** A loader for each as-of day that is asked about. */
function perDay<Loader>(make: (asOf: PlainDate) => Loader): (asOf: PlainDate) => Loader {
  const known = new Map<PlainDate, Loader>();
  return (asOf) => {
    const loader = known.get(asOf) ?? make(asOf);
    known.set(asOf, loader);
    return loader;
  };
}

/** A list below each row of another list, asked with one set of arguments. */
export interface NestedList<TB extends keyof DB, Row extends object> {
  /** Tells the field, and all that its rows depend on but the arguments. */
  readonly name: string;
  readonly args: PageRequest;
  readonly rows: RowsOfParent<TB, Row>;
  readonly keys: readonly SortKey[];
}

interface ListLoaders<Row> {
  readonly page: DataLoader<string, Page<Row>>;
  readonly count: DataLoader<string, number>;
}

/** Two loaders, pages and counts, for each nested list and set of arguments. */
function listLoaders(db: Kysely<DB>) {
  const known = new Map<string, ListLoaders<unknown>>();
  return <TB extends keyof DB, Row extends object>({
    name,
    args,
    rows,
    keys,
  }: NestedList<TB, Row>): ListLoaders<Row> => {
    const key = JSON.stringify([name, args]);
    const loaders = (known.get(key) as ListLoaders<Row> | undefined) ?? {
      page: new DataLoader((parents) => readPages(db, parents, rows, keys, args)),
      count: new DataLoader((parents) => countPages(db, parents, rows)),
    };
    known.set(key, loaders);
    return loaders;
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

/** Many rows per key, in the order of the query. */
function many<
  Key extends string | number,
  Name extends string,
  Row extends { readonly [N in Name]: Key },
>(
  read: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyName: Name,
): DataLoader<Key, readonly Row[]> {
  return new DataLoader(async (keys) => {
    const rows = Map.groupBy(await read(keys), (row) => row[keyName] as Key);
    return keys.map((key) => rows.get(key) ?? []);
  });
}

/** Many rows per certification, in the order of the query. */
function byCertification<Row extends { readonly certificationCode: string }>(
  read: (codes: readonly string[]) => Promise<readonly Row[]>,
): DataLoader<string, readonly Row[]> {
  return many<string, 'certificationCode', Row>(read, 'certificationCode');
}
