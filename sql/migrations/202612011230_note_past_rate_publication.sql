-- The publication that replaced a rate: when it is rolled back, what it noted is forgotten with it. Of what
-- was noted before that is not known, and it stays.
alter table past_rate add column publication_id integer not null default 0;
alter table past_rate alter column publication_id drop default;
alter table past_rate drop constraint past_rate_pkey;
alter table past_rate
  add primary key (certification_code, year, indicator, value, publication_id);
