import { type Kysely, type RawBuilder, sql } from 'kysely';
import { lowerCase } from './letter-case.ts';
import type { DB } from './tables.ts';

/** What codes of a filter are codes of, and how each is known to the register that is served. */
const KNOWN = {
  certification: sql`select from certification where code = asked.code`,
  speciality: sql`select from speciality where starts_with(speciality.code, asked.code)`,
  occupation: sql`select from occupation where starts_with(occupation.code, asked.code)`,
  formacode: sql`select from formacode where code = asked.code`,
  abbreviation: sql`select from abbreviation where key = ${lowerCase(sql`asked.code`)}`,
  certifier: sql`select from certifier where siren = asked.code`,
} as const;

export type CodeNoun = keyof typeof KNOWN;

/** A code that a filter asks for. */
export interface AskedCode {
  readonly noun: CodeNoun;
  readonly code: string;
}

/**
 * Whether the register that is served has each of the given codes, in their order: of an NSF or
 * ROME code, it or one below it.
 */
export async function areKnown(db: Kysely<DB>, asked: readonly AskedCode[]): Promise<boolean[]> {
  const cases = Object.entries(KNOWN).map(
    ([noun, select]) => sql`when ${sql.lit(noun)} then exists (${select})`,
  );
  const { rows } = await sql<{ known: boolean }>`
    select case asked.noun ${sql.join(cases, sql` `)} end as known
    from unnest(${asked.map(({ noun }) => noun)}::text[], ${asked.map(({ code }) => code)}::text[])
      with ordinality as asked (noun, code, position)
    order by asked.position`.execute(db);
  return rows.map(({ known }) => known);
}

/** Codes that an answer about an unknown one names. */
const NEAREST = 8;

/**
 * Some codes that the register has, nearest to one that it lacks first: those that begin alike, then
 * in their order.
 */
export async function nearestCodes(db: Kysely<DB>, { noun, code }: AskedCode): Promise<string[]> {
  const column = sql.id(noun === 'certifier' ? 'siren' : 'code');
  // Abbreviations are taken in any case.
  const written = (text: RawBuilder<unknown>) => (noun === 'abbreviation' ? lowerCase(text) : text);
  const asked = written(sql`${code}::text`);
  const known = written(sql`entry.${column}`);
  const { rows } = await sql<{ code: string }>`
    select entry.${column} as code
    from ${sql.table(noun)} as entry
    order by (
      select max(length) from generate_series(0, length(${code}::text)) as length
      where left(${known}, length) = left(${asked}, length)
    ) desc, entry.${column} collate "C"
    limit ${sql.lit(NEAREST)}`.execute(db);
  return rows.map((row) => row.code);
}
