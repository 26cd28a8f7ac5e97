import { type Kysely, sql } from 'kysely';
import { type Fiche, type FicheCohort, ficheOfCode } from '../../domain/certification/fiche.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { RankedSource } from '../../domain/rate/merged-figure.ts';
import { rankedSources } from '../publications.ts';
import type { DB } from '../tables.ts';
import { mergeCohorts } from './cohort-merge.ts';
import { complementFiche, insertFiche } from './fiche-complement.ts';
import type { RowSource, RowVersion } from './fiche-table.ts';
import type { FindingLedger } from './finding-ledger.ts';
import { copyVersions, endVersions, STILL_VALID, type VersionNumbers } from './versions.ts';

/** What a supplement says of one certification: a whole fiche page, or figures alone. */
export interface SupplementContent {
  readonly code: RegisterCode;
  readonly fiche: Fiche | null;
  readonly cohorts: readonly FicheCohort[];
}

/** Rows that one statement writes at a time: well under the limit on its parameters. */
const BATCH = 500;

/** Keeps what a supplement said, so that it can be merged again with the next version of a fiche. */
export async function insertSupplements(
  db: Kysely<DB>,
  sourceId: number,
  contents: readonly SupplementContent[],
): Promise<void> {
  for (let start = 0; start < contents.length; start += BATCH) {
    const values = contents.slice(start, start + BATCH).map(({ code, fiche, cohorts }) => ({
      source_id: sourceId,
      certification_code: code,
      content: JSON.stringify({ fiche, cohorts }),
    }));
    await db.insertInto('supplement').values(values).execute();
  }
}

/** Of each certification that some sources supplement their numbers, oldest import first. */
export async function supplementedCodes(
  db: Kysely<DB>,
  sourceIds: readonly number[],
): Promise<ReadonlyMap<RegisterCode, readonly number[]>> {
  const { rows } = await sql<{ code: RegisterCode; sources: number[] }>`
    select certification_code as code, array_agg(source_id order by source_id) as sources
    from supplement where source_id = any(${sourceIds}::int[])
    group by certification_code`.execute(db);
  return new Map(rows.map(({ code, sources }) => [code, sources]));
}

/** A supplement's content with the source that says it. */
interface SourcedContent extends SupplementContent {
  readonly source: RowSource;
}

/** What some sources say of some certifications, by code, oldest import first. */
async function contentsOf(
  db: Kysely<DB>,
  codes: readonly RegisterCode[],
  sources: ReadonlyMap<number, RowSource>,
): Promise<ReadonlyMap<string, readonly SourcedContent[]>> {
  const rows = await db
    .selectFrom('supplement')
    .where('source_id', '=', sql<number>`any(${[...sources.keys()]}::int[])`)
    .where('certification_code', '=', sql<string>`any(${codes}::text[])`)
    .select(['source_id', 'certification_code', 'content'])
    .orderBy('source_id')
    .orderBy('certification_code')
    .execute();
  const contents = rows.flatMap((row) => {
    const source = sources.get(row.source_id);
    const content = row.content as unknown as Omit<SupplementContent, 'code'>;
    return source ? [{ ...content, code: row.certification_code as RegisterCode, source }] : [];
  });
  return Map.groupBy(contents, ({ code }): string => code);
}

interface Merging {
  /** Numbers of the versions that exports alone give, by code. */
  readonly bases: ReadonlyMap<RegisterCode, number>;
  /** The supplements of the publication, by number. */
  readonly sources: ReadonlyMap<number, RowSource>;
  readonly publicationId: number;
  readonly numbers: VersionNumbers;
  readonly ledger: FindingLedger;
}

/**
 * Writes versions of fiches anew from what their export and all supplements say: a certification that
 * an export has is complemented, one that is in supplements alone is made of them (under its code as
 * title, when figures alone are known), cohorts are merged by precedence, disagreements become
 * findings. The versions that were valid end. Search documents are still to be written.
 */
export async function mergeSupplements(
  db: Kysely<DB>,
  codes: readonly RegisterCode[],
  merging: Merging,
): Promise<void> {
  const ranks = await rankedSources(db);
  for (let start = 0; start < codes.length; start += BATCH) {
    await mergeSome(db, codes.slice(start, start + BATCH), ranks, merging);
  }
}

async function mergeSome(
  db: Kysely<DB>,
  codes: readonly RegisterCode[],
  ranks: ReadonlyMap<number, RankedSource>,
  { bases, sources, publicationId, numbers, ledger }: Merging,
): Promise<void> {
  const contents = await contentsOf(db, codes, sources);
  await endVersions(db, codes, publicationId);
  const versions = new Map<string, RowVersion>();
  for (const code of codes) {
    if (!bases.has(code) && !contents.has(code)) continue;
    versions.set(code, {
      ...{ number: numbers.next(), since: publicationId, until: STILL_VALID, digest: null },
      baseVersion: bases.get(code) ?? null,
    });
  }
  const copies = [...versions].flatMap(([code, { number, baseVersion }]) =>
    baseVersion === null ? [] : [{ code, from: baseVersion, to: number }],
  );
  await copyVersions(db, copies, publicationId);
  for (const [code, version] of versions) {
    await writeTexts(db, code as RegisterCode, contents.get(code) ?? [], version);
  }
  const lines = [...contents.values()].flat().flatMap(({ code, cohorts, source }) => {
    const version = versions.get(code)?.number;
    return version === undefined ? [] : [{ code, version, cohorts, source }];
  });
  const findings = await mergeCohorts(db, lines, ranks);
  for (const [id, found] of [...findings].toSorted(([a], [b]) => a - b)) {
    const source = sources.get(id);
    if (source) await ledger.insert(db, found, source);
  }
}

/** All but the cohorts: what one says stays, so that of two fiche pages the newer one comes first. */
async function writeTexts(
  db: Kysely<DB>,
  code: RegisterCode,
  contents: readonly SourcedContent[],
  version: RowVersion,
): Promise<void> {
  const newestFirst = contents.toSorted(
    ({ source: a }, { source: b }) =>
      (a.datedOn < b.datedOn ? 1 : a.datedOn > b.datedOn ? -1 : 0) || b.id - a.id,
  );
  const pages = newestFirst.flatMap(({ fiche, source }) => (fiche ? [{ fiche, source }] : []));
  if (version.baseVersion === null) {
    const first = pages.shift();
    const source = first?.source ?? contents[0]?.source;
    if (source) await insertFiche(db, first?.fiche ?? ficheOfCode(code), source, version);
  }
  for (const { fiche, source } of pages) await complementFiche(db, fiche, source, version);
}
