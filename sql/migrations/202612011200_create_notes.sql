-- What the operator says of figures: valid from publication `since` until publication `until`, that
-- one excluded; 2147483647 = still valid. Rows never change, but for `until`. An absent scope is open;
-- of a break in series `year_from` = `year_to` is the first year of cohorts of the new series.
create table versions.note (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('NOTE', 'BREAK_IN_SERIES')),
  register text check (register in ('RNCP', 'RS')),
  certification_code text collate "C",
  indicator text check (
    indicator in ('GLOBAL_6_MONTHS', 'TARGET_OCCUPATION_6_MONTHS', 'TARGET_OCCUPATION_2_YEARS')),
  year_from integer,
  year_to integer,
  text_fr text not null,
  text_en text,
  starts_on date,
  ends_on date,
  since integer not null,
  until integer not null,
  check (year_from <= year_to),
  check (starts_on <= ends_on),
  check (kind = 'NOTE' or (year_from is not null and year_to is not null and year_from = year_to))
);

create view register.note as
select id, kind, register, certification_code, indicator, year_from, year_to, text_fr, text_en,
  starts_on, ends_on, since, until
from versions.note
where since <= current_setting('debouches.publication')::integer
  and until > current_setting('debouches.publication')::integer;
