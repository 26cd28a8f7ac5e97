-- What BI tools that speak SQL read: one view for each report, in the schema bi, and a role that may
-- read nothing else. The functions are the twins of rules in src/domain, which tests hold them to.
create schema bi;

comment on schema bi is
  'Débouchés: one view for each report of /reports. Figures are those of the served publication, on the day bi.as_of().';

-- May read bi and nothing else; give it to the users of BI tools. A server where the migration may
-- make no role has none: docs/recipes/sql.md says what to run there.
do $$
begin
  if not exists (select from pg_roles where rolname = 'debouches_reader') then
    create role debouches_reader nologin;
  end if;
exception
  when insufficient_privilege or duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  if exists (select from pg_roles where rolname = 'debouches_reader') then
    grant usage on schema bi to debouches_reader;
  end if;
end
$$;

-- The day that statuses, activity and peers are of: today in Paris unless a session says another,
-- set debouches.as_of = '2026-06-30'
create function bi.as_of() returns date language sql stable parallel safe as $$
  select coalesce(
    nullif(current_setting('debouches.as_of', true), '')::date,
    (now() at time zone 'Europe/Paris')::date)
$$;

-- Whether a register schema holds what is served. It runs as its owner: readers of bi see no table.
create function bi.serves(register_schema text) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (
    select from public.current_publication as served
    join public.publication on publication.id = served.publication_id
    where publication.register_schema = serves.register_schema)
$$;

-- roundPercentage: two decimals, half away from zero, of the shortest decimal of the number.
create function bi.rounded(x double precision) returns double precision
language sql immutable parallel safe as $$ select round(x::text::numeric, 2)::double precision $$;

-- wilsonInterval at 95 %, rounded. Without a rate or a base there is none: least and greatest would
-- pass over a null.
create function bi.wilson_low(rate double precision, base double precision)
returns double precision language sql immutable parallel safe as $$
  select case when rate is not null and base > 0 then bi.rounded(least(rate, greatest(0, 100 * (
    (rate / 100 + 3.8414588206941236 / base / 2) / (1 + 3.8414588206941236 / base)
    - 1.9599639845400536
      * sqrt((rate / 100 * (1 - rate / 100) + 3.8414588206941236 / base / 4) / base)
      / (1 + 3.8414588206941236 / base))))) end
$$;

create function bi.wilson_high(rate double precision, base double precision)
returns double precision language sql immutable parallel safe as $$
  select case when rate is not null and base > 0 then bi.rounded(greatest(rate, least(100, 100 * (
    (rate / 100 + 3.8414588206941236 / base / 2) / (1 + 3.8414588206941236 / base)
    + 1.9599639845400536
      * sqrt((rate / 100 * (1 - rate / 100) + 3.8414588206941236 / base / 4) / base)
      / (1 + 3.8414588206941236 / base))))) end
$$;

-- reliabilityOf
create function bi.reliability(base double precision) returns text
language sql immutable parallel safe as $$
  select case when base <= 0 then null when base < 11 then 'VERY_LOW' when base < 20 then 'LOW'
    when base < 50 then 'MODERATE' when base >= 50 then 'GOOD' end
$$;

-- The day so many months after the end of a cohort's year: observationCloses with 6 or 24 of them,
-- rateDueOn with 12 or 30.
create function bi.after_cohort(year integer, months integer) returns date
language sql immutable parallel safe as $$
  select (make_date(year, 12, 31) + make_interval(months => months))::date
$$;

-- statusOfOutcome, of a horizon of 6 or 24 months.
create function bi.rate_status(outcome text, year integer, horizon integer, day date)
returns text language sql immutable parallel safe as $$
  select case
    when outcome not in ('EXPECTED', 'CLOSED') then outcome
    when day < bi.after_cohort(year, horizon) then 'NOT_YET_OBSERVABLE'
    when day <= bi.after_cohort(year, horizon + 6) then 'IN_COLLECTION'
    when outcome = 'CLOSED' then 'CLOSED_BEFORE_DUE'
    when horizon = 6 then 'OVERDUE'
    else 'OVERDUE_OPTIONAL' end
$$;

-- isActiveOn
create function bi.is_active(ends_on date, active_flag boolean, day date) returns boolean
language sql immutable parallel safe as $$
  select case when ends_on is null then coalesce(active_flag, false) else day <= ends_on end
$$;

-- Makes bi.<report> of the views <report>_report that both register schemas have: the rows of the
-- one that is served.
create function create_bi_view(report text) returns void language plpgsql as $$
begin
  execute format(
    'create view bi.%1$I as
       select * from register_a.%2$I where bi.serves(''register_a'')
       union all
       select * from register_b.%2$I where bi.serves(''register_b'')',
    report, report || '_report');
  if exists (select from pg_roles where rolname = 'debouches_reader') then
    execute format('grant select on bi.%I to debouches_reader', report);
  end if;
end
$$;
