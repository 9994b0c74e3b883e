-- Uploaded documents. Their bytes stand in the same database, in pieces of base64, so that one backup
-- holds everything and both databases store them alike (ADR 0012).

create table documents (
  authority_id text not null references authorities,
  ref text not null,
  title text not null,
  file_name text not null,
  type text not null,
  size bigint not null,
  sha256 text not null,
  dated text not null,
  added_at text not null,
  added_by text not null,
  primary key (authority_id, ref)
);
create index documents_by_hash on documents (authority_id, sha256);

create table document_pieces (
  authority_id text not null references authorities,
  document_ref text not null,
  piece bigint not null,
  base64 text not null,
  primary key (authority_id, document_ref, piece)
);
