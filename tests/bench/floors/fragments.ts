/** Today in Paris. */
export const DAY = `(now() at time zone 'Europe/Paris')::date`;

/** Whether a certification `c` is active today. */
export const ACTIVE = `coalesce(c.registration_ends_on >= ${DAY}, c.active_flag, false)`;

/** Whether its registration ends within so many months from today, which makes it active. */
export const endsWithin = (months: string) =>
  `c.registration_ends_on between ${DAY} and (${DAY} + interval '1 month' * ${months})::date`;

/** Whether some fiche says what replaces it. */
export const REPLACED = `(exists (select from lineage_link
    where certification_code = c.code and direction = 'REPLACED_BY')
  or exists (select from lineage_link where other_code = c.code and direction = 'REPLACES'))`;

export const CERTIFIERS = `(select json_agg(json_build_object('name', name, 'siren', siren, 'active', active)
  order by position) from certification_certifier where certification_code = c.code) as certifiers`;

export const COHORTS = `(select json_agg(json_build_object('year', year, 'certified', certified,
    'vae', certified_through_vae, 'global', global_6_months,
    'target', target_occupation_6_months, 'target2', target_occupation_2_years) order by year desc)
  from cohort where certification_code = c.code) as cohorts`;

export const BLOCKS = `(select json_agg(json_build_object('code', code, 'title', title)
  order by position) from block where certification_code = c.code) as blocks`;

const bodies = (where: string) => `(select distinct certification_code as code, siren
    from certification_certifier where active and siren is not null and ${where}) s`;

/** The bodies in force, each once for a certification. */
export const BODIES = bodies('true');

/** The same of the certifications of `chosen`, where these are few. */
export const CHOSEN_BODIES = bodies('certification_code in (select code from chosen)');

/** What the body of a group is called. */
export const NAME = '(select name from certifier where siren = s.siren) as name';

/** One statement for an answer that has several parts, each with rows of its own. */
export const parts = (rows: Readonly<Record<string, string>>, chosen = '') =>
  `${chosen} select ${Object.entries(rows)
    .map(([name, statement]) => `(select json_agg(r) from (${statement}) as r) as ${name}`)
    .join(',\n')}`;

const RATES = [
  'global_6_months',
  'target_occupation_6_months',
  'target_occupation_2_years',
] as const;

/** Sums, pooled rates and quartiles of a group of cohorts `k`. */
export const MEASURES = `count(*) as cohorts,
  sum(k.certified) as certified, sum(k.certified_through_vae) as vae,
  ${RATES.map(
    (rate) => `count(k.${rate}) as ${rate}_cohorts,
  sum(k.certified * k.${rate}) / nullif(sum(k.certified) filter (where k.${rate} is not null), 0) as ${rate},
  percentile_cont(array[0.25, 0.5, 0.75]) within group (order by k.${rate}) as ${rate}_quartiles`,
  ).join(',\n  ')}`;

/** Pooled global rates at 6 months over the last three cohorts, of active certifications that have one. */
export const pooled = (columns: string, where: string) => `
  select ${columns}, sum(k.certified * k.rate) / sum(k.certified) filter (where k.rate is not null) as rate,
    sum(k.certified) filter (where k.rate is not null) as base
  from certification c
  cross join lateral (select certified, global_6_months as rate from cohort
    where certification_code = c.code order by year desc limit 3) k
  where c.register = 'RNCP' and ${ACTIVE} and ${where}
  group by c.code having sum(k.certified) filter (where k.rate is not null) > 0`;
