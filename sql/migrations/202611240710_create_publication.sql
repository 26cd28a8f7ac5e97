-- A publication is what one import command made visible. Its certifications live in one of two
-- register schemas; the other one is free for the next export (docs/decisions/0002).
create table publication (
  id integer generated always as identity primary key,
  register_schema text not null check (register_schema in ('register_a', 'register_b')),
  published_at timestamptz not null default now(),
  demonstration boolean not null
);

-- Exactly one row once anything was published: the publication that is served.
create table current_publication (
  singleton boolean primary key default true check (singleton),
  publication_id integer not null references publication
);

-- A file that was imported. The counts are of what it brought in, after refusals.
create table source (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('FEED', 'FICHE_PAGE', 'STATISTICS_FILE')),
  register text check (register in ('RNCP', 'RS')),
  file_name text not null,
  sha256 text not null,
  bytes double precision not null,
  flow_version text,
  dated_on date not null,
  imported_at timestamptz not null default now(),
  demonstration boolean not null,
  certifications integer not null,
  blocks integer not null,
  cohorts integer not null,
  certifiers integer not null,
  partners integer not null,
  refused_fiches integer not null,
  refused_values integer not null,
  -- element path → times seen, for elements the export's known layout does not have
  unknown_elements jsonb not null default '{}'
);

create table publication_source (
  publication_id integer not null references publication,
  source_id integer not null references source,
  primary key (publication_id, source_id)
);

-- What a supplement (fiche page, statistics file) said, kept so that it survives the next export.
create table supplement (
  source_id integer not null references source,
  certification_code text collate "C" not null,
  content jsonb not null,
  primary key (source_id, certification_code)
);
