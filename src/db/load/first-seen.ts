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

/** Cohorts of versions that a publication has replaced or ended, as `before`. */
const replaced = (publicationId: number) => sql`versions.certification as fiche_before
  join versions.cohort as before on before.certification_code = fiche_before.code
    and before.version = fiche_before.version
    and fiche_before.until = ${publicationId} and fiche_before.since < ${publicationId}`;

/**
 * Rates whose value the version before has already keep the day on which it was first seen there, but
 * for a day that was a mistyped source's.
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

/** Rates that are published again with a value they had have the day on which it was first seen. */
export async function recallFirstSeen(db: Kysely<DB>, publicationId: number): Promise<void> {
  for (const { indicator, value, seen } of RATES) {
    await sql`
      update versions.cohort as cohort set ${seen} = past_rate.seen_on
      from versions.certification as fiche, past_rate
      where ${isWritten(publicationId)}
        and past_rate.certification_code = fiche.code
        and past_rate.year = cohort.year and past_rate.indicator = ${indicator}
        and past_rate.value = cohort.${value} and past_rate.seen_on < cohort.${seen}`.execute(db);
  }
}

/** Remembers the rates that a publication gives no longer, or otherwise. */
export async function keepPastRates(db: Kysely<DB>, publicationId: number): Promise<void> {
  for (const { indicator, value, seen } of RATES) {
    await sql`
      insert into past_rate (certification_code, year, indicator, value, seen_on)
      select before.certification_code, before.year, ${indicator}::text, before.${value},
        before.${seen}
      from ${replaced(publicationId)}
      left join versions.certification as fiche on fiche.code = fiche_before.code
        and fiche.until = ${sql.lit(STILL_VALID)}
      left join versions.cohort as cohort on cohort.certification_code = fiche.code
        and cohort.version = fiche.version and cohort.year = before.year
      where before.${value} is not null and before.${seen} is not null
        and before.${value} is distinct from cohort.${value}
      ${EARLIEST}`.execute(db);
  }
}

const EARLIEST = sql`on conflict (certification_code, year, indicator, value)
  do update set seen_on = least(past_rate.seen_on, excluded.seen_on)`;

/** Codes whose rates were first seen, as it is noted, on the mistyped day of an export. */
export async function codesFirstSeenOn(
  db: Kysely<DB>,
  days: readonly PlainDate[],
): Promise<ReadonlySet<string>> {
  if (days.length === 0) return new Set();
  const seen = RATES.map((rate) => sql`${rate.seen} = any(${days}::date[])`);
  const { rows } = await sql<{ code: string }>`
    select distinct code from versions.certification
    join versions.cohort on certification_code = code and cohort.version = certification.version
    where until = ${sql.lit(STILL_VALID)} and (${sql.join(seen, sql` or `)})`.execute(db);
  return new Set(rows.map(({ code }) => code));
}

function joined(parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return parts.length > 0 ? sql.join(parts, sql` `) : sql``;
}
