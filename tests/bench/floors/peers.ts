import { type BenchOperation, EACH_CODE } from '../operation.ts';
import { CERTIFIERS, endsWithin, pooled } from './fragments.ts';

const COLUMNS = 'c.code, c.title, c.level, c.registration_ends_on';

/**
 * Each active certification with a rate beside those of its level that share an occupation: pairs
 * are made of those that have a rate, and only for certifications that `own` lets through.
 */
const compared = (own: string) => `
  with rated as materialized (${pooled(COLUMNS, 'true')}),
  coded as materialized (
    select c.*, o.code as occupation
    from rated c join certification_occupation o on o.certification_code = c.code),
  pairs as (
    select distinct c.code, peer.code as peer, peer.rate, peer.base
    from coded c join coded peer using (occupation, level)
    where c.code <> peer.code and ${own})`;

/** Peers of the certification `$1` by a nomenclature of the same level, with their rates. */
const peersBy = (noun: string) => `
  select '${noun}' as criterion, p.* from own cross join lateral (
    ${pooled(
      'c.code, c.title',
      `c.level = own.level and c.code <> own.code and c.code in (
        select b.certification_code from certification_${noun} a
        join certification_${noun} b on b.code = a.code where a.certification_code = own.code)`,
    )}) as p`;

const OWN = `own as materialized (
  select code, title, level from certification where code = $1)`;

/** Certifications beside their peers. */
export const PEER_FLOORS: readonly BenchOperation[] = [
  {
    name: 'below-peer-median',
    varies: {
      variable: 'withinMonths',
      values: async () => Array.from({ length: 13 }, (_, index) => 6 + index),
    },
    floor: `${compared(endsWithin('$1::integer'))}
      select c.*, m.peers, m.median, count(*) over () as total, ${CERTIFIERS}
      from (select code, count(*) as peers, percentile_cont(0.5) within group (order by rate)
          as median from pairs group by code having count(*) >= 5) m
      join rated c using (code)
      where c.rate < m.median order by c.rate - m.median limit 50`,
  },
  {
    name: 'outside-funnel',
    floor: `${compared('true')}
      select c.*, m.peers, m.pooled, count(*) over () as total, ${CERTIFIERS}
      from (select code, count(*) as peers, sum(rate * base) / sum(base) as pooled
        from pairs group by code having count(*) >= 5) m
      join rated c using (code)
      where abs(c.rate - m.pooled) > 3 * sqrt(m.pooled * (100 - m.pooled) / c.base)
      order by c.code limit 50`,
  },
  {
    name: 'benchmark',
    varies: EACH_CODE,
    kept: true,
    floor: `with ${OWN} ${peersBy('occupation')} order by p.code`,
  },
  {
    name: 'benchmark-by-criterion',
    varies: EACH_CODE,
    kept: true,
    floor: `with ${OWN}, peers as (
        select 'level' as criterion, p.* from own cross join lateral (
          ${pooled('c.code, c.title', 'c.level = own.level and c.code <> own.code')}) as p
        union all ${peersBy('speciality')}
        union all ${peersBy('formacode')})
      select criterion, count(*) as peers, sum(rate * base) / sum(base) as pooled,
        percentile_cont(array[0.25, 0.5, 0.75]) within group (order by rate) as quartiles
      from peers group by criterion`,
  },
];
