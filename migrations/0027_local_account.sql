-- PUBLISH: the Local Account, the council's own report of a year, signed by a co-production group.

-- One version of one year. A draft has version 0; content is what was published, word for word.
create table local_accounts (
  authority_id text not null references authorities,
  ref text not null,
  number bigint not null,
  year bigint not null,
  version bigint not null,
  state text not null,
  corrects text not null,
  what_changed text not null,
  group_ref text not null,
  counted_on text not null,
  changed_on text not null,
  approved_text text not null,
  approved_at text not null,
  approved_by text not null,
  content text not null,
  content_hash text not null,
  published_at text not null,
  published_by text not null,
  replaced_by text not null,
  ended_at text not null,
  ended_by text not null,
  ended_because text not null,
  begun_at text not null,
  begun_by text not null,
  primary key (authority_id, ref)
);
create index local_accounts_by_year on local_accounts (authority_id, year, number);

-- What was counted for a chapter, as JSON, and what the council writes beside it.
create table local_account_chapters (
  authority_id text not null references authorities,
  account_ref text not null,
  chapter text not null,
  figures text not null,
  note text not null,
  left_out bigint not null,
  why_left_out text not null,
  version bigint not null,
  saved_at text not null,
  saved_by text not null,
  primary key (authority_id, account_ref, chapter)
);

-- Every save of a chapter's words, so that none is lost.
create table local_account_notes (
  authority_id text not null references authorities,
  account_ref text not null,
  chapter text not null,
  version bigint not null,
  note text not null,
  left_out bigint not null,
  why_left_out text not null,
  saved_at text not null,
  saved_by text not null,
  primary key (authority_id, account_ref, chapter, version)
);

-- A signature is on a text, known by its hash. It holds no name.
create table local_account_signatures (
  authority_id text not null references authorities,
  account_ref text not null,
  number bigint not null,
  member_ref text not null,
  role text not null,
  signed_on text not null,
  named bigint not null,
  disagrees bigint not null,
  statement text not null,
  signed_text text not null,
  recorded_at text not null,
  recorded_by text not null,
  primary key (authority_id, account_ref, number),
  unique (authority_id, account_ref, member_ref)
);

-- The names of those who agreed to be named in public; erased on their own.
create table local_account_names (
  authority_id text not null references authorities,
  account_ref text not null,
  number bigint not null,
  name text not null,
  primary key (authority_id, account_ref, number)
);

create table local_account_settings (
  authority_id text not null references authorities,
  signatures_needed bigint not null,
  primary key (authority_id)
);
