import { type BenchOperation, EACH_CODE } from '../operation.ts';
import { BLOCKS, COHORTS } from './fragments.ts';

/** What a fiche says, in the order of the fiche. */
const codes = (noun: string) => `(select json_agg(json_build_object('code', code, 'label', label)
  order by position) from certification_${noun} where certification_code = c.code) as ${noun}`;

const LINKS = `(select json_agg(l) from (
    select direction, other_code as code, coalesce(o.title, other_title) as title
    from lineage_link left join certification o on o.code = other_code
    where certification_code = c.code
    union
    select case direction when 'REPLACES' then 'REPLACED_BY' else 'REPLACES' end,
      certification_code, o.title
    from lineage_link join certification o on o.code = certification_code
    where other_code = c.code) as l) as lineage`;

const EQUIVALENCES = `(select json_agg(json_build_object('source', source_blocks,
    'target', target_code, 'blocks', target_blocks, 'title', o.title) order by position)
  from equivalence left join certification o on o.code = target_code
  where certification_code = c.code) as equivalences`;

/** One certification, and what it is linked to. */
export const CERTIFICATION_FLOORS: readonly BenchOperation[] = [
  {
    name: 'certification-card',
    varies: EACH_CODE,
    kept: true,
    floor: `select c.code, c.title, c.register, c.level, c.registration_type, c.active_flag,
        coalesce(c.effective_on, c.decision_on) as valid_from, c.registration_ends_on,
        (select json_agg(json_build_object('name', name, 'siret', siret, 'active', active)
          order by position) from certification_certifier where certification_code = c.code)
          as certifiers,
        ${codes('speciality')}, ${codes('occupation')}, ${codes('formacode')},
        (select json_agg(json_build_object('route', route, 'open', open) order by position)
          from access_route where certification_code = c.code) as routes,
        ${BLOCKS}, ${LINKS}
      from certification c where c.code = $1`,
  },
  {
    name: 'certification-cohorts',
    varies: EACH_CODE,
    kept: true,
    floor: `select c.code, c.title,
        (select json_agg(json_build_object('year', year, 'certified', certified,
            'vae', certified_through_vae, 'global', global_6_months,
            'target', target_occupation_6_months, 'target2', target_occupation_2_years,
            'seen', global_6_months_seen_on, 'source', s.file_name, 'dated', s.dated_on)
            order by year desc)
          from cohort k left join public.source s on s.id = k.global_6_months_source_id
          where certification_code = c.code) as cohorts
      from certification c where c.code = $1`,
  },
  {
    name: 'pooled-rates',
    varies: EACH_CODE,
    kept: true,
    floor: `select c.code, c.title, k.year, k.certified, k.global_6_months,
        k.target_occupation_6_months, k.target_occupation_2_years
      from certification c join cohort k on k.certification_code = c.code
      where c.code = $1 order by k.year desc limit 3`,
  },
  {
    name: 'target-rate-change',
    varies: EACH_CODE,
    kept: true,
    floor: `select c.code, c.title, k.year, k.certified, k.target_occupation_6_months,
        k.target_occupation_2_years
      from certification c left join cohort k on k.certification_code = c.code
      where c.code = $1 order by k.year desc`,
  },
  {
    name: 'certification-blocks',
    varies: EACH_CODE,
    kept: true,
    floor: `select c.code, c.title,
        (select json_agg(json_build_object('position', position, 'code', code, 'title', title,
          'modes', assessment_modes) order by position)
          from block where certification_code = c.code) as blocks,
        ${EQUIVALENCES}
      from certification c where c.code = $1`,
  },
  {
    name: 'certification-lineage',
    varies: EACH_CODE,
    kept: true,
    floor: `with recursive chain (code) as (
        select $1::text collate "C"
        union
        select other.code from chain, lateral (
          select other_code as code from lineage_link where certification_code = chain.code
          union all
          select certification_code from lineage_link where other_code = chain.code) other
      )
      select c.code, c.title, c.registration_ends_on,
        (select json_agg(json_build_object('other', other_code, 'direction', direction))
          from lineage_link where certification_code = c.code) as links,
        (select json_agg(json_build_object('year', year, 'certified', certified,
          'global', global_6_months) order by year desc)
          from cohort where certification_code = c.code) as cohorts
      from chain join certification c on c.code = chain.code`,
  },
  {
    name: 'declared-equivalences',
    floor: `with declaring as (select distinct certification_code as code from equivalence)
      select c.code, c.title, c.registration_ends_on, (select count(*) from declaring) as total,
        ${EQUIVALENCES}
      from declaring join certification c using (code) order by c.register, c.number limit 50`,
  },
  {
    name: 'compare-certifications',
    varies: {
      variable: 'codes',
      values: async (register) => {
        const codes = await register.codes();
        return codes.map((_code, index) => [0, 1, 2, 3].map((next) => codes.at(index - next)));
      },
    },
    floor: `select c.code, c.title, c.level, c.registration_ends_on, ${COHORTS}
      from certification c where c.code = any($1::text[])`,
  },
];
