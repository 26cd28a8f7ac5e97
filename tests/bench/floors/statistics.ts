import type { BenchOperation } from '../operation.ts';
import { ACTIVE, BODIES, DAY, MEASURES, NAME, parts } from './fragments.ts';

const YEAR_AND_LEVEL = `
  select k.year, c.level, ${MEASURES}
  from cohort k join certification c on c.code = k.certification_code
  group by k.year, c.level order by 1, 2`;

/** Measures by the first characters of the codes of a nomenclature: a fiche counts once in each. */
const distribution = (noun: string, characters: number) => `
  select n.code, count(distinct k.certification_code) as certifications, ${MEASURES}
  from cohort k left join (select distinct certification_code, left(code, ${characters}) as code
    from certification_${noun}) n using (certification_code)
  group by n.code order by 1`;

/** Certifications by a column of theirs. */
const facet = (column: string) =>
  `select ${column}, count(*) as certifications from certification group by 1 order by 2 desc limit 20`;

/** Groups of the whole register. */
export const STATISTICS_FLOORS: readonly BenchOperation[] = [
  {
    name: 'insertion-by-dimensions',
    variables: { groupBy: ['YEAR', 'LEVEL'] },
    floor: YEAR_AND_LEVEL,
  },
  {
    name: 'national statistics by year and level',
    document: `{ insertionStatistics(groupBy: [YEAR, LEVEL]) { groups {
      key { year level }
      summary { certifications cohorts certified certifiedThroughVae
        rates { value median lowerQuartile upperQuartile } }
    } } }`,
    floor: YEAR_AND_LEVEL,
  },
  {
    name: 'statistics by certifying body',
    document: `{ insertionStatistics(filter: { certification: { register: RNCP } },
        groupBy: [CERTIFIER], orderBy: [{ by: CERTIFIED, direction: DESC }], first: 50) { groups {
      key { certifier { siren name } }
      summary { certifications cohorts certified rates { value median } }
    } } }`,
    floor: `select s.siren, ${NAME}, count(distinct c.code) as certifications, ${MEASURES}
      from cohort k join certification c on c.code = k.certification_code
      left join ${BODIES} using (code)
      where c.register = 'RNCP'
      group by s.siren order by certified desc nulls last limit 50`,
  },
  {
    name: 'rate-distributions',
    floor: parts({
      by_level: `select c.level, count(distinct c.code) as certifications, ${MEASURES}
        from cohort k join certification c on c.code = k.certification_code
        group by c.level order by 1`,
      by_speciality: distribution('speciality', 2),
      by_occupation: distribution('occupation', 3),
    }),
  },
  {
    name: 'filter-panel',
    variables: { dimensions: ['REGISTER', 'LEVEL', 'REGISTRATION_TYPE', 'OCCUPATION_DOMAIN'] },
    floor: parts({
      register: facet('register'),
      level: facet('level'),
      registration_type: facet('registration_type'),
      occupation_domain: `select domain, count(*) as certifications
        from (select distinct certification_code, left(code, 3) as domain
          from certification_occupation) o
        group by domain order by 2 desc limit 20`,
    }),
  },
  {
    name: 'registration-durations',
    floor: `select c.level, c.registration_type, c.registration_years, count(*) as certifications,
        count(*) filter (where ${ACTIVE}) as active
      from certification c group by 1, 2, 3 order by 1, 2, 3`,
  },
  {
    name: 'complete-rates',
    floor: `select c.level, c.registration_type, count(*) as certifications,
        count(k.code) as with_cohorts, count(*) filter (where k.complete) as complete
      from certification c
      left join (select certification_code as code,
          bool_and(global_6_months is not null or year >= extract(year from ${DAY}) - 1) as complete
        from cohort group by 1) k using (code)
      where c.register = 'RNCP' and ${ACTIVE} group by 1, 2 order by 1, 2`,
  },
  {
    name: 'finding-counts',
    floor: parts({
      by_rule: `select severity, rule, sum(findings) as findings, count(code) as certifications
          from (select severity, rule, certification_code as code, count(*) as findings
            from finding group by 1, 2, 3) f
          group by 1, 2 order by 1, 2`,
      by_certifier: `select s.siren, ${NAME}, sum(c.findings) as findings, count(c.code) as certifications
          from (select certification_code as code, count(*) as findings from finding group by 1) c
          left join ${BODIES} using (code) group by s.siren order by 2 desc limit 20`,
    }),
  },
  {
    name: 'data-status',
    floor: `select c.register, count(*) as certifications,
        count(*) filter (where ${ACTIVE}) as active,
        (select count(*) from cohort) as cohorts, (select count(*) from finding) as findings
      from certification c group by c.register`,
  },
  {
    name: 'report-profile',
    variables: { name: 'cohorts', columns: ['year', 'register', 'global_6_months'] },
    floor: parts({
      year: 'select year, count(*) as rows from cohort group by 1 order by 2 desc, 1 limit 20',
      register: `select c.register, count(*) as rows
        from cohort k join certification c on c.code = k.certification_code
        group by 1 order by 2 desc`,
      rate: `select global_6_months, count(*) as rows from cohort
        where global_6_months is not null group by 1 order by 2 desc, 1 limit 20`,
      rate_range: `select min(global_6_months) as least, max(global_6_months) as greatest,
        count(distinct global_6_months) as different, count(*) - count(global_6_months) as absent
        from cohort`,
    }),
  },
  {
    // In no table: a statement without one is what a floor can do at least.
    name: 'measure-catalogue',
    floor: `select 'GLOBAL_6_MONTHS' as id`,
  },
];
