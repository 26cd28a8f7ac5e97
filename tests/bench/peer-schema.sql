-- The tables that the questions of peers.ts need, copied from the served register (the session's
-- search path) into a schema that PostGraphile exposes: with keys, foreign keys and the indexes that
-- the questions call for. What depends on the day or on two columns is stored, so that PostGraphile
-- reads one column and joins nothing more than it must.
drop schema if exists peer cascade;
create schema peer;

create table peer.certification as
select code, register, number, title, level, registration_type,
  coalesce(effective_on, decision_on) as valid_from, registration_ends_on,
  coalesce(registration_ends_on >= (now() at time zone 'Europe/Paris')::date, active_flag, false)
    as active
from certification;
alter table peer.certification add primary key (code);
create unique index on peer.certification (register, number);
create index on peer.certification (active, level, registration_ends_on, register, number);
create index on peer.certification (level);

create table peer.block as
select certification_code, position, code, title from block;

create table peer.cohort as
select certification_code, year, certified, global_6_months, target_occupation_6_months,
  target_occupation_2_years
from cohort;

create table peer.certifier as
select certification_code, position, name, siret, active from certification_certifier;

-- A code has one label, the commonest, whatever the fiche writes beside it.
create table peer.speciality as
select certification_code, position, code, commonest.label
from certification_speciality left join (
  select code, mode() within group (order by label collate "C") as label
  from certification_speciality group by code
) as commonest using (code);

create table peer.occupation as
select certification_code, position, code, commonest.label
from certification_occupation left join (
  select code, mode() within group (order by label collate "C") as label
  from certification_occupation group by code
) as commonest using (code);

create table peer.formacode as
select certification_code, position, code, commonest.label
from certification_formacode left join (
  select code, mode() within group (order by label collate "C") as label
  from certification_formacode group by code
) as commonest using (code);

create table peer.access_route as
select certification_code, position, route, open from access_route;

-- Links of a lineage, whichever of the two fiches declares them.
create temporary table link as
select link.code, link.direction,
  row_number() over (partition by link.code, link.direction
    order by min(link.position) nulls last, link.other)::integer as position,
  link.other, coalesce(other.title, max(link.title)) as title
from (
  select certification_code as code, direction, other_code as other, other_title as title, position
  from lineage_link
  union all
  select other_code, case direction when 'REPLACES' then 'REPLACED_BY' else 'REPLACES' end,
    certification_code, null, null
  from lineage_link
) as link
join certification using (code)
left join certification as other on other.code = link.other
group by link.code, link.direction, link.other, other.code, other.title;

create table peer.replaces as
select code as certification_code, position, other as code, title from link
where direction = 'REPLACES';

create table peer.replaced_by as
select code as certification_code, position, other as code, title from link
where direction = 'REPLACED_BY';

drop table link;

alter table peer.block add primary key (certification_code, position);
alter table peer.cohort add primary key (certification_code, year);
alter table peer.certifier add primary key (certification_code, position);
alter table peer.speciality add primary key (certification_code, position);
alter table peer.occupation add primary key (certification_code, position);
alter table peer.formacode add primary key (certification_code, position);
alter table peer.access_route add primary key (certification_code, position);
alter table peer.replaces add primary key (certification_code, position);
alter table peer.replaced_by add primary key (certification_code, position);

alter table peer.block add foreign key (certification_code) references peer.certification;
alter table peer.cohort add foreign key (certification_code) references peer.certification;
alter table peer.certifier add foreign key (certification_code) references peer.certification;
alter table peer.speciality add foreign key (certification_code) references peer.certification;
alter table peer.occupation add foreign key (certification_code) references peer.certification;
alter table peer.formacode add foreign key (certification_code) references peer.certification;
alter table peer.access_route add foreign key (certification_code) references peer.certification;
alter table peer.replaces add foreign key (certification_code) references peer.certification;
alter table peer.replaced_by add foreign key (certification_code) references peer.certification;
