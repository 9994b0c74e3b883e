-- Pages of information that staff write, for themselves, for partners or for everyone.

create table information_pages (
  authority_id text not null references authorities,
  ref text not null,
  number bigint not null,
  slug text not null,
  state text not null,
  -- The version that readers see; 0: none yet.
  published_version bigint not null,
  latest_version bigint not null,
  review_by text not null,
  checked_on text not null,
  created_at text not null,
  submission_key text not null,
  primary key (authority_id, ref),
  unique (authority_id, slug),
  unique (authority_id, submission_key)
);

create table information_versions (
  authority_id text not null references authorities,
  page_ref text not null,
  number bigint not null,
  title text not null,
  summary text not null,
  body text not null,
  audience text not null,
  topic text not null,
  owner_ref text not null,
  check_months bigint not null,
  why text not null,
  written_at text not null,
  by_name text not null,
  primary key (authority_id, page_ref, number)
);

-- Whether a reader found a page useful; with words it is a case as well.
create table information_answers (
  authority_id text not null references authorities,
  number bigint not null,
  page_ref text not null,
  submission_key text not null,
  useful bigint not null,
  said_on text not null,
  case_ref text not null,
  primary key (authority_id, number),
  unique (authority_id, submission_key)
);
create index information_answers_by_page on information_answers (authority_id, page_ref);
