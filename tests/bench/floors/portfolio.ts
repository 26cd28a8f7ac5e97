import type { BenchOperation } from '../operation.ts';
import { ACTIVE, CERTIFIERS, COHORTS, parts, REPLACED } from './fragments.ts';

/** Bodies that certify with those of a table `body`, and how many certifications they share. */
const coCertifiers = (limit: string) => `
  select pair.siren, pair.other, pair.certifications from (
    select link.siren, other.siren as other, count(distinct link.certification_code) as certifications,
      row_number() over (partition by link.siren order by count(distinct link.certification_code) desc,
        other.siren) as place
    from certification_certifier link
    join certification_certifier other on other.certification_code = link.certification_code
      and other.siren <> link.siren
    where link.active and other.active and link.siren in (select siren from body)
    group by link.siren, other.siren) as pair
  where place <= ${limit}`;

/** What people look for, words and phrases, with and without accents. */
const SEARCHES = [
  'communication',
  'boulanger',
  'développeur web',
  'developpeur',
  'comptabilité',
  'maintenance industrielle',
  'conseiller de vente',
  'assistant administratif',
  'cuisine',
  'immobilier',
  'soins',
  'transport de marchandises',
  'audit',
  'gestion de projet',
  'froid',
  'électricien',
] as const;

/** What bodies and partners have, and what a search finds. */
export const PORTFOLIO_FLOORS: readonly BenchOperation[] = [
  {
    name: 'certifier-portfolio',
    varies: { variable: 'siren', values: (register) => register.bodies() },
    floor: parts(
      {
        body: 'select siren, name from certifier where siren = $1',
        certifications: `select count(*) as certifications,
            count(*) filter (where ${ACTIVE}) as active,
            count(*) filter (where ${REPLACED}) as replaced
          from chosen c`,
        cohorts: `select count(*) as cohorts, sum(k.certified) as certified,
            sum(k.certified_through_vae) as vae,
            sum(k.certified * k.global_6_months) as weighted,
            percentile_cont(array[0.25, 0.5, 0.75]) within group (order by k.global_6_months)
              as quartiles
          from chosen c join cohort k on k.certification_code = c.code`,
        page: `select c.code, c.title, c.level, c.registration_ends_on, ${COHORTS}
          from chosen c order by c.registration_ends_on, c.register, c.number limit 50`,
        overdue: `select c.code, c.title, k.year, k.certified
          from chosen c join cohort k on k.certification_code = c.code
          where c.register = 'RNCP' and k.global_6_months is null
            and k.certified is distinct from 0
          order by c.number, k.year desc limit 50`,
        co_certifiers: coCertifiers('10'),
      },
      `with body as (select $1::text as siren), chosen as materialized (
        select c.code, c.register, c.number, c.title, c.level, c.active_flag, c.registration_ends_on
        from certification c
        where c.code in (select certification_code from certification_certifier
          where active and siren = $1))`,
    ),
  },
  {
    name: 'co-certified',
    floor: parts(
      {
        page: `select c.*, ${CERTIFIERS} from page c order by c.register, c.number`,
        total: 'select count(*) from shared',
        co_certifiers: coCertifiers('5'),
      },
      `with shared as materialized (
        select certification_code as code from certification_certifier where active
        group by certification_code
        having min(coalesce(siren, name_key)) <> max(coalesce(siren, name_key))),
      page as materialized (
        select c.code, c.register, c.number, c.title, c.registration_ends_on
        from shared join certification c using (code) order by c.register, c.number limit 50),
      body as materialized (
        select distinct siren from certification_certifier
        where certification_code in (select code from page) and siren is not null)`,
    ),
  },
  {
    name: 'partners-by-role',
    floor: `with establishment as (
        select role, state, active, siret, count(*) as rows
        from certification_partner group by 1, 2, 3, 4),
      unit as (
        select role, state, active, left(siret, 9) as siren, sum(rows) as rows,
          count(siret) as establishments
        from establishment group by 1, 2, 3, 4)
      select role, state, active, sum(rows) as rows, sum(establishments) as establishments,
        count(siren) as legal_units
      from unit group by 1, 2, 3 order by 1, 2, 3`,
  },
  {
    name: 'search-certifications',
    varies: { variable: 'search', values: async () => SEARCHES },
    floor: `with wanted as (select websearch_to_tsquery('public.french_unaccent', $1) as query),
      found as materialized (
        select c.code, c.title, c.level, c.registration_ends_on,
          ts_rank(s.document, wanted.query) as rank
        from wanted
        join certification_search s on s.document @@ wanted.query
        join certification c on c.code = s.certification_code
        where ${ACTIVE})
      select c.*, (select count(*) from found) as total,
        (select json_agg(k) from (select year, certified, global_6_months from cohort
          where certification_code = c.code order by year desc limit 3) as k) as cohorts
      from found c order by c.rank desc, c.code limit 10`,
  },
];
