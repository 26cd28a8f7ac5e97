import { type Kysely, sql } from 'kysely';
import { type Fiche, ficheOfCode } from '../../domain/certification/fiche.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { RankedSource } from '../../domain/rate/merged-figure.ts';
import { forgetDocuments } from '../search-index/search-documents.ts';
import type { DB } from '../tables.ts';
import { type CohortLines, mergeCohorts } from './cohort-merge.ts';
import { complementFiche, insertFiche } from './fiche-complement.ts';
import type { RowSource } from './fiche-table.ts';
import { insertFindings } from './findings.ts';

/** What a supplement says of one certification: a whole fiche page, or figures alone. */
export interface SupplementContent extends CohortLines {
  readonly fiche: Fiche | null;
}

/** Rows that one statement writes at a time: well under the limit on its parameters. */
const BATCH = 500;

/** Keeps what a supplement said, so that it can be applied again after the next export. */
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

/** What the given source said, by certification; one row per certification, in code order. */
export async function supplementsOfSource(
  db: Kysely<DB>,
  sourceId: number,
): Promise<SupplementContent[]> {
  const rows = await db
    .selectFrom('supplement')
    .where('source_id', '=', sourceId)
    .select(['certification_code', 'content'])
    .orderBy('certification_code')
    .execute();
  return rows.map((row) => {
    const content = row.content as unknown as Omit<SupplementContent, 'code'>;
    return { ...content, code: row.certification_code as RegisterCode };
  });
}

async function existingCodes(
  db: Kysely<DB>,
  codes: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string }>`
    select code from certification where code = any(${codes}::text[])`.execute(db);
  return new Set(rows.map((row) => row.code));
}

interface Application {
  readonly source: RowSource;
  /** Every source that figures may come from, by id. */
  readonly sources: ReadonlyMap<number, RankedSource>;
  readonly publicationId: number;
}

/**
 * Applies what a supplement said to the register schema of the session: a certification that is
 * there is complemented, one that is not is added (under its code as title, when figures alone
 * are known), cohorts are merged by precedence, disagreements become findings. Their search
 * documents are removed: they are to be written again.
 */
export async function applySupplement(
  db: Kysely<DB>,
  contents: readonly SupplementContent[],
  { source, sources, publicationId }: Application,
): Promise<void> {
  for (let start = 0; start < contents.length; start += BATCH) {
    const batch = contents.slice(start, start + BATCH);
    const codes = batch.map(({ code }) => code);
    const existing = await existingCodes(db, codes);
    for (const { code, fiche } of batch) {
      if (!existing.has(code)) await insertFiche(db, fiche ?? ficheOfCode(code), source);
      else if (fiche) await complementFiche(db, fiche, source);
    }
    const findings = await mergeCohorts(db, batch, source, sources);
    await insertFindings(db, findings, source, publicationId);
    await forgetDocuments(db, codes);
  }
}
