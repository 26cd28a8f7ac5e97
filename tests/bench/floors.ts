/**
 * The floor of each question: what somebody would write who wants these rows and nothing else, one
 * statement by hand over the same database. It has no statuses, intervals or rounding, checks
 * nothing and knows no GraphQL.
 */

/** A question as it is put to both sides. */
export interface BenchQuestion {
  /** Name of the saved operation, without `.graphql`; or of a document below. */
  readonly operation: string;
  /** Document of a question that is not saved. */
  readonly document?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The variables hold `code`, another one at each request. */
  readonly eachCode?: true;
  /** One statement; `$1` is the code where there is one. */
  readonly floor: string;
}

const DAY = `(now() at time zone 'Europe/Paris')::date`;
const ACTIVE = `coalesce(c.registration_ends_on >= ${DAY}, c.active_flag, false)`;
const WITHIN_A_YEAR = `${ACTIVE} and c.registration_ends_on between ${DAY} and ${DAY} + interval '12 months'`;

const CERTIFIERS = `(select json_agg(json_build_object('name', name, 'siren', siren, 'active', active)
  order by position) from certification_certifier where certification_code = c.code) as certifiers`;

const COHORTS = `(select json_agg(json_build_object('year', year, 'certified', certified,
    'vae', certified_through_vae, 'global', global_6_months,
    'target', target_occupation_6_months, 'target2', target_occupation_2_years) order by year desc)
  from cohort where certification_code = c.code) as cohorts`;

/** Pooled global rates at 6 months over the last three cohorts, of active certifications. */
const POOLED = `
  select c.code, c.title, c.level, c.registration_ends_on,
    sum(f.certified * f.global_6_months)
      / nullif(sum(f.certified) filter (where f.global_6_months is not null), 0) as rate,
    sum(f.certified) filter (where f.global_6_months is not null) as base
  from certification c
  join (
    select *, row_number() over (partition by certification_code order by year desc) as recency
    from cohort
  ) f on f.certification_code = c.code and f.recency <= 3
  where c.register = 'RNCP' and ${ACTIVE}
  group by c.code`;

const PEER_MEDIANS = `
  with pooled as materialized (${POOLED}), shared as (
    select distinct a.certification_code as code, b.certification_code as peer
    from certification_occupation a
    join certification_occupation b on b.code = a.code and b.certification_code <> a.certification_code
  )
  select own.code, own.title, own.level, own.registration_ends_on, own.rate, own.base,
    count(*) as peers, percentile_cont(0.5) within group (order by peer.rate) as median
  from pooled own
  join shared on shared.code = own.code
  join pooled peer on peer.code = shared.peer and peer.level = own.level
  where own.rate is not null and peer.rate is not null
  group by own.code, own.title, own.level, own.registration_ends_on, own.rate, own.base`;

/** What one group has, over rows of `cohort` named k joined to `certification` named c. */
const MEASURES = `count(distinct c.code) as certifications, count(*) as cohorts,
  sum(k.certified) as certified, sum(k.certified_through_vae) as vae,
  ${['global_6_months', 'target_occupation_6_months', 'target_occupation_2_years']
    .map(
      (rate) => `
  sum(k.certified * k.${rate}) / nullif(sum(k.certified) filter (where k.${rate} is not null), 0) as ${rate},
  percentile_cont(array[0.25, 0.5, 0.75]) within group (order by k.${rate}) as ${rate}_quartiles`,
    )
    .join(',')}`;

const GROUPED = (keys: string, from = '', where = 'true', order = '1') => `
  select ${keys}, ${MEASURES}
  from cohort k join certification c on c.code = k.certification_code ${from}
  where ${where} group by ${keys} order by ${order}`;

const BY_SIREN = `join (select distinct certification_code, siren from certification_certifier
  where active and siren is not null) s on s.certification_code = c.code`;

const OVERDUE = `c.register = 'RNCP' and k.global_6_months is null and k.certified <> 0
  and make_date(k.year + 1, 12, 31) < ${DAY}
  and coalesce(c.registration_ends_on >= make_date(k.year + 1, 12, 31), true)`;

const LISTED = (where: string, more = '', order = 'c.registration_ends_on') => `
  select c.code, c.title, c.level, c.registration_type, c.registration_ends_on,
    count(*) over () as total ${more}
  from certification c where ${where} order by ${order}, c.number limit 50`;

export const QUESTIONS: readonly BenchQuestion[] = [
  {
    operation: 'certification-card',
    eachCode: true,
    floor: `select c.*, ${CERTIFIERS},
      (select json_agg(json_build_object('code', code, 'label', label)) from certification_speciality where certification_code = c.code) as specialities,
      (select json_agg(json_build_object('code', code, 'label', label)) from certification_occupation where certification_code = c.code) as occupations,
      (select json_agg(json_build_object('code', code, 'label', label)) from certification_formacode where certification_code = c.code) as formacodes,
      (select json_agg(json_build_object('route', route, 'open', open)) from access_route where certification_code = c.code) as routes,
      (select json_agg(json_build_object('code', code, 'title', title) order by position) from block where certification_code = c.code) as blocks,
      (select json_agg(json_build_object('code', other_code, 'direction', direction)) from lineage_link where certification_code = c.code) as lineage
      from certification c where c.code = $1`,
  },
  {
    operation: 'certification-cohorts',
    eachCode: true,
    floor: `select c.code, c.title, k.* from certification c
      left join cohort k on k.certification_code = c.code where c.code = $1 order by k.year desc`,
  },
  {
    operation: 'ending-registrations',
    variables: { withinMonths: 12 },
    floor: LISTED(WITHIN_A_YEAR, `, ${CERTIFIERS}`),
  },
  {
    operation: 'filing-passed',
    variables: { withinMonths: 12 },
    floor: LISTED(
      `${WITHIN_A_YEAR} and c.registration_ends_on - interval '8 months' < ${DAY}`,
      `, ${CERTIFIERS}`,
    ),
  },
  {
    operation: 'below-peer-median',
    variables: { withinMonths: 12 },
    floor: `select * from (${PEER_MEDIANS}) as compared
      where peers >= 5 and rate < median
        and registration_ends_on between ${DAY} and ${DAY} + interval '12 months'
      order by rate - median limit 50`,
  },
  {
    operation: 'benchmark',
    eachCode: true,
    floor: `with pooled as (${POOLED})
      select peer.* from pooled peer, certification own
      where own.code = $1 and peer.level = own.level and peer.code <> own.code
        and peer.rate is not null and exists (
          select from certification_occupation a join certification_occupation b on b.code = a.code
          where a.certification_code = own.code and b.certification_code = peer.code)
      order by peer.code limit 50`,
  },
  {
    operation: 'benchmark-by-criterion',
    eachCode: true,
    floor: `with pooled as (${POOLED})
      select count(*), percentile_cont(array[0.25, 0.5, 0.75]) within group (order by peer.rate)
      from pooled peer, certification own
      where own.code = $1 and peer.level = own.level and peer.rate is not null`,
  },
  {
    operation: 'pooled-rates',
    eachCode: true,
    floor: `select c.code, c.title, k.year, k.certified, k.global_6_months,
        k.target_occupation_6_months, k.target_occupation_2_years
      from certification c join cohort k on k.certification_code = c.code
      where c.code = $1 order by k.year desc limit 3`,
  },
  {
    operation: 'too-few-cohorts',
    floor: LISTED(
      `c.register = 'RNCP' and ${ACTIVE} and (select count(global_6_months) from cohort
        where certification_code = c.code) < 2`,
      `, ${COHORTS}`,
    ),
  },
  {
    operation: 'overdue-rates',
    floor: `select c.code, c.title, k.year, k.certified, count(*) over () as total, ${CERTIFIERS}
      from cohort k join certification c on c.code = k.certification_code
      where ${OVERDUE} order by k.year, c.number limit 50`,
  },
  {
    operation: 'due-rates',
    variables: { withinMonths: 6 },
    floor: `select c.code, c.title, k.year, k.certified, count(*) over () as total, ${CERTIFIERS}
      from cohort k join certification c on c.code = k.certification_code
      where c.register = 'RNCP' and k.target_occupation_2_years is null and k.certified <> 0
        and make_date(k.year + 3, 6, 30) between ${DAY} and ${DAY} + interval '6 months'
      order by c.number, k.year desc limit 50`,
  },
  {
    operation: 'old-cohorts',
    variables: { age: 5 },
    floor: `select c.code, c.title, c.registration_ends_on, n.year, count(*) over () as total, ${CERTIFIERS}
      from certification c
      join (select certification_code, max(year) as year from cohort group by 1) n
        on n.certification_code = c.code
      where ${ACTIVE} and n.year <= extract(year from ${DAY}) - 5 order by n.year, c.number limit 50`,
  },
  {
    operation: 'largest-gaps',
    floor: `select c.code, c.title, k.*, k.global_6_months - k.target_occupation_6_months as gap
      from cohort k join certification c on c.code = k.certification_code
      where k.global_6_months is not null and k.target_occupation_6_months is not null
      order by gap desc limit 50`,
  },
  {
    operation: 'target-rate-change',
    eachCode: true,
    floor: `select c.code, c.title, k.year, k.certified, k.target_occupation_6_months, k.target_occupation_2_years
      from certification c left join cohort k on k.certification_code = c.code
      where c.code = $1 order by k.year desc`,
  },
  {
    operation: 'falling-rates',
    floor: `select c.code, c.title, k.*, b.global_6_months as before, ${CERTIFIERS}
      from cohort k join cohort b on b.certification_code = k.certification_code and b.year = k.year - 1
      join certification c on c.code = k.certification_code
      where c.register = 'RNCP' and k.global_6_months < b.global_6_months - 15
      order by k.year desc, c.number limit 50`,
  },
  {
    operation: 'vae-shares',
    variables: { first: 20 },
    floor: `select k.year, c.level, sum(k.certified) as certified, sum(k.certified_through_vae) as vae
      from cohort k join certification c on c.code = k.certification_code
      group by grouping sets ((k.year), (c.level), (c.code)) order by vae desc nulls last limit 60`,
  },
  {
    operation: 'certified-growth',
    variables: { groupBy: ['YEAR', 'LEVEL'] },
    floor: `select k.year, c.level, count(distinct c.code) as certifications, count(*) as cohorts,
        sum(k.certified) as certified,
        sum(k.certified) - lag(sum(k.certified)) over (partition by c.level order by k.year) as change
      from cohort k join certification c on c.code = k.certification_code
      group by k.year, c.level order by 1, 2`,
  },
  {
    operation: 'small-rs-cohorts',
    floor: `select c.code, c.title, k.year, k.certified, count(*) over () as total, ${CERTIFIERS}
      from cohort k join certification c on c.code = k.certification_code
      where c.register = 'RS' and k.certified <= 9 order by k.certified, c.number limit 50`,
  },
  {
    operation: 'certifier-portfolio',
    floor: `select c.code, c.title, c.level, c.registration_ends_on, ${COHORTS}
      from certification c join certification_certifier s on s.certification_code = c.code
      where s.active and s.siren = $1 order by c.registration_ends_on limit 50`,
  },
  {
    operation: 'compare-certifications',
    floor: `select c.code, c.title, c.level, ${COHORTS} from certification c
      where c.code = any(string_to_array($1, ','))`,
  },
  {
    operation: 'co-certified',
    floor: `select c.code, c.title, count(*) over () as total, ${CERTIFIERS} from certification c
      where (select count(distinct coalesce(siren, name_key)) from certification_certifier
        where active and certification_code = c.code) > 1
      order by c.register, c.number limit 50`,
  },
  {
    operation: 'partners-by-role',
    floor: `select role, state, count(*) as rows, count(distinct siret) as establishments,
      count(distinct siren) as units from certification_partner group by role, state order by 1, 2`,
  },
  {
    operation: 'certification-lineage',
    eachCode: true,
    floor: `with recursive chain (code) as (
        select $1::text collate "C"
        union
        select other.code from chain, lateral (
          select other_code as code from lineage_link where certification_code = chain.code
          union select certification_code from lineage_link where other_code = chain.code) other
      )
      select c.code, c.title, ${COHORTS} from chain join certification c on c.code = chain.code`,
  },
  {
    operation: 'certification-blocks',
    eachCode: true,
    floor: `select c.code, c.title,
        (select json_agg(json_build_object('code', code, 'title', title, 'modes', assessment_modes)
          order by position) from block where certification_code = c.code) as blocks,
        (select json_agg(e) from equivalence e where certification_code = c.code) as equivalences
      from certification c where c.code = $1`,
  },
  {
    operation: 'declared-equivalences',
    floor: `select c.code, c.title, count(*) over () as total,
        (select json_agg(e) from equivalence e where certification_code = c.code) as equivalences
      from certification c where exists (select from equivalence where certification_code = c.code)
      order by c.register, c.number limit 50`,
  },
  {
    operation: 'rate-distributions',
    floor: `select c.level, left(n.code, 2) as subdomain, left(o.code, 3) as domain, ${MEASURES}
      from cohort k join certification c on c.code = k.certification_code
      left join certification_speciality n on n.certification_code = c.code
      left join certification_occupation o on o.certification_code = c.code
      group by grouping sets ((c.level), (left(n.code, 2)), (left(o.code, 3)))`,
  },
  {
    operation: 'complete-rates',
    floor: `select c.level, c.registration_type, count(*) as certifications,
        count(*) filter (where exists (select from cohort where certification_code = c.code
          and global_6_months is not null)) as with_rate
      from certification c where c.register = 'RNCP' and ${ACTIVE} group by 1, 2 order by 1, 2`,
  },
  {
    operation: 'finding-counts',
    floor: `select severity, rule, count(*) as findings, count(distinct certification_code) as certifications
      from finding group by 1, 2 order by 3 desc`,
  },
  {
    operation: 'outside-funnel',
    floor: `select * from (${PEER_MEDIANS}) as compared
      where peers >= 5 and abs(rate - median) > 3 * sqrt(median * (100 - median) / base) limit 50`,
  },
  {
    operation: 'registration-durations',
    floor: `select c.level, c.registration_type, c.registration_years, count(*) as certifications,
        count(*) filter (where ${ACTIVE}) as active
      from certification c group by 1, 2, 3 order by 1, 2, 3`,
  },
  {
    operation: 'insertion-rates',
    floor: `select c.code, c.register, c.title, c.level, c.registration_type, c.registration_ends_on, k.*
      from cohort k join certification c on c.code = k.certification_code
      order by c.register, c.number, k.year desc limit 500`,
  },
  {
    operation: 'insertion-by-dimensions',
    variables: { groupBy: ['YEAR', 'LEVEL'] },
    floor: GROUPED('k.year, c.level', '', 'true', '1, 2'),
  },
  {
    operation: 'data-status',
    floor: `select register, count(*) as certifications, count(*) filter (where ${ACTIVE}) as active,
      (select count(*) from cohort) as cohorts, (select count(*) from finding) as findings
      from certification c group by register`,
  },
  {
    operation: 'ending-without-replacement',
    variables: { withinMonths: 12 },
    floor: LISTED(
      `${WITHIN_A_YEAR} and not exists (select from lineage_link where direction = 'REPLACED_BY'
        and certification_code = c.code)`,
      `, ${CERTIFIERS}`,
    ),
  },
  {
    operation: 'filter-panel',
    variables: { dimensions: ['REGISTER', 'LEVEL', 'REGISTRATION_TYPE', 'OCCUPATION_DOMAIN'] },
    floor: `select c.register, c.level, c.registration_type, left(o.code, 3) as domain,
        count(distinct c.code) as certifications
      from certification c left join certification_occupation o on o.certification_code = c.code
      group by grouping sets ((c.register), (c.level), (c.registration_type), (left(o.code, 3)))`,
  },
  {
    operation: 'search-certifications',
    variables: { search: 'communication' },
    floor: `select c.code, c.title, c.level, c.registration_ends_on, count(*) over () as total, ${COHORTS}
      from certification c join certification_search s on s.certification_code = c.code
      where ${ACTIVE} and s.document @@ websearch_to_tsquery('public.french_unaccent', 'communication')
      order by ts_rank(s.document, websearch_to_tsquery('public.french_unaccent', 'communication')) desc
      limit 10`,
  },
  {
    operation: 'a list of 50 with blocks and cohorts',
    document: `{ certifications(first: 50) { nodes {
      code title level active registrationEndsOn
      blocks { code title }
      cohorts { year certified insertionRates { indicator value status } }
    } } }`,
    floor: `select c.code, c.title, c.level, c.active_flag, c.registration_ends_on, ${COHORTS},
        (select json_agg(json_build_object('code', code, 'title', title) order by position)
         from block where certification_code = c.code) as blocks
      from certification c order by c.register, c.number limit 50`,
  },
  {
    operation: 'national statistics by year and level',
    document: `{ insertionStatistics(groupBy: [YEAR, LEVEL]) { groups {
      key { year level }
      summary { certifications cohorts certified certifiedThroughVae
        rates { value median lowerQuartile upperQuartile } }
    } } }`,
    floor: GROUPED('k.year, c.level', '', 'true', '1, 2'),
  },
  {
    operation: 'statistics by certifying body',
    document: `{ insertionStatistics(filter: { certification: { register: RNCP } },
        groupBy: [CERTIFIER], orderBy: [{ by: CERTIFIED, direction: DESC }], first: 50) { groups {
      key { certifier { siren name } }
      summary { certifications cohorts certified rates { value median } }
    } } }`,
    floor: `${GROUPED('s.siren', BY_SIREN, "c.register = 'RNCP'", 'certified desc nulls last')} limit 50`,
  },
];
