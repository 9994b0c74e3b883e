-- JUDGE: evidence, scores, findings, escalations and the overall judgement.

-- Each row is the evidence as it stands; every revision of it is kept in evidence_revisions. What it
-- was shown by is in links.
create table evidence (
  authority_id text not null references authorities,
  ref text not null,
  framework text not null,
  statement text not null,
  claim text not null,
  voice text not null,
  bearing text not null,
  category text not null,
  strength text not null,
  dated text not null,
  review_by text not null,
  state text not null,
  withdrawn_because text not null default '',
  revision bigint not null,
  added_at text not null,
  added_by text not null,
  primary key (authority_id, ref)
);
create index evidence_by_statement on evidence (authority_id, statement, state, dated);

create table evidence_revisions (
  authority_id text not null references authorities,
  evidence_ref text not null,
  revision bigint not null,
  statement text not null,
  claim text not null,
  voice text not null,
  bearing text not null,
  category text not null,
  strength text not null,
  dated text not null,
  review_by text not null,
  sources text not null,
  at text not null,
  by_name text not null,
  reason text not null,
  primary key (authority_id, evidence_ref, revision)
);

-- Scores are never changed: the latest of a statement stands, the others are its history.
create table scores (
  authority_id text not null references authorities,
  ref text not null,
  framework text not null,
  statement text not null,
  number bigint not null,
  score bigint not null,
  rationale text not null,
  left_out_because text not null,
  scored_at text not null,
  by_ref text not null,
  by_name text not null,
  primary key (authority_id, ref),
  unique (authority_id, framework, statement, number)
);

-- Evidence that stood when a statement was scored and was not weighed; what was weighed is in links.
create table evidence_left_out (
  authority_id text not null references authorities,
  score_ref text not null,
  evidence_ref text not null,
  primary key (authority_id, score_ref, evidence_ref)
);

-- Who was told that a statement was scored at the level that must be escalated.
create table escalations (
  authority_id text not null references authorities,
  score_ref text not null,
  number bigint not null,
  told text not null,
  told_on text not null,
  note text not null,
  recorded_at text not null,
  by_name text not null,
  primary key (authority_id, score_ref, number)
);

-- Key findings, a version at a time; the latest is the draft that people work on.
create table findings (
  authority_id text not null references authorities,
  framework text not null,
  statement text not null,
  version bigint not null,
  summary text not null,
  saved_at text not null,
  saved_by text not null,
  primary key (authority_id, framework, statement, version)
);

create table finding_paragraphs (
  authority_id text not null references authorities,
  framework text not null,
  statement text not null,
  version bigint not null,
  position bigint not null,
  section bigint not null,
  heading text not null,
  words text not null,
  primary key (authority_id, framework, statement, version, position)
);

create table finding_sources (
  authority_id text not null references authorities,
  framework text not null,
  statement text not null,
  version bigint not null,
  position bigint not null,
  evidence_ref text not null,
  primary key (authority_id, framework, statement, version, position, evidence_ref)
);

-- An approval holds the hash of what was approved, so that a change after it shows.
create table finding_approvals (
  authority_id text not null references authorities,
  framework text not null,
  statement text not null,
  number bigint not null,
  version bigint not null,
  content_hash text not null,
  approved_at text not null,
  by_ref text not null,
  by_name text not null,
  primary key (authority_id, framework, statement, number)
);

-- A professional judgement that stands beside the overall rating that was worked out.
create table rating_overrides (
  authority_id text not null references authorities,
  framework text not null,
  number bigint not null,
  rating text not null,
  reason text not null,
  decided_at text not null,
  by_name text not null,
  withdrawn_at text not null default '',
  withdrawn_by text not null default '',
  withdrawn_because text not null default '',
  primary key (authority_id, framework, number)
);
