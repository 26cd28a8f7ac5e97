import { type Expression, type Kysely, type RawBuilder, sql } from 'kysely';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import { type Condition, matchesEmptyDocument, negate } from '../../domain/search/condition.ts';
import type { Question } from '../../domain/search/question.ts';
import { codeOfPlace, placeExpression } from '../code-place.ts';
import type { DB } from '../tables.ts';
import { anyLexeme, tsqueryText } from './tsquery.ts';

/** A certification that matches a question, and how well: the higher the better. */
export interface SearchAnswer {
  readonly code: RegisterCode;
  readonly rank: number;
}

/** Weights of a word in skills, in titles of blocks, in occupations and in the title. */
const WEIGHTS = '{0, 0.2, 0.4, 1}';
/** Factor for a title that has no other word. */
const WHOLE_TITLE = 1.1;
/** More than any other rank is. */
const ASKED_BY_NUMBER = 10;

/**
 * All certifications that match a question, the best first, ties by register and number: those that
 * have its words, or, only when none has them, those with a similar title. One statement.
 *
 * - rank: words in the title count most, then in occupations, then in titles of blocks; a title
 *   without another word counts a tenth more; a fiche whose number was given comes before all.
 */
export async function searchCertifications(
  db: Kysely<DB>,
  question: Question,
): Promise<readonly SearchAnswer[]> {
  const { condition } = question;
  if (!condition) return [];
  // One row per rank: thousands of rows would take longer to send and to sort than to find.
  const { rows } = await sql<{ rank: number; places: string }>`
    with found as materialized (
      select rank, string_agg(place::text, ',') as places
      from (
        select place, ${rankOf(question)} as rank
        from certification_search as searched where ${matches(condition)}
      ) as each
      group by rank
    )
    select rank, places from found ${similarTitles(question)}
    order by rank desc`.execute(db);
  const answers: SearchAnswer[] = [];
  for (const { rank, places } of rows) {
    for (const place of inOrder(places)) answers.push({ code: codeOfPlace(place), rank });
  }
  return answers;
}

/** Whole numbers of a list with commas, the smallest first. */
function inOrder(list: string): Int32Array {
  const texts = list.split(',');
  const numbers = new Int32Array(texts.length);
  for (let index = 0; index < texts.length; index++) numbers[index] = Number(texts[index]);
  return numbers.sort();
}

/**
 * Whether the document of `searched` meets a condition, in a form that the index answers: it knows
 * what a document has, not what it lacks.
 */
function matches(condition: Condition): RawBuilder<unknown> {
  return matchesEmptyDocument(condition)
    ? sql`not ${has(sql.ref('searched.certification_code'), negate(condition))}`
    : sql`document @@ ${tsqueryText(condition)}::tsquery`;
}

/** Whether the document of a certification meets a condition. */
function has(code: Expression<unknown>, condition: Condition) {
  return sql`exists (
    select from certification_search as other
    where other.certification_code = ${code}
      and other.document @@ ${tsqueryText(condition)}::tsquery)`;
}

function rankOf({ lexemes, contentWords, codes }: Question): RawBuilder<number> {
  const ranked =
    lexemes.length === 0
      ? sql`0`
      : sql`ts_rank(${sql.lit(WEIGHTS)}::float4[], headings, ${anyLexeme(lexemes)}::tsquery)
          * case title_words when ${contentWords}::int then ${sql.lit(WHOLE_TITLE)}::float4 else 1 end`;
  const bonus = codes.map(
    (code, index) =>
      sql` + case certification_code when ${code} then ${sql.lit(ASKED_BY_NUMBER - index)}::float4 else 0 end`,
  );
  return sql`(${ranked}${sql.join(bonus, sql``)})::float4`;
}

/** Certifications with a similar title. Trigrams are read only when no document has the words. */
function similarTitles({ similarTo, excluded }: Question) {
  if (similarTo === '') return sql``;
  const without = excluded.map((condition) => sql`and not ${has(sql.ref('code'), condition)}`);
  return sql`union all
    select rank, string_agg(place::text, ',') from (
      select ${placeExpression()} as place, word_similarity(${similarTo}, title_key) as rank
      from certification
      where not exists (select from found) and ${similarTo} <% title_key
        ${sql.join(without, sql` `)}
    ) as each
    group by rank`;
}
