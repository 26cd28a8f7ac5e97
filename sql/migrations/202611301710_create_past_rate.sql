-- Rates that were served and no longer are, with the day each was first seen: a rate that was
-- withdrawn and is published again keeps that day, and a corrected one has its own.
create table past_rate (
  certification_code text collate "C" not null,
  year integer not null,
  indicator text collate "C" not null,
  value double precision not null,
  seen_on date not null,
  primary key (certification_code, year, indicator, value)
);
