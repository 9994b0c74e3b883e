-- ELSEWHERE: published assessments of other councils, read into evidence statements.

create table published_pages (
  authority_id text not null references authorities,
  ref text not null,
  kind text not null,
  council text not null,
  statement text not null,
  score bigint,
  percent bigint,
  rating text not null,
  published text not null,
  indicative bigint not null,
  commitment text not null,
  expectation text not null,
  file_name text not null,
  content_hash text not null,
  added text not null,
  added_by text not null,
  version bigint not null,
  primary key (authority_id, ref),
  unique (authority_id, content_hash)
);

-- What a page holds beside its statements: paragraphs with their heading, scores of a summary,
-- facts of a landing page, and what does not add up. Never changed once kept.
create table published_lines (
  authority_id text not null references authorities,
  page_ref text not null,
  position bigint not null,
  kind text not null,
  name text not null,
  words text not null,
  year text not null,
  primary key (authority_id, page_ref, position),
  foreign key (authority_id, page_ref) references published_pages (authority_id, ref)
);

-- How a sentence was read (read_...) stays beside what people corrected it to.
create table elsewhere_statements (
  authority_id text not null references authorities,
  ref text not null,
  page_ref text not null,
  position bigint not null,
  heading text not null,
  words text not null,
  polarity text not null,
  voices text not null,
  topics text not null,
  read_polarity text not null,
  read_voices text not null,
  read_topics text not null,
  programmes text not null,
  confidence double precision not null,
  cues text not null,
  corrected bigint not null,
  version bigint not null,
  primary key (authority_id, ref),
  unique (authority_id, page_ref, position),
  foreign key (authority_id, page_ref) references published_pages (authority_id, ref)
);

-- Voices and topics of a statement as they stand, one a row, to filter by.
create table elsewhere_labels (
  authority_id text not null references authorities,
  statement_ref text not null,
  kind text not null,
  label text not null,
  primary key (authority_id, statement_ref, kind, label),
  foreign key (authority_id, statement_ref) references elsewhere_statements (authority_id, ref)
);

create table elsewhere_figures (
  authority_id text not null references authorities,
  statement_ref text not null,
  position bigint not null,
  value double precision not null,
  unit text not null,
  what text not null,
  period text not null,
  written text not null,
  primary key (authority_id, statement_ref, position),
  foreign key (authority_id, statement_ref) references elsewhere_statements (authority_id, ref)
);

create index elsewhere_labels_by_label on elsewhere_labels (authority_id, kind, label);
