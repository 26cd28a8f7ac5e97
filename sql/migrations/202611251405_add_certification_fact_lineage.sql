-- run in: register_a, register_b
-- The same number for all certifications of one lineage, that is of all that links lead to whichever
-- way; null without links. What is served gets it when it is derived anew.
alter table certification_fact add column lineage integer;
