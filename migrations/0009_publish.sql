-- PUBLISH: what was published, word for word, and the public wording of what changed.

-- A publication is a frozen copy. The latest that is not withdrawn is what the public sees.
create table publications (
  authority_id text not null references authorities,
  ref text not null,
  number bigint not null,
  framework text not null,
  title text not null,
  cautions text not null,
  published_at text not null,
  by_ref text not null,
  by_name text not null,
  content_hash text not null,
  withdrawn_at text not null default '',
  withdrawn_by text not null default '',
  withdrawn_because text not null default '',
  primary key (authority_id, ref),
  unique (authority_id, number)
);

-- One row a page: 'summary', or the key of a statement. The content is JSON, as it was that day.
create table publication_pages (
  authority_id text not null references authorities,
  publication_ref text not null,
  page text not null,
  content text not null,
  content_hash text not null,
  primary key (authority_id, publication_ref, page)
);

-- "You said, we did": the public wording of an action, written by staff. A row with shown = 1 is
-- public; each time that it is shown anew it is a publication on the line.
create table public_wordings (
  authority_id text not null references authorities,
  action_ref text not null,
  you_said text not null,
  we_did text not null,
  could_not text not null,
  shown bigint not null,
  publication_ref text not null,
  first_shown_at text not null,
  saved_at text not null,
  saved_by text not null,
  primary key (authority_id, action_ref)
);
