-- The select of the view bi.insertion_rates of version 0.1.0, as floor.insertion_rates, with what it
-- needs: functions and a table of what was derived at publication. It is kept so that later versions
-- are measured beside the same statement. It runs with the served register in the search path. The
-- view was a union over both register schemas, of which serves() let one through: the other is left
-- out, but serves() stays, for it kept PostgreSQL from reading in parallel.
create schema floor;

-- The tables as the register schemas of 0.1.0 had them: one row of each, and its key.
create table floor.certification as table certification;
alter table floor.certification add primary key (code);
create table floor.cohort as table cohort;
alter table floor.cohort add primary key (certification_code, year);
analyze floor.certification, floor.cohort;

create function floor.as_of() returns date language sql stable parallel safe as $$
  select coalesce(
    nullif(current_setting('debouches.as_of', true), '')::date,
    (now() at time zone 'Europe/Paris')::date)
$$;

create function floor.rounded(x double precision) returns double precision
language sql immutable parallel safe as $$ select round(x::text::numeric, 2)::double precision $$;

create function floor.wilson_low(rate double precision, base double precision)
returns double precision language sql immutable parallel safe as $$
  select case when rate is not null and base > 0 then floor.rounded(least(rate, greatest(0, 100 * (
    (rate / 100 + 3.8414588206941236 / base / 2) / (1 + 3.8414588206941236 / base)
    - 1.9599639845400536
      * sqrt((rate / 100 * (1 - rate / 100) + 3.8414588206941236 / base / 4) / base)
      / (1 + 3.8414588206941236 / base))))) end
$$;

create function floor.wilson_high(rate double precision, base double precision)
returns double precision language sql immutable parallel safe as $$
  select case when rate is not null and base > 0 then floor.rounded(greatest(rate, least(100, 100 * (
    (rate / 100 + 3.8414588206941236 / base / 2) / (1 + 3.8414588206941236 / base)
    + 1.9599639845400536
      * sqrt((rate / 100 * (1 - rate / 100) + 3.8414588206941236 / base / 4) / base)
      / (1 + 3.8414588206941236 / base))))) end
$$;

create function floor.reliability(base double precision) returns text
language sql immutable parallel safe as $$
  select case when base <= 0 then null when base < 11 then 'VERY_LOW' when base < 20 then 'LOW'
    when base < 50 then 'MODERATE' when base >= 50 then 'GOOD' end
$$;

create function floor.after_cohort(year integer, months integer) returns date
language sql immutable parallel safe as $$
  select (make_date(year, 12, 31) + make_interval(months => months))::date
$$;

create function floor.rate_status(outcome text, year integer, horizon integer, day date)
returns text language sql immutable parallel safe as $$
  select case
    when outcome not in ('EXPECTED', 'CLOSED') then outcome
    when day < floor.after_cohort(year, horizon) then 'NOT_YET_OBSERVABLE'
    when day <= floor.after_cohort(year, horizon + 6) then 'IN_COLLECTION'
    when outcome = 'CLOSED' then 'CLOSED_BEFORE_DUE'
    when horizon = 6 then 'OVERDUE'
    else 'OVERDUE_OPTIONAL' end
$$;

create function floor.is_active(ends_on date, active_flag boolean, day date) returns boolean
language sql immutable parallel safe as $$
  select case when ends_on is null then coalesce(active_flag, false) else day <= ends_on end
$$;

create function floor.serves() returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select from publication)
$$;

-- What is settled about a rate, whatever the day. Only to fill the table below.
create function floor.outcome(
  register text, year integer, horizon integer, rate double precision, seen_on date,
  in_source boolean, certified integer, ends_on date
) returns text language sql immutable as $$
  select case
    when register = 'RS' then 'NOT_APPLICABLE'
    when rate is not null and seen_on < floor.after_cohort(year, horizon) then 'PUBLISHED_EARLY'
    when rate is not null then 'PUBLISHED'
    when not in_source then 'NOT_IN_SOURCE'
    when certified = 0 then 'NO_HOLDER'
    when ends_on < floor.after_cohort(year, horizon + 6) then 'CLOSED'
    else 'EXPECTED' end
$$;

create table floor.insertion_fact as
select cohort.certification_code, cohort.year,
  floor.outcome(register, year, 6, global_6_months, global_6_months_seen_on, true, certified,
    registration_ends_on) as global_6_months_outcome,
  floor.outcome(register, year, 6, target_occupation_6_months,
    target_occupation_6_months_seen_on, target_occupation_6_months_in_source, certified,
    registration_ends_on) as target_occupation_6_months_outcome,
  floor.outcome(register, year, 24, target_occupation_2_years,
    target_occupation_2_years_seen_on, true, certified, registration_ends_on)
    as target_occupation_2_years_outcome
from floor.cohort join floor.certification on certification.code = cohort.certification_code;
alter table floor.insertion_fact
  alter certification_code type text collate "C",
  add primary key (certification_code, year);
analyze floor.insertion_fact;

create view floor.insertion_rates as
select certification.code as certification_code,
  certification.register,
  certification.title,
  certification.level,
  certification.registration_type,
  floor.is_active(certification.registration_ends_on, certification.active_flag, floor.as_of())
    as active,
  certification.registration_ends_on,
  cohort.year,
  cohort.certified,
  cohort.certified_through_vae,
  published.indicator,
  floor.rounded(published.rate) as rate,
  floor.wilson_low(published.rate, cohort.certified) as rate_low,
  floor.wilson_high(published.rate, cohort.certified) as rate_high,
  cohort.certified as rate_base,
  state.rate_status,
  case when certification.register = 'RNCP' then state.due_on end as rate_due_on,
  case when state.rate_status in ('OVERDUE', 'OVERDUE_OPTIONAL')
    then floor.as_of() - state.due_on end as days_late,
  'CERTIFIED_WEIGHTED' as rate_basis,
  case when published.rate is not null then floor.reliability(cohort.certified) end
    as rate_reliability
from floor.cohort
join floor.insertion_fact as fact using (certification_code, year)
join floor.certification on certification.code = cohort.certification_code
cross join lateral (
  values
    ('GLOBAL_6_MONTHS', 6, cohort.global_6_months, fact.global_6_months_outcome),
    ('TARGET_OCCUPATION_6_MONTHS', 6, cohort.target_occupation_6_months,
      fact.target_occupation_6_months_outcome),
    ('TARGET_OCCUPATION_2_YEARS', 24, cohort.target_occupation_2_years,
      fact.target_occupation_2_years_outcome)
) as published (indicator, horizon, rate, outcome)
cross join lateral (
  select floor.rate_status(published.outcome, cohort.year, published.horizon, floor.as_of())
      as rate_status,
    floor.after_cohort(cohort.year, published.horizon + 6) as due_on
) as state
where floor.serves();
