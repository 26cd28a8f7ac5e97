import { sql } from 'kysely';
import type { Database } from '../../../../src/db/database.ts';

/**
 * Figures of surveys a second time: plain SQL over the rows of holders and their answers, worded from
 * the specification (N, R, Z by reason, n, E, M, then what is told of jobs).
 */
type Rows = readonly Readonly<Record<string, unknown>>[];

/** Rows of holders and answers that are valid, and the certifications whose jobs abroad count. */
function survey(international: readonly string[]) {
  return sql`
    holder as (select * from survey.holder where until = 2147483647),
    answer as (select * from survey.answer where until = 2147483647),
    surveyed as (select distinct certification_code, year, horizon from answer),
    -- One row for each holder and each horizon at which anybody of the cohort has a row.
    observed as (
      select holder.*, surveyed.horizon, answer.status, situation, target_occupation, contract,
        contract_months, working_time, category, pay, job_region, job_country,
        status = 'REPONDU' as answered,
        situation in ('POURSUITE_ETUDES', 'ALTERNANCE', 'INCAPACITE')
          or (situation = 'HORS_FRANCE' and not holder.certification_code = any(${international}::text[]))
          as neutralised,
        situation = 'EMPLOI'
          or (situation = 'HORS_FRANCE' and holder.certification_code = any(${international}::text[]))
          as employed
      from holder
      join surveyed using (certification_code, year)
      left join answer using (certification_code, year, horizon, holder)
    ),
    eligible as (select * from observed where answered and not neutralised)`;
}

/** Regions of those whom ISO 3166 has as countries; others that it names are no part of France. */
const FRANCE = sql`(values ('FR', null), ('GP', '01'), ('MQ', '02'), ('GF', '03'), ('RE', '04'),
  ('YT', '06'), ('PM', '975'), ('BL', '977'), ('MF', '978'), ('WF', '986'), ('PF', '987'),
  ('NC', '988'))`;

async function rowsOf(database: Database, query: ReturnType<typeof sql>): Promise<Rows> {
  await using session = await database.session();
  return (await query.execute(session.db)).rows as Rows;
}

/** Every count of every class, with the quartiles of full-time pay. */
export function classesBySql(database: Database, international: readonly string[]): Promise<Rows> {
  return rowsOf(
    database,
    sql`
    with ${survey(international)},
    placed as (
      select observed.*, class.dimension, class.value,
        coalesce(job_region, france.part) as worked_in, job_country <> 'FR' and france.country is null as is_foreign
      from observed
      left join ${FRANCE} as france (country, part) on france.country = job_country
      cross join lateral (values ('ALL', null), ('ROUTE', access_route), ('SEX', sex),
        ('AGE_BAND', age_band), ('REGION', region)) as class (dimension, value)
    )
    select certification_code, year, horizon, dimension, value,
      count(*)::int as holders,
      (count(*) filter (where answered))::int as respondents,
      (count(*) filter (where status = 'INJOIGNABLE'))::int as unreachable,
      (count(*) filter (where status = 'REFUS'))::int as refused,
      (count(*) filter (where status = 'NON_ENQUETE' or status is null))::int as not_asked,
      (count(*) filter (where situation = 'POURSUITE_ETUDES'))::int as studying,
      (count(*) filter (where situation = 'ALTERNANCE'))::int as work_study,
      (count(*) filter (where situation = 'INCAPACITE'))::int as unable,
      (count(*) filter (where situation = 'HORS_FRANCE' and neutralised))::int as abroad,
      (count(*) filter (where situation = 'RECHERCHE'))::int as searching,
      (count(*) filter (where situation = 'INACTIF'))::int as inactive,
      (count(*) filter (where situation = 'STAGE_VOLONTARIAT'))::int as interning,
      (count(*) filter (where employed))::int as employed,
      (count(*) filter (where employed and target_occupation = 'OUI'))::int as in_target,
      (count(*) filter (where employed and (target_occupation is null
        or target_occupation = 'INDETERMINE')))::int as target_unknown,
      (count(*) filter (where employed and contract = 'CDI'))::int as permanent,
      (count(*) filter (where employed and contract = 'CDD'))::int as fixed_term,
      (count(*) filter (where employed and contract = 'INTERIM'))::int as temporary,
      (count(*) filter (where employed and contract = 'FONCTION_PUBLIQUE'))::int as civil_servant,
      (count(*) filter (where employed and contract = 'CONTRACTUEL_PUBLIC'))::int as public_contract,
      (count(*) filter (where employed and contract = 'INDEPENDANT'))::int as self_employed,
      (count(*) filter (where employed and contract = 'AUTRE'))::int as other_contract,
      (count(*) filter (where employed and (contract in ('CDI', 'FONCTION_PUBLIQUE', 'INDEPENDANT')
        or (contract = 'CDD' and contract_months > 6))))::int as stable,
      (count(*) filter (where employed and contract is not null
        and not (contract = 'CDD' and contract_months is null)))::int as stable_base,
      (count(*) filter (where employed and working_time = 'PLEIN'))::int as full_time,
      (count(*) filter (where employed and working_time is not null))::int as full_time_base,
      (count(*) filter (where employed and category = 'CADRE'))::int as managers,
      (count(*) filter (where employed and category <> 'SANS_OBJET'))::int as managers_base,
      (count(*) filter (where employed and region is not null
        and (is_foreign or worked_in <> region)))::int as outside_region,
      (count(*) filter (where employed and region is not null
        and (is_foreign or worked_in is not null)))::int as outside_region_base,
      nullif(count(pay) filter (where employed and working_time = 'PLEIN'), 0)::int as pay_base,
      percentile_cont(0.25) within group (order by pay)
        filter (where employed and working_time = 'PLEIN') as pay_lower,
      percentile_cont(0.5) within group (order by pay)
        filter (where employed and working_time = 'PLEIN') as pay_median,
      percentile_cont(0.75) within group (order by pay)
        filter (where employed and working_time = 'PLEIN') as pay_upper
    from placed
    group by certification_code, year, horizon, dimension, value`,
  );
}

/** Holders of a cohort with the same attributes, with R, n, E and M at each horizon. */
export function cellsBySql(database: Database, international: readonly string[]): Promise<Rows> {
  const counts = [6, 12, 24].flatMap((horizon) => {
    const here = sql`horizon = ${sql.lit(horizon)}`;
    const count = (name: string, where: ReturnType<typeof sql>) => sql`
      case when bool_or(${here}) then (count(*) filter (where ${here} and ${where}))::int end
        as ${sql.id(`${name}_${horizon}`)}`;
    return [
      count('respondents', sql`answered`),
      count('eligible', sql`answered and not neutralised`),
      count('employed', sql`employed`),
      count('in_target', sql`employed and target_occupation = 'OUI'`),
    ];
  });
  return rowsOf(
    database,
    sql`
    with ${survey(international)}
    select certification_code, year, access_route, sex, age_band, region,
      count(distinct holder)::int as holders,
      (select sum(record_key)::bigint from holder as own
        where (own.certification_code, own.year) = (everybody.certification_code, everybody.year)
          and (own.access_route, own.sex, own.age_band, own.region) is not distinct from
            (everybody.access_route, everybody.sex, everybody.age_band, everybody.region))
        as record_keys,
      ${sql.join(counts)}
    from (
      select holder.*, horizon, answered, neutralised, employed, target_occupation
      from holder
      left join (select certification_code, year, holder, horizon, answered, neutralised, employed,
        target_occupation from observed) as seen using (certification_code, year, holder)
    ) as everybody
    group by certification_code, year, access_route, sex, age_band, region`,
  );
}

/** Holders eligible at two horizons, by both rates. */
export function pairsBySql(database: Database, international: readonly string[]): Promise<Rows> {
  return rowsOf(
    database,
    sql`
    with ${survey(international)},
    compared as (
      select one.certification_code, one.year, rate, one.horizon as from_horizon,
        other.horizon as to_horizon, first.holder,
        case rate when 'GLOBAL' then first.employed
          else first.employed and first.target_occupation is not distinct from 'OUI' end as before,
        case rate when 'GLOBAL' then second.employed
          else second.employed and second.target_occupation is not distinct from 'OUI' end as later
      from surveyed as one
      join surveyed as other using (certification_code, year)
      cross join (values ('GLOBAL'), ('TARGET_OCCUPATION')) as rates (rate)
      left join (eligible as first join eligible as second
          using (certification_code, year, holder))
        on (first.certification_code, first.year, first.horizon, second.horizon)
          = (one.certification_code, one.year, one.horizon, other.horizon)
      where one.horizon < other.horizon
    )
    select certification_code, year, rate, from_horizon, to_horizon,
      (count(holder) filter (where before and later))::int as "both",
      (count(holder) filter (where before and not later))::int as first_only,
      (count(holder) filter (where not before and later))::int as second_only,
      (count(holder) filter (where not before and not later))::int as neither
    from compared
    group by certification_code, year, rate, from_horizon, to_horizon`,
  );
}

/** Of each horizon and dimension: sums over the cells, in the columns of the classes. */
export function classesFromCells(database: Database): Promise<Rows> {
  const horizons = [6, 12, 24].map(
    (horizon) => sql`
      select certification_code, year, ${sql.lit(horizon)}::int as horizon, dimension, value,
        sum(holders)::int as holders, sum(${sql.id(`respondents_${horizon}`)})::int as respondents,
        sum(${sql.id(`eligible_${horizon}`)})::int as eligible,
        sum(${sql.id(`employed_${horizon}`)})::int as employed,
        sum(${sql.id(`in_target_${horizon}`)})::int as in_target
      from versions.survey_cell
      cross join lateral (values ('ALL', null), ('ROUTE', access_route), ('SEX', sex),
        ('AGE_BAND', age_band), ('REGION', region)) as class (dimension, value)
      where until = 2147483647 and ${sql.id(`respondents_${horizon}`)} is not null
      group by certification_code, year, dimension, value`,
  );
  return rowsOf(database, sql.join(horizons, sql` union all `) as ReturnType<typeof sql>);
}
