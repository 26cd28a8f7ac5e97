-- French full text that ignores accents: « Métier », « metier » and « métiers » are one word.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

create text search configuration french_unaccent (copy = pg_catalog.french);
alter text search configuration french_unaccent
  alter mapping for hword, hword_part, word with unaccent, french_stem;
