-- run in: register_a, register_b
-- Search documents are built by the program: what a word is no longer depends on the database's
-- parser, its French configuration or its locale. All are emptied; the program writes those that
-- are missing when it brings a database up to date, and then their index.
drop table certification_search;
create table certification_search (
  certification_code text collate "C" primary key,
  -- the number of the fiche, and a thousand million more for one of the RS: the order of codes
  place integer not null,
  -- words of the title that are no stop words
  title_words smallint not null,
  -- the words of title, occupations and blocks: what answers are ranked by
  headings tsvector not null,
  document tsvector not null
);
-- A rank reads the headings of thousands of rows: they stay in the row as they are, and long
-- documents, which are read for phrases alone, outside of it.
alter table certification_search
  alter column headings set storage plain,
  alter column document set storage external,
  set (toast_tuple_target = 128);
-- Told how many documents have a common word, the planner reads them all rather than the index.
alter table certification_search alter column document set statistics 0;
