-- The served register as somebody keeps it who writes the floors by hand: the tables that floors
-- read, copied (the session's search path has the served register) with the indexes they
-- call for, one name of each certifying body, and search documents that PostgreSQL cuts.
drop schema if exists tuned cascade;
create schema tuned;

create table tuned.certification as table certification;
alter table tuned.certification add primary key (code);
create index on tuned.certification (register, number);
create index on tuned.certification (registration_ends_on, code);

create table tuned.block as table block;
alter table tuned.block add primary key (certification_code, position);

create table tuned.cohort as table cohort;
alter table tuned.cohort add primary key (certification_code, year);
create index on tuned.cohort (year, certification_code);

create table tuned.certification_certifier as table certification_certifier;
alter table tuned.certification_certifier add primary key (certification_code, position);
create index on tuned.certification_certifier (siren, certification_code);

create table tuned.certifier as
select siren, mode() within group (order by name) as name
from certification_certifier where siren is not null group by siren;
alter table tuned.certifier add primary key (siren);

create table tuned.certification_text as table certification_text;
alter table tuned.certification_text add primary key (certification_code);

create table tuned.access_route as table access_route;
alter table tuned.access_route add primary key (certification_code, route);

create table tuned.certification_partner as table certification_partner;
alter table tuned.certification_partner add primary key (certification_code, position);

create table tuned.certification_occupation as table certification_occupation;
alter table tuned.certification_occupation add primary key (certification_code, position);

create table tuned.certification_speciality as table certification_speciality;
alter table tuned.certification_speciality add primary key (certification_code, position);

create table tuned.certification_formacode as table certification_formacode;
alter table tuned.certification_formacode add primary key (certification_code, position);

create table tuned.legal_reference as table legal_reference;
alter table tuned.legal_reference add primary key (certification_code, position);

create table tuned.collective_agreement as table collective_agreement;
alter table tuned.collective_agreement add primary key (certification_code, position);

create table tuned.equivalence as table equivalence;
alter table tuned.equivalence add primary key (certification_code, position);

create table tuned.lineage_link as table lineage_link;
create index on tuned.lineage_link (certification_code, direction);
create index on tuned.lineage_link (other_code, direction);

create table tuned.finding as table finding;
create index on tuned.finding (certification_code);

create table tuned.certification_search as
select c.code as certification_code,
  setweight(to_tsvector('public.french_unaccent', left(c.title, 5000)), 'A')
    || setweight(to_tsvector('public.french_unaccent', coalesce(left(o.labels, 5000), '')), 'B')
    || setweight(to_tsvector('public.french_unaccent', coalesce(left(b.titles, 20000), '')), 'C')
    || setweight(to_tsvector('public.french_unaccent',
      left(concat_ws(' ', left(t.attested_skills, 60000), b.skills), 100000)), 'D') as document
from certification c
left join certification_text t on t.certification_code = c.code
left join lateral (
  select string_agg(label, ' ') as labels
  from certification_occupation where certification_code = c.code
) o on true
left join lateral (
  select string_agg(title, ' ') as titles, string_agg(left(skills, 20000), ' ') as skills
  from block where certification_code = c.code
) b on true;
create index on tuned.certification_search using gin (document);
