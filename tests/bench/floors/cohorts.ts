import type { BenchOperation } from '../operation.ts';
import { BLOCKS, CERTIFIERS, COHORTS, parts } from './fragments.ts';

/** Lists of cohorts, and what their heads add up to. */
export const COHORT_FLOORS: readonly BenchOperation[] = [
  {
    name: 'insertion-rates',
    floor: `select c.code, c.register, c.title, c.level, c.registration_type, c.active_flag,
        c.registration_ends_on, k.year, k.certified, k.certified_through_vae,
        k.global_6_months, k.target_occupation_6_months, k.target_occupation_2_years,
        (select count(*) from cohort) as total
      from certification c join cohort k on c.code = k.certification_code
      order by c.register, c.number, k.year desc limit 500`,
  },
  {
    name: 'largest-gaps',
    floor: `select c.code, c.title, k.year, k.certified, k.global_6_months,
        k.target_occupation_6_months, k.global_6_months - k.target_occupation_6_months as gap,
        count(*) over () as total
      from cohort k join certification c on c.code = k.certification_code
      where c.register = 'RNCP' and k.global_6_months is not null
        and k.target_occupation_6_months is not null
      order by gap desc, c.number, k.year desc limit 50`,
  },
  {
    name: 'falling-rates',
    floor: `select c.code, c.title, k.year, k.certified, k.global_6_months,
        b.certified as certified_before, b.global_6_months as before, ${CERTIFIERS},
        count(*) over () as total
      from cohort k
      join cohort b on b.certification_code = k.certification_code and b.year = k.year - 1
      join certification c on c.code = k.certification_code
      where c.register = 'RNCP' and k.certified > 0 and b.certified > 0
        and b.global_6_months - k.global_6_months > 1.96 * sqrt(
          k.global_6_months * (100 - k.global_6_months) / k.certified
          + b.global_6_months * (100 - b.global_6_months) / b.certified)
      order by k.year desc, c.number limit 50`,
  },
  {
    name: 'small-rs-cohorts',
    floor: parts({
      page: `select c.code, c.title, c.registration_ends_on, k.year, k.certified,
          count(*) over () as total, ${CERTIFIERS}
        from cohort k join certification c on c.code = k.certification_code
        where c.register = 'RS' and k.certified <= 9
        order by k.certified, c.number, k.year desc limit 50`,
      by_year: `select k.year, count(*) as certifications, count(*) as cohorts,
          sum(k.certified) as certified
        from cohort k join certification c on c.code = k.certification_code
        where c.register = 'RS' group by k.year order by k.year`,
    }),
  },
  {
    name: 'vae-shares',
    variables: { first: 20 },
    floor: parts(
      {
        by_year: `select year, sum(certified) as certified, sum(vae) as vae from chosen
          group by year order by year`,
        by_level: `select level, sum(certified) as certified, sum(vae) as vae from chosen
          group by level order by level`,
        by_certification: `select c.code, c.title, s.certified, s.vae
          from (select code, sum(certified) as certified, sum(vae) as vae from chosen
            group by code having sum(vae) > 0 order by 3 desc limit 20) s
          join certification c using (code) order by s.vae desc`,
      },
      `with chosen as materialized (
        select c.code, c.level, k.year, k.certified, k.certified_through_vae as vae
        from cohort k join certification c on c.code = k.certification_code)`,
    ),
  },
  {
    name: 'certified-growth',
    variables: { groupBy: ['YEAR', 'LEVEL'] },
    floor: `select k.year, c.level, count(*) as cohorts, sum(k.certified) as certified,
        sum(k.certified) - lag(sum(k.certified)) over (partition by c.level order by k.year)
          as change
      from cohort k join certification c on c.code = k.certification_code
      group by k.year, c.level order by 1, 2`,
  },
  {
    name: 'a list of 50 with blocks and cohorts',
    document: `{ certifications(first: 50) { nodes {
      code title level active registrationEndsOn
      blocks { code title }
      cohorts { year certified insertionRates { indicator value status } }
    } } }`,
    floor: `select c.code, c.title, c.level, c.active_flag, c.registration_ends_on, ${COHORTS}, ${BLOCKS}
      from certification c order by c.register, c.number limit 50`,
  },
];
