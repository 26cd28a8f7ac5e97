import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { foldText } from '../domain/search-key.ts';
import type { DB } from './tables.ts';

/** Text search configuration: French, without accents (sql/migrations). */
const CONFIGURATION = sql`'public.french_unaccent'::regconfig`;

/** Which certifications a run of `buildSearchDocuments` is about. */
type Chosen =
  | { readonly codes: readonly string[] }
  /** Of those that have no document yet, every `parts`-th number, from `part` on. */
  | { readonly part: number; readonly parts: number };

/**
 * Writes search documents. Weight A is the title, B the occupations, C the titles of the blocks,
 * D the skills. Texts are cut, for a search document holds 1 MB at most.
 */
export async function buildSearchDocuments(db: Kysely<DB>, chosen: Chosen): Promise<void> {
  const which =
    'codes' in chosen
      ? sql`c.code = any(${chosen.codes}::text[])`
      : sql`c.number % ${sql.lit(chosen.parts)} = ${sql.lit(chosen.part)}
          and not exists (select from certification_search where certification_code = c.code)`;
  await sql`
    insert into certification_search (certification_code, document)
    select c.code,
      ${weighted(sql`left(concat_ws(' ', c.title, c.abbreviation_label), 5000)`, 'A')}
      || ${weighted(sql`left(o.labels, 5000)`, 'B')}
      || ${weighted(sql`left(b.titles, 20000)`, 'C')}
      || ${weighted(sql`left(concat_ws(' ', left(t.attested_skills, 60000), b.skills), 100000)`, 'D')}
    from certification c
    left join certification_text t on t.certification_code = c.code
    left join lateral (
      select string_agg(label, ' ') as labels
      from certification_occupation where certification_code = c.code
    ) o on true
    left join lateral (
      select string_agg(title, ' ') as titles, string_agg(left(skills, 20000), ' ') as skills
      from block where certification_code = c.code
    ) b on true
    where ${which}`.execute(db);
}

/** Removes the search documents of certifications whose texts have changed. */
export async function forgetSearchDocuments(
  db: Kysely<DB>,
  codes: readonly string[],
): Promise<void> {
  await sql`
    delete from certification_search
    where certification_code = any(${codes}::text[])`.execute(db);
}

/**
 * Writes the search documents of what was loaded while more is being loaded, on a connection of
 * its own: the parser and the database's two processes share the processors.
 */
export class SearchBuilder {
  readonly #db: Kysely<DB>;
  #waiting: (readonly string[])[] = [];
  #building: Promise<void> | null = null;

  constructor(db: Kysely<DB>) {
    this.#db = db;
  }

  /** The rows of these certifications are all there. */
  add(codes: readonly string[]): void {
    this.#waiting.push(codes);
    this.#building ??= this.#build();
    // Its failure is met by `stop`; until then nobody listens.
    this.#building.catch(() => {});
  }

  /** Ends with the batch under way; the documents that are still missing are left missing. */
  async stop(): Promise<void> {
    this.#waiting = [];
    await this.#building;
  }

  async #build(): Promise<void> {
    for (let codes = this.#waiting.shift(); codes; codes = this.#waiting.shift()) {
      await buildSearchDocuments(this.#db, { codes });
    }
    this.#building = null;
  }
}

function weighted(text: RawBuilder<unknown>, weight: 'A' | 'B' | 'C' | 'D') {
  return sql`setweight(to_tsvector(${CONFIGURATION}, coalesce(${text}, '')), ${sql.lit(weight)})`;
}

/**
 * Certifications that answer a search: all its words, in any form, or (only when no
 * certification has them) a title that is written alike. Understands "quoted phrases", `or`
 * and `-without`.
 */
export function matchesSearch(text: string) {
  return sql<SqlBool>`(
    exists (
      select from certification_search
      where certification_code = certification.code and document @@ ${words(text)})
    or (${foldText(text)} <% certification.title_key and not exists (
      select from certification_search where document @@ ${words(text)})))`;
}

/** How well a certification answers a search: words first, by weight, then likeness of title. */
export function searchRank(text: string) {
  return sql<number>`(
    coalesce((
      select ts_rank('{0.05, 0.2, 0.4, 1.0}', document, ${words(text)})
      from certification_search where certification_code = certification.code), 0)
    + word_similarity(${foldText(text)}, certification.title_key))::float8`;
}

function words(text: string) {
  return sql`websearch_to_tsquery(${CONFIGURATION}, ${text})`;
}
