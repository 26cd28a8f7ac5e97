-- With a token a publication that is held is read before it is published. Of a token its hash is kept.
create table publication_token (
  sha256 text collate "C" primary key,
  publication_id integer not null references publication,
  expires_at timestamptz not null
);
