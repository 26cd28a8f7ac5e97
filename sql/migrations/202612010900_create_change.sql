-- What differs between a publication and the one before, one row for each thing. It is kept when old
-- versions are removed, so it names no version.
create table change (
  publication_id integer not null,
  position integer not null,
  certification_code text collate "C" not null,
  kind text collate "C" not null,
  cohort_year integer,
  field text collate "C",
  item text,
  before text,
  after text,
  source_id integer
);

-- Newest first, as they are read; of one fiche; and fiches whose statistics were brought up to date.
create unique index change_newest_idx on change (publication_id desc, position);
create index change_certification_idx
  on change (certification_code, publication_id desc, position);
create index change_statistics_idx on change (publication_id, certification_code)
  where kind in ('CREATED', 'REAPPEARED', 'RATE_ADDED', 'RATE_ALTERED', 'RATE_WITHDRAWN',
    'CERTIFIED_ADDED', 'CERTIFIED_ALTERED', 'CERTIFIED_WITHDRAWN');

-- Fiches that left the registers, as they last were, with the publication that had them no longer.
create table removed_certification (
  certification_code text collate "C" not null,
  publication_id integer not null,
  register text not null check (register in ('RNCP', 'RS')),
  title text not null,
  level integer,
  certifiers text[] not null,
  primary key (certification_code, publication_id)
);

-- The publication that the changes of one are counted from; null = its changes are not known: it is
-- the first, or followed upon another kind of register, or was published before changes were kept.
alter table publication add column compared_with integer;
