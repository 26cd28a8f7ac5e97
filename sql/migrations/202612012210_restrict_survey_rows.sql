-- Who reads surveys by SQL, by role: the owner of the tables all, any other role what it is listed for here.
create table survey.sql_reader (
  role_name text collate "C" primary key,
  reads text not null check (reads in ('BODY', 'EXAMINER', 'OPERATOR')),
  -- SIREN of a body, name of an examiner.
  name text collate "C",
  check ((reads = 'OPERATOR') = (name is null))
);

-- Whether the role of the session may read the surveys of a certification: a body those that it certifies
-- in the publication that is served. It runs as the owner, for a reader sees neither the list of readers nor
-- what is assigned to others.
create function survey.may_read(code text) returns boolean
language sql stable security definer set search_path = pg_catalog, survey, versions as $$
  select exists (
    select from survey.sql_reader as reader
    where reader.role_name = session_user
      and case reader.reads
        when 'OPERATOR' then true
        when 'EXAMINER' then exists (
          select from survey.assignment
          where examiner = reader.name and certification_code = code)
        else exists (
          select from public.current_publication as served
          join versions.certification as own
            on own.since <= served.publication_id and own.until > served.publication_id
          join versions.certification_certifier as certifier
            on certifier.certification_code = own.code and certifier.version = own.version
          where own.code = may_read.code and certifier.active and certifier.siren = reader.name)
      end)
$$;

alter table survey.holder enable row level security;
alter table survey.answer enable row level security;
alter table versions.survey_class enable row level security;
alter table versions.survey_cell enable row level security;
alter table versions.survey_paired enable row level security;
alter table versions.survey_finding enable row level security;

create policy readers on survey.holder for select using (survey.may_read(certification_code));
create policy readers on survey.answer for select using (survey.may_read(certification_code));
create policy readers on versions.survey_class for select using (survey.may_read(certification_code));
create policy readers on versions.survey_cell for select using (survey.may_read(certification_code));
create policy readers on versions.survey_paired for select using (survey.may_read(certification_code));
create policy readers on versions.survey_finding for select using (survey.may_read(certification_code));

-- Nobody but the owner reads these, also where all tables of the schema were granted at once.
alter table survey.sql_reader enable row level security;
alter table survey.assignment enable row level security;
alter table survey.access enable row level security;
alter table survey.secret enable row level security;
alter table survey.import enable row level security;
alter table survey.mapping enable row level security;
