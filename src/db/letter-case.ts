import { type Expression, type RawBuilder, sql } from 'kysely';

/**
 * A text in lower case, French letters included: what a database does with accents by itself depends
 * on its collation, and the columns of codes have none.
 */
export function lowerCase(text: Expression<unknown>): RawBuilder<string> {
  return sql<string>`translate(
    lower(${text}), 'ÀÂÄÆÇÈÉÊËÎÏÔÖŒÙÛÜŸ', 'àâäæçèéêëîïôöœùûüÿ')`;
}
