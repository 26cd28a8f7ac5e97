import { type Kysely, type SqlBool, sql } from 'kysely';
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

/** The columns of `certification_search` that follow from the texts of a certification. */
export function searchColumns(texts: SearchedTexts) {
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
 * Writes the search documents that versions lack which are valid in some publication up to one, from
 * their rows, over a session that writes versions; gives how many. Each batch is complete by itself:
 * what stops in between is gone on with at the next call.
 */
export async function writeMissingDocuments(db: Kysely<DB>, upTo: number): Promise<number> {
  let written = 0;
  for (let after = 0; ; ) {
    const versions = await versionsWithoutDocument(db, { upTo, after });
    const last = versions.at(-1);
    if (last === undefined) return written;
    const texts = await readTexts(db, versions);
    const rows = versions.flatMap(({ code, ...version }) => {
      const own = texts.get(version.version);
      return own ? [{ ...searchColumns(own), ...version }] : [];
    });
    await insertRecords(db, 'certification_search', rows);
    written += versions.length;
    after = last.version;
  }
}

/** Whether a version that is valid in some publication up to one has no search document. */
export async function lacksDocuments(db: Kysely<DB>, upTo: number): Promise<boolean> {
  return (await versionsWithoutDocument(db, { upTo, after: 0 })).length > 0;
}

/** A version of a fiche, and the publications it is valid in. */
interface Version {
  readonly code: RegisterCode;
  readonly version: number;
  readonly since: number;
  readonly until: number;
}

async function versionsWithoutDocument(
  db: Kysely<DB>,
  { upTo, after }: { readonly upTo: number; readonly after: number },
): Promise<Version[]> {
  const { rows } = await sql<Version>`
    select code, version, since, until from certification
    where version > ${after} and since <= ${upTo} and until > since
      and not exists (
        select from certification_search as search
        where search.certification_code = code and search.version = certification.version)
    order by version limit ${sql.lit(BATCH)}`.execute(db);
  return rows;
}

/** What is searched of some versions, by their numbers. */
async function readTexts(
  db: Kysely<DB>,
  versions: readonly Version[],
): Promise<ReadonlyMap<number, SearchedTexts>> {
  const own = sql`unnest(${versions.map(({ code }) => code)}::text[],
    ${versions.map(({ version }) => version)}::int[]) as own (code, version)`;
  const isOwn = (table: string, code: string) => sql<SqlBool>`
    ${sql.ref(`${table}.${code}`)} = own.code collate "C"
    and ${sql.ref(`${table}.version`)} = own.version`;
  const { rows: fiches } = await sql<FicheTextsRow>`
    select own.code, own.version, title, abbreviation_code, abbreviation_label, attested_skills
    from ${own} join certification on ${isOwn('certification', 'code')}
    left join certification_text on ${isOwn('certification_text', 'certification_code')}`.execute(
    db,
  );
  const { rows: occupations } = await sql<{ version: number; label: string | null }>`
    select own.version, label
    from ${own} join certification_occupation as occupation
      on ${isOwn('occupation', 'certification_code')}
    order by own.version, position`.execute(db);
  const { rows: blocks } = await sql<{ version: number; title: string; skills: string | null }>`
    select own.version, title, skills
    from ${own} join block on ${isOwn('block', 'certification_code')}
    order by own.version, position`.execute(db);
  const ofVersion = ({ version }: { readonly version: number }) => version;
  const occupationsOf = Map.groupBy(occupations, ofVersion);
  const blocksOf = Map.groupBy(blocks, ofVersion);
  const texts = fiches.map((row) => ({
    code: row.code,
    title: row.title,
    abbreviation:
      row.abbreviation_code === null
        ? null
        : { code: row.abbreviation_code, label: row.abbreviation_label },
    occupations: occupationsOf.get(row.version) ?? [],
    blocks: blocksOf.get(row.version) ?? [],
    attestedSkills: row.attested_skills,
  }));
  return new Map(texts.map((each, index) => [fiches[index]?.version ?? 0, each]));
}

interface FicheTextsRow {
  readonly code: RegisterCode;
  readonly version: number;
  readonly title: string;
  readonly abbreviation_code: string | null;
  readonly abbreviation_label: string | null;
  readonly attested_skills: string | null;
}
