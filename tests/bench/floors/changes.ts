import { type BenchOperation, EACH_CODE } from '../operation.ts';
import { parts } from './fragments.ts';

const CHANGES = `select x.publication_id, p.published_at, x.kind, x.certification_code, x.cohort_year,
    x.field, x.item, x.before, x.after, s.file_name, s.dated_on
  from change x join publication p on p.id = x.publication_id
  left join source s on s.id = x.source_id`;

const NEWEST_FIRST = 'order by x.publication_id desc, x.position limit 50';

/** What changed between publications, and what is noted of them. */
export const CHANGE_FLOORS: readonly BenchOperation[] = [
  {
    name: 'notes',
    floor: parts({
      page: `select id, kind, register, certification_code, indicator, year_from, year_to, text_fr,
          text_en, starts_on, ends_on
        from note order by id limit 50`,
      total: 'select count(*) from note',
    }),
  },
  {
    name: 'changes-since',
    floor: parts({
      page: `select y.*, c.title
        from (${CHANGES} ${NEWEST_FIRST}) as y left join certification c on c.code = y.certification_code`,
      total: 'select count(*) from change',
    }),
  },
  {
    name: 'certification-history',
    varies: EACH_CODE,
    floor: parts({
      certification: 'select code, title from certification where code = $1',
      history: `${CHANGES} where x.certification_code = $1 ${NEWEST_FIRST}`,
      total: 'select count(*) from change where certification_code = $1',
      cohorts: 'select year from cohort where certification_code = $1 order by year desc',
      revisions: `${CHANGES} where x.certification_code = $1 and x.cohort_year is not null
        order by x.publication_id desc, x.position`,
      removed: 'select * from removed_certification where certification_code = $1',
    }),
  },
];
