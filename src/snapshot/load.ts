import type { Kysely } from 'kysely';
import {
  type PublicationRecord,
  publicationsUpTo,
  sourcesByPublication,
  withdrawnAfter,
} from '../db/publications.ts';
import { certificationRows, supplementRows } from '../db/rows/certification-rows.ts';
import { cohortRows } from '../db/rows/cohort-rows.ts';
import { findingRows } from '../db/rows/finding-rows.ts';
import { lineageLinkRows } from '../db/rows/lineage-rows.ts';
import {
  accessRouteRows,
  blockRows,
  certifierRows,
  codeRows,
  equivalenceRows,
  type NomenclatureTable,
} from '../db/rows/list-rows.ts';
import { noteRows } from '../db/rows/note-rows.ts';
import { partnerCountRows } from '../db/rows/partner-counts.ts';
import type { DB } from '../db/tables.ts';
import type { MethodChoices } from '../domain/method.ts';
import { buildCertifications } from './build/certifications.ts';
import { buildCertifiers } from './build/certifiers.ts';
import { buildCohorts } from './build/cohorts.ts';
import { buildFindings } from './build/findings.ts';
import { Interner } from './build/interner.ts';
import { buildLineage } from './build/lineage.ts';
import {
  buildAccessRoutes,
  buildBlocks,
  buildEquivalences,
  buildPartnerCounts,
  buildSupplements,
} from './build/lists.ts';
import { buildAbbreviations, buildNomenclature } from './build/nomenclature.ts';
import { nextTurn } from './build/pieces.ts';
import { servedSources } from './build/served-source.ts';
import { buildSurveys } from './build/surveys.ts';
import type { Publication, Snapshot, Source } from './snapshot.ts';

/**
 * Loads a publication into memory. `db` must have entered the publication, and see one moment of it,
 * until the end. The event loop is given back after each page of rows.
 *
 * - Throws what the database throws, and the reason of the signal once it is aborted.
 */
export async function loadSnapshot(
  db: Kysely<DB>,
  publication: PublicationRecord,
  method: MethodChoices,
  { signal, surveys = true }: { readonly signal?: AbortSignal; readonly surveys?: boolean } = {},
): Promise<Snapshot> {
  const texts = new Interner();
  const paged = <Row>(pages: AsyncIterable<readonly Row[]>) => yielding(pages, signal);
  const published = await readPublications(db, publication.id);
  const servedSource = servedSources(published.sources, published.publications[0]?.sources ?? []);
  const heads = await buildCertifications(paged(certificationRows(db)), texts, servedSource);
  const codes = (table: NomenclatureTable) =>
    buildNomenclature(paged(codeRows(db, table)), heads, texts);
  const by = { interner: texts, method, servedSource };
  // Side by side: the database has a statement to run while rows of another table are read.
  const tables = await all({
    ofCohorts: buildCohorts(paged(cohortRows(db)), heads, by),
    blocks: buildBlocks(paged(blockRows(db)), heads, texts),
    ofCertifiers: buildCertifiers(paged(certifierRows(db)), heads, texts),
    occupations: codes('certification_occupation'),
    specialities: codes('certification_speciality'),
    formacodes: codes('certification_formacode'),
    routes: buildAccessRoutes(paged(accessRouteRows(db)), heads, texts),
    ofLineage: buildLineage(paged(lineageLinkRows(db)), heads, texts),
    equivalences: buildEquivalences(paged(equivalenceRows(db)), heads, texts),
    partners: buildPartnerCounts(paged(partnerCountRows(db)), heads, texts),
    notes: noteRows(db),
    surveys: buildSurveys(db, { heads, interner: texts, paged, wanted: surveys }),
    findings: buildFindings(paged(findingRows(db)), heads, by),
    supplements: buildSupplements(paged(supplementRows(db, publication.id)), heads),
  });
  const { ofCohorts, ofCertifiers, ofLineage, ...others } = tables;
  const { supplements, equivalences, ...nouns } = others;
  const { abbreviations, abbreviationRow } = buildAbbreviations(heads);
  return {
    ...{ publication, method, ...published, ...nouns, equivalences, abbreviations },
    certifications: {
      ...{ ...heads, ...ofCohorts.ofCertification, abbreviationRow, supplements },
      bodiesInForce: ofCertifiers.bodiesInForce,
      replaced: ofLineage.replaced,
      hasEquivalences: Uint8Array.from(heads.code, (_, row) => Number(equivalences.has(row))),
    },
    cohorts: ofCohorts.cohorts,
    certifiers: ofCertifiers.certifiers,
    bodies: ofCertifiers.bodies,
    lineage: ofLineage.lineage,
    textBytes: texts.bytes,
  };
}

/** All results by name, once all are there; none runs on when one has failed. */
async function all<Results extends object>(
  running: { readonly [Name in keyof Results]: Promise<Results[Name]> },
): Promise<Results> {
  const ended = await Promise.allSettled(Object.values(running));
  const failed = ended.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  const results: Partial<Results> = {};
  for (const [name, result] of Object.entries(running)) {
    results[name as keyof Results] = await (result as Promise<Results[keyof Results]>);
  }
  return results as Results;
}

/** Rows that are handled in one turn of the event loop. */
const IN_A_TURN = 2_000;

/** Pages as they come, in pieces that have a turn of the event loop each. */
async function* yielding<Row>(
  pages: AsyncIterable<readonly Row[]>,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly Row[]> {
  for await (const page of pages) {
    for (let from = 0; from === 0 || from < page.length; from += IN_A_TURN) {
      await nextTurn();
      signal?.throwIfAborted();
      yield page.length > IN_A_TURN ? page.slice(from, from + IN_A_TURN) : page;
    }
  }
}

/** Publications up to one, that first, with their sources; those after it that were withdrawn. */
async function readPublications(
  db: Kysely<DB>,
  upTo: number,
): Promise<{
  readonly publications: readonly Publication[];
  readonly withdrawn: readonly Publication[];
  readonly sources: ReadonlyMap<number, Source>;
}> {
  const records = await publicationsUpTo(db, upTo).execute();
  const withdrawn = await withdrawnAfter(db, upTo).execute();
  const sources = new Map<number, Source>();
  const byPublication = new Map<number, Source[]>();
  const ids = records.map(({ id }) => id);
  for (const { publicationId, ...source } of await sourcesByPublication(db, ids).execute()) {
    const known = sources.get(source.id) ?? source;
    sources.set(source.id, known);
    const own = byPublication.get(publicationId) ?? [];
    byPublication.set(publicationId, own);
    own.push(known);
  }
  return {
    publications: records.map((record) => ({
      ...record,
      sources: byPublication.get(record.id) ?? [],
    })),
    withdrawn: withdrawn.map((record) => ({ ...record, sources: [] })),
    sources,
  };
}
