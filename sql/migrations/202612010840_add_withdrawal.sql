-- Why a publication was withdrawn: what its addresses answer.
alter table publication add column withdrawn_because text;
