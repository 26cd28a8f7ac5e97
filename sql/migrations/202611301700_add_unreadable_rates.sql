-- run in: register_a, register_b
-- Indicators of which a source gives a rate that could not be read.
alter table cohort add column unreadable_rates text[] not null default '{}';
alter table cohort alter column unreadable_rates drop default;
