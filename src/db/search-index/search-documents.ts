import { type Kysely, sql } from 'kysely';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import {
  certificationDocument,
  countContentWords,
  type SearchedTexts,
} from '../../domain/search/certification-document.ts';
import { placeOfCode } from '../code-place.ts';
import { insertRecords } from '../load/insert-records.ts';
import type { DB } from '../tables.ts';
import { headingsText, tsvectorText } from './tsvector.ts';

/** Certifications whose texts are held at a time. */
const BATCH = 500;

/** The row of `certification_search` of a certification. */
export function searchRow(texts: SearchedTexts): DB['certification_search'] {
  const document = certificationDocument(texts);
  return {
    certification_code: texts.code,
    place: placeOfCode(texts.code),
    title_words: countContentWords(texts.title),
    headings: headingsText(document),
    document: tsvectorText(document),
  };
}

/**
 * Writes the search documents that the register schema of the session lacks, from its rows; gives how
 * many. Each batch is complete by itself: what stops in between is gone on with at the next call.
 */
export async function writeMissingDocuments(db: Kysely<DB>): Promise<number> {
  let written = 0;
  for (let after = ''; ; ) {
    const codes = await codesWithoutDocument(db, after);
    const last = codes.at(-1);
    if (last === undefined) return written;
    const texts = await readTexts(db, codes);
    await insertRecords(db, 'certification_search', texts.map(searchRow));
    written += codes.length;
    after = last;
  }
}

/** Whether a certification of the register schema of the session has no search document. */
export async function lacksDocuments(db: Kysely<DB>): Promise<boolean> {
  return (await codesWithoutDocument(db, '')).length > 0;
}

/** Removes the search documents of certifications whose texts have changed. */
export async function forgetDocuments(db: Kysely<DB>, codes: readonly string[]): Promise<void> {
  await sql`
    delete from certification_search
    where certification_code = any(${codes}::text[])`.execute(db);
}

async function codesWithoutDocument(db: Kysely<DB>, after: string): Promise<RegisterCode[]> {
  const { rows } = await sql<{ code: RegisterCode }>`
    select code from certification
    where code > ${after}
      and not exists (select from certification_search where certification_code = code)
    order by code limit ${sql.lit(BATCH)}`.execute(db);
  return rows.map(({ code }) => code);
}

async function readTexts(db: Kysely<DB>, codes: readonly RegisterCode[]): Promise<SearchedTexts[]> {
  const ofCodes = sql<string>`any(${codes}::text[])`;
  const certifications = await db
    .selectFrom('certification')
    .leftJoin('certification_text as texts', 'texts.certification_code', 'code')
    .where('code', '=', ofCodes)
    .select(['code', 'title', 'abbreviation_code', 'abbreviation_label', 'attested_skills'])
    .execute();
  const occupations = await db
    .selectFrom('certification_occupation')
    .where('certification_code', '=', ofCodes)
    .select(['certification_code', 'label'])
    .orderBy('certification_code')
    .orderBy('position')
    .execute();
  const blocks = await db
    .selectFrom('block')
    .where('certification_code', '=', ofCodes)
    .select(['certification_code', 'title', 'skills'])
    .orderBy('certification_code')
    .orderBy('position')
    .execute();
  const occupationsByCode = Map.groupBy(occupations, (row) => row.certification_code);
  const blocksByCode = Map.groupBy(blocks, (row) => row.certification_code);
  return certifications.map((row) => ({
    code: row.code as RegisterCode,
    title: row.title,
    abbreviation:
      row.abbreviation_code === null
        ? null
        : { code: row.abbreviation_code, label: row.abbreviation_label },
    occupations: occupationsByCode.get(row.code) ?? [],
    blocks: blocksByCode.get(row.code) ?? [],
    attestedSkills: row.attested_skills,
  }));
}
