import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../../domain/calendar.ts';
import { byIndicator, INSERTION_INDICATORS } from '../../domain/rate/indicator.ts';
import type { SourceRecord } from '../publications.ts';
import type { DB } from '../tables.ts';
import { STILL_VALID } from './versions.ts';

/** The columns of the published rates of a cohort. */
export const RATE_COLUMNS = byIndicator(
  (indicator) => indicator.toLowerCase() as Lowercase<typeof indicator>,
);

/** The published rates, with their columns as SQL. */
const RATES = INSERTION_INDICATORS.map((indicator) => {
  const column = RATE_COLUMNS[indicator];
  return {
    indicator,
    value: sql.ref(column),
    seen: sql.ref(`${column}_seen_on`),
  };
});

/** Condition: `cohort` is of the version `fiche`, which a publication has written. */
const isWritten = (publicationId: number) => sql`fiche.since = ${publicationId}
  and cohort.certification_code = fiche.code and cohort.version = fiche.version`;

/**
 * Cohorts as the export gave them, of versions that a publication has replaced or ended, as `before`:
 * supplements are merged anew with each version, with days of their own.
 */
const replaced = (publicationId: number) => sql`versions.certification as fiche_before
  join versions.cohort as before on before.certification_code = fiche_before.code
    and before.version = fiche_before.base_version
    and fiche_before.until = ${publicationId} and fiche_before.since < ${publicationId}`;

/**
 * Rates whose value the export before gave already keep the day on which it was first seen there, but
 * for a day that an export was mistyped for.
 */
export async function carryFirstSeen(
  db: Kysely<DB>,
  publicationId: number,
  mistyped: readonly Pick<SourceRecord, 'id' | 'datedOn'>[],
): Promise<void> {
  for (const { value, seen } of RATES) {
    const trusted = mistyped.map(
      ({ id, datedOn }) =>
        sql`and not (before.${seen} = ${datedOn}::date and ${id}::int = any(before.source_ids))`,
    );
    await sql`
      update versions.cohort as cohort set ${seen} = before.${seen}
      from versions.certification as fiche, ${replaced(publicationId)}
      where ${isWritten(publicationId)}
        and before.certification_code = fiche.code and before.year = cohort.year
        and cohort.${value} = before.${value}
        and before.${seen} < cohort.${seen} ${joined(trusted)}`.execute(db);
  }
}

/** Rates with a value that an earlier export gave have the day on which it was first seen. */
export async function recallFirstSeen(db: Kysely<DB>, publicationId: number): Promise<void> {
  for (const { indicator, value, seen } of RATES) {
    await sql`
      update versions.cohort as cohort set ${seen} = past_rate.seen_on
      from versions.certification as fiche, past_rate
      where ${isWritten(publicationId)}
        and past_rate.certification_code = fiche.code
        and past_rate.year = cohort.year and past_rate.indicator = ${indicator}
        and past_rate.value = cohort.${value} and past_rate.seen_on < cohort.${seen}
        and not exists (
          select from past_rate as earlier
          where earlier.certification_code = past_rate.certification_code
            and earlier.year = past_rate.year and earlier.indicator = past_rate.indicator
            and earlier.value = past_rate.value and earlier.seen_on < past_rate.seen_on
        )`.execute(db);
  }
}

/** Remembers the rates that the export of a publication gives no longer, or otherwise. */
export async function keepPastRates(db: Kysely<DB>, publicationId: number): Promise<void> {
  for (const { indicator, value, seen } of RATES) {
    await sql`
      insert into past_rate (certification_code, year, indicator, value, seen_on, publication_id)
      select before.certification_code, before.year, ${indicator}::text, before.${value},
        before.${seen}, ${publicationId}
      from ${replaced(publicationId)}
      left join versions.certification as fiche on fiche.code = fiche_before.code
        and fiche.until = ${sql.lit(STILL_VALID)}
      left join versions.cohort as cohort on cohort.certification_code = fiche.code
        and cohort.version = fiche.base_version and cohort.year = before.year
      where before.${value} is not null and before.${seen} is not null
        and before.${value} is distinct from cohort.${value}`.execute(db);
  }
}

/** Forgets the rates that publications after one have replaced: they are rolled back. */
export async function forgetPastRates(db: Kysely<DB>, after: number): Promise<void> {
  await sql`delete from public.past_rate where publication_id > ${after}`.execute(db);
}

/**
 * Codes of fiches that have to be written anew when an export of a day has them, whatever it says of
 * them: a rate is noted as first seen later, or on a day that this export was mistyped for.
 */
export async function codesFirstSeenLater(
  db: Kysely<DB>,
  day: PlainDate,
  mistyped: readonly PlainDate[],
): Promise<ReadonlySet<string>> {
  const isLater = RATES.map(
    ({ seen }) => sql`${seen} > ${day}::date or ${seen} = any(${mistyped}::date[])`,
  );
  const { rows } = await sql<{ code: string }>`
    select distinct code from versions.certification as fiche
    join versions.cohort on certification_code = code and cohort.version = fiche.base_version
    where until = ${sql.lit(STILL_VALID)} and (${sql.join(isLater, sql` or `)})`.execute(db);
  return new Set(rows.map(({ code }) => code));
}

function joined(parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return parts.length > 0 ? sql.join(parts, sql` `) : sql``;
}
