import type { BenchOperation } from '../operation.ts';
import {
  ACTIVE,
  CERTIFIERS,
  CHOSEN_BODIES,
  DAY,
  endsWithin,
  NAME,
  parts,
  REPLACED,
} from './fragments.ts';

const WITHIN_A_YEAR = endsWithin('12');
const NOT_REPLACED = `${WITHIN_A_YEAR} and not ${REPLACED}`;

/** A page of 50 certifications of a filter by end date, and how many there are. */
const ending = (where: string, columns = '') => `
  select c.code, c.title, c.level, c.registration_type, c.registration_ends_on ${columns},
    ${CERTIFIERS}, count(*) over () as total
  from certification c where ${where}
  order by c.registration_ends_on, c.register, c.number limit 50`;

const byMonth = (where: string, keys = '') => `
  select to_char(c.registration_ends_on, 'YYYY-MM') as month ${keys}, count(*) as certifications
  from certification c where ${where} group by month ${keys} order by month ${keys}`;

const chosenCohorts = (where: string) => `with chosen as materialized (
    select c.code, c.register, c.number, c.title, c.registration_ends_on, k.year, k.certified
    from cohort k join certification c on c.code = k.certification_code where ${where})`;

/** What is due, late or about to end. */
export const CALENDAR_FLOORS: readonly BenchOperation[] = [
  {
    name: 'ending-registrations',
    floor: parts(
      {
        page: ending(WITHIN_A_YEAR),
        by_month: byMonth(WITHIN_A_YEAR, ', level'),
        by_certifier: `select s.siren, ${NAME}, count(*) as certifications
          from chosen c left join ${CHOSEN_BODIES} using (code) group by s.siren order by 2 desc`,
      },
      `with chosen as materialized (select c.code from certification c where ${WITHIN_A_YEAR})`,
    ),
  },
  {
    name: 'filing-passed',
    floor: ending(
      `${WITHIN_A_YEAR} and c.registration_ends_on - interval '8 months' < ${DAY}`,
      `, ${REPLACED} as replaced`,
    ),
  },
  {
    name: 'ending-without-replacement',
    floor: parts({ page: ending(NOT_REPLACED), by_month: byMonth(NOT_REPLACED) }),
  },
  {
    name: 'too-few-cohorts',
    floor: parts(
      {
        page: `select c.code, c.title, c.registration_type, c.registration_ends_on, ${CERTIFIERS},
            (select json_agg(json_build_object('year', year, 'certified', certified,
              'global', global_6_months) order by year desc)
             from cohort where certification_code = c.code) as cohorts
          from chosen c order by c.registration_ends_on, c.register, c.number limit 50`,
        total: 'select count(*) from chosen',
        by_month: `select to_char(registration_ends_on, 'YYYY-MM') as month,
            count(*) as certifications, count(rates) as with_cohorts
          from chosen group by month order by month`,
      },
      `with chosen as materialized (
        select c.code, c.register, c.number, c.title, c.registration_type, c.registration_ends_on, k.rates
        from certification c
        left join (select certification_code as code, count(global_6_months) as rates
          from cohort group by 1) k using (code)
        where c.register = 'RNCP' and ${ACTIVE} and coalesce(k.rates, 0) < 2)`,
    ),
  },
  {
    name: 'overdue-rates',
    floor: parts(
      {
        page: `select c.*, ${CERTIFIERS} from chosen c
          order by c.year, c.register, c.number limit 50`,
        total: 'select count(*) from chosen',
        by_certifier: `select s.siren, ${NAME}, count(distinct c.code) as certifications,
            count(*) as cohorts, sum(c.certified) as certified
          from chosen c left join ${CHOSEN_BODIES} using (code) group by s.siren order by cohorts desc`,
      },
      chosenCohorts(`c.register = 'RNCP' and k.global_6_months is null
        and k.certified is distinct from 0 and k.year < extract(year from ${DAY}) - 1
        and (c.registration_ends_on is null
          or c.registration_ends_on >= make_date(k.year + 1, 12, 31))`),
    ),
  },
  {
    name: 'due-rates',
    variables: { withinMonths: 12 },
    floor: parts(
      {
        page: `select c.*, ${CERTIFIERS} from chosen c
          order by c.register, c.number, c.year desc limit 50`,
        total: 'select count(*) from chosen',
        by_year: `select year, count(distinct code) as certifications, count(*) as cohorts,
            sum(certified) as certified
          from chosen group by year order by year`,
      },
      chosenCohorts(`c.register = 'RNCP' and k.target_occupation_2_years is null
        and k.certified is distinct from 0
        and make_date(k.year + 3, 6, 30) between ${DAY} and ${DAY} + interval '12 months'`),
    ),
  },
  {
    name: 'old-cohorts',
    variables: { age: 5 },
    floor: parts(
      {
        page: `select c.*, k.certified, ${CERTIFIERS}
          from chosen c join cohort k on k.certification_code = c.code and k.year = c.year
          order by c.year, c.register, c.number limit 50`,
        total: 'select count(*) from chosen',
      },
      `with chosen as materialized (
        select c.code, c.register, c.number, c.title, c.registration_ends_on, n.year
        from certification c
        join (select certification_code as code, max(year) as year from cohort group by 1) n
          using (code)
        where ${ACTIVE} and n.year <= extract(year from ${DAY}) - 5)`,
    ),
  },
];
