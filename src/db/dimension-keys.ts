import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../domain/calendar.ts';
import type { Dimension } from '../domain/dimension.ts';
import { activeOn } from './certification-filter.ts';
import { lowerCase } from './letter-case.ts';

/** How the keys of a grouping are read: one text for each dimension, and what has to be joined. */
export interface DimensionKeys {
  readonly keys: readonly RawBuilder<string | null>[];
  /** Joins to put after `certification` and, for `YEAR`, `cohort`. */
  readonly joins: RawBuilder<unknown>;
}

type Text = RawBuilder<string | null>;

/** Dimensions of which a certification has one value, or none. */
const SINGLE: Partial<Record<Dimension, (asOf: PlainDate) => Text>> = {
  YEAR: () => sql`cohort.year::text`,
  REGISTER: () => sql`certification.register`,
  LEVEL: () => sql`certification.level::text`,
  REGISTRATION_TYPE: () => sql`certification.registration_type`,
  REGISTRATION_YEARS: () => sql`certification.registration_years::text`,
  REGISTRATION_END_MONTH: () => sql`to_char(certification.registration_ends_on, 'YYYY-MM')`,
  ABBREVIATION: () => lowerCase(sql`certification.abbreviation_code`),
  ACTIVE: (asOf) => sql`(${activeOn(asOf)})::text`,
  CERTIFICATION: () => sql`certification.code`,
};

/** Dimensions of which it may have several: the table of its values, each once. */
const SEVERAL: Partial<Record<Dimension, Text>> = {
  SPECIALITY_DOMAIN: prefixes('certification_speciality', 1),
  SPECIALITY_SUBDOMAIN: prefixes('certification_speciality', 2),
  SPECIALITY: prefixes('certification_speciality', 3),
  OCCUPATION_DOMAIN: prefixes('certification_occupation', 3),
  OCCUPATION: prefixes('certification_occupation', 5),
  FORMACODE: prefixes('certification_formacode', 5),
  CERTIFIER: sql`select distinct certification_code, siren as key
    from certification_certifier where active and siren is not null`,
  ACCESS_ROUTE: sql`select certification_code, route as key from access_route where open`,
};

function prefixes(table: string, length: number): Text {
  return sql`select distinct certification_code, left(code, ${sql.lit(length)}) as key
    from ${sql.table(table)}`;
}

/**
 * The keys of a grouping over rows of `certification`, and of `cohort` for the year of a cohort;
 * `asOf` decides what is active. A certification without a value has the key null.
 */
export function dimensionKeys(dimensions: readonly Dimension[], asOf: PlainDate): DimensionKeys {
  const joins: RawBuilder<unknown>[] = [];
  const keys = dimensions.map((dimension, index): Text => {
    const single = SINGLE[dimension];
    if (single) return single(asOf);
    const values = SEVERAL[dimension];
    if (!values) throw new RangeError(`${dimension} has no key`);
    const name = sql.id(`values_${index}`);
    joins.push(
      sql`left join (${values}) as ${name} on ${name}.certification_code = certification.code`,
    );
    return sql`${name}.key`;
  });
  return { keys, joins: sql.join(joins, sql` `) };
}
