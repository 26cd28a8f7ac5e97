-- run in: register_a, register_b
-- Whether the source gives a SIRET that could not be read: it is then not missing.
alter table certification_certifier add column siret_unreadable boolean not null default false;
alter table certification_certifier alter column siret_unreadable drop default;
