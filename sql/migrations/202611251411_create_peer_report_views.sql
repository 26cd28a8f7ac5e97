-- run in: register_a, register_b
-- The report benchmark with the parameters that it has when none is given: global rate at 6 months
-- over the last three cohorts, peers by ROME code, of the same level. Rates are summed in
-- millionths, as pooledSums does, so that equal rates are equal numbers.
create view benchmark_report as
with own as materialized (
  select certification.code, certification.level, fact.lineage, pooled.cohorts,
    pooled.cohorts_with_rate, pooled.base, pooled.millionths,
    pooled.millionths / (pooled.base::double precision * 1000000) as value
  from certification
  join certification_fact as fact on fact.certification_code = certification.code
  join (
    select certification_code,
      count(*)::integer as cohorts,
      count(global_6_months)::integer as cohorts_with_rate,
      (sum(certified) filter (where global_6_months is not null))::integer as base,
      sum(certified * round(global_6_months * 1000000)) as millionths
    from insertion_fact
    where recency <= 3
    group by certification_code
  ) as pooled on pooled.certification_code = certification.code
  where certification.register = 'RNCP'
    and pooled.base > 0
    and bi.is_active(
      certification.registration_ends_on, certification.active_flag, bi.as_of())
),
-- What is reckoned of a pair goes with it from here on: to join it later would be slow, for how
-- many pairs there are is not known beforehand.
shared as materialized (
  select distinct own.code as certification_code, own.level, own.lineage, own.value, own.base,
    own.millionths, link.code
  from own join certification_occupation as link on link.certification_code = own.code
),
pair as (
  select distinct mine.certification_code, mine.value, theirs.certification_code as peer_code,
    theirs.value as peer_value, theirs.base as peer_base, theirs.millionths as peer_millionths
  from shared as mine
  join shared as theirs on theirs.code = mine.code and theirs.level = mine.level
  where theirs.certification_code <> mine.certification_code
    and (mine.lineage is null or theirs.lineage is distinct from mine.lineage)
),
peers as (
  select certification_code,
    count(*)::integer as count,
    percentile_cont(array[0.25, 0.5, 0.75]) within group (order by peer_value) as quartiles,
    sum(peer_millionths / 1000000) / sum(peer_base) as pooled,
    100 * (count(*) filter (where peer_value < value)
      + count(*) filter (where peer_value = value) / 2.0::double precision) / count(*)
      as percentile
  from pair
  group by certification_code
),
compared as (
  select own.*,
    coalesce(peers.count, 0) as peer_count,
    peers.count >= 5 as is_compared,
    case when peers.count >= 5 then peers.quartiles end as quartiles,
    case when peers.count >= 5 then peers.pooled end as peer_pooled,
    case when peers.count >= 5 then peers.percentile end as percentile
  from own
  left join peers on peers.certification_code = own.code
)
select certification.code as certification_code,
  certification.register,
  certification.title,
  certification.level,
  certification.registration_type,
  true as active,
  certification.registration_ends_on,
  'GLOBAL_6_MONTHS' as indicator,
  bi.rounded(compared.value) as rate,
  bi.wilson_low(compared.value, compared.base) as rate_low,
  bi.wilson_high(compared.value, compared.base) as rate_high,
  compared.base as rate_base,
  'POOLED' as rate_status,
  bi.reliability(compared.base) as rate_reliability,
  compared.cohorts,
  compared.cohorts_with_rate,
  case when compared.is_compared then 'COMPARED' else 'INSUFFICIENT_PEERS' end as benchmark_status,
  compared.peer_count,
  bi.rounded(compared.quartiles[2]) as peer_median,
  bi.rounded(compared.quartiles[1]) as peer_lower_quartile,
  bi.rounded(compared.quartiles[3]) as peer_upper_quartile,
  bi.rounded(compared.peer_pooled) as peer_pooled,
  bi.rounded(compared.percentile) as percentile,
  compared.base >= 20 as ranked,
  bi.rounded(compared.value - compared.quartiles[2]) as difference_to_median,
  bi.wilson_excludes(compared.value, compared.base, compared.quartiles[2]) as excludes_median,
  bi.funnel_position(compared.value, compared.base, compared.peer_pooled) as funnel_position
from compared
join certification on certification.code = compared.code;
