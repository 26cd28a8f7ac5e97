-- run in: register_a, register_b
-- Of the certified through VAE, those of cohorts that publish both numbers: what a share is of.
-- Groups that are there have 0 until they are derived anew, which is done before they are served.
alter table insertion_group
  add column vae_with_certified_known double precision not null default 0;
alter table insertion_group alter column vae_with_certified_known drop default;
