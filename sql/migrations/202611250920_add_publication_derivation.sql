-- Which version of the derivation (src/ingest/derive.ts) a publication's derived tables are of;
-- 0 = they were never filled, for the publication is older than they are.
alter table publication add column derivation integer not null default 0;
