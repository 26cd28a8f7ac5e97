import { type Kysely, type RawBuilder, sql } from 'kysely';
import { byIndicator, INSERTION_INDICATORS } from '../../domain/rate/indicator.ts';
import type { RegisterSchema, SourceRecord } from '../publications.ts';
import type { DB } from '../tables.ts';
import type { QualityCohortRow } from './quality-records.ts';

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
    source: sql.ref(`${column}_source_id`),
    seen: sql.ref(`${column}_seen_on`),
  };
});

const sameCohort = sql`before.certification_code = cohort.certification_code
  and before.year = cohort.year`;

/**
 * Rates whose value another schema has already keep the day on which it was first seen there, but
 * for a day that was a mistyped source's.
 */
export async function carryFirstSeen(
  db: Kysely<DB>,
  from: RegisterSchema,
  mistyped: readonly Pick<SourceRecord, 'id' | 'datedOn'>[],
): Promise<void> {
  for (const { value, seen } of RATES) {
    const trusted = mistyped.map(
      ({ id, datedOn }) =>
        sql`and not (before.${seen} = ${datedOn}::date and ${id}::int = any(before.source_ids))`,
    );
    await sql`
      update cohort set ${seen} = before.${seen}
      from ${sql.id(from, 'cohort')} as before
      where ${sameCohort} and cohort.${value} = before.${value}
        and before.${seen} < cohort.${seen} ${joined(trusted)}`.execute(db);
  }
}

/** Rates that are published again with a value they had have the day on which it was first seen. */
export async function recallFirstSeen(db: Kysely<DB>): Promise<void> {
  for (const { indicator, value, seen } of RATES) {
    await sql`
      update cohort set ${seen} = past_rate.seen_on from past_rate
      where past_rate.certification_code = cohort.certification_code
        and past_rate.year = cohort.year and past_rate.indicator = ${indicator}
        and past_rate.value = cohort.${value} and past_rate.seen_on < cohort.${seen}`.execute(db);
  }
}

/** Remembers the rates of another schema that that of the session gives no longer, or otherwise. */
export async function keepPastRates(db: Kysely<DB>, from: RegisterSchema): Promise<void> {
  for (const { indicator, value, seen } of RATES) {
    await sql`
      insert into past_rate (certification_code, year, indicator, value, seen_on)
      select before.certification_code, before.year, ${indicator}::text, before.${value},
        before.${seen}
      from ${sql.id(from, 'cohort')} as before
      left join cohort on ${sameCohort}
      where before.${value} is not null and before.${seen} is not null
        and before.${value} is distinct from cohort.${value}
      ${EARLIEST}`.execute(db);
  }
}

const EARLIEST = sql`on conflict (certification_code, year, indicator, value)
  do update set seen_on = least(past_rate.seen_on, excluded.seen_on)`;

/** Remembers the rates of cohorts that are not what they were. */
export async function keepPastRatesOf(
  db: Kysely<DB>,
  before: readonly QualityCohortRow[],
  after: readonly QualityCohortRow[],
): Promise<void> {
  const key = ({ certificationCode, year }: QualityCohortRow) => `${certificationCode} ${year}`;
  const now = new Map(after.map((cohort) => [key(cohort), cohort.rates]));
  const past = before.flatMap((cohort) =>
    INSERTION_INDICATORS.flatMap((indicator) => {
      const { value, seenOn } = cohort.rates[indicator];
      if (value === null || seenOn === null) return [];
      if (now.get(key(cohort))?.[indicator].value === value) return [];
      return {
        certification_code: cohort.certificationCode,
        ...{ year: cohort.year, indicator, value, seen_on: seenOn },
      };
    }),
  );
  if (past.length === 0) return;
  await sql`
    insert into past_rate
    select * from json_populate_recordset(null::past_rate, ${JSON.stringify(past)}::json)
    ${EARLIEST}`.execute(db);
}

/** Makes a source another one, of the same bytes and of another day, wherever it is named. */
export async function redateSource(
  db: Kysely<DB>,
  { old, now }: { readonly old: SourceRecord; readonly now: SourceRecord },
): Promise<void> {
  const { id, datedOn } = now;
  for (const { source, seen } of RATES) {
    await sql`
      update cohort set ${seen} = case when ${source} = ${old.id} then ${datedOn}::date
        else least(${datedOn}::date, (select dated_on from source where id = ${source})) end
      where ${seen} = ${old.datedOn}::date and ${old.id}::int = any(source_ids)`.execute(db);
  }
  const columns = ['certified', 'certified_through_vae', ...Object.values(RATE_COLUMNS)];
  const renamed = columns.map((column) => {
    const name = sql.ref(`${column}_source_id`);
    return sql`${name} = case when ${name} = ${old.id} then ${id}::int else ${name} end`;
  });
  await sql`
    update cohort set source_ids = array_replace(source_ids, ${old.id}::int, ${id}::int),
      ${sql.join(renamed)}
    where ${old.id}::int = any(source_ids)`.execute(db);
  for (const table of ['certification', 'finding'] as const) {
    await sql`
      update ${sql.table(table)} set source_id = ${id} where source_id = ${old.id}`.execute(db);
  }
}

function joined(parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return parts.length > 0 ? sql.join(parts, sql` `) : sql``;
}
