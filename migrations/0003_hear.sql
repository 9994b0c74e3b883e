-- Voices: what people told the council, in their own words, and apart from that who they are.

create table cases (
  authority_id text not null references authorities,
  ref text not null,
  number bigint not null,
  receipt text not null,
  submission_key text not null,
  kind text not null,
  service_ref text not null,
  relationship text not null,
  channel text not null,
  received text not null,
  received_at text not null,
  status text not null,
  officer_ref text not null,
  outcome text not null,
  answer text not null,
  closed text not null,
  version bigint not null,
  primary key (authority_id, ref),
  unique (authority_id, receipt),
  unique (authority_id, submission_key)
);

-- One index for each order of the list. Each also holds every column that the list filters by, so
-- that a page of a million cases is found without opening a row that does not belong to it.
create index cases_by_received on cases
  (authority_id, received, number, kind, status, service_ref, relationship, ref);
create index cases_by_kind on cases
  (authority_id, kind, received desc, number desc, status, service_ref, relationship, ref);
create index cases_by_status on cases
  (authority_id, status, received, number, kind, service_ref, relationship, ref);
create index cases_by_service on cases
  (authority_id, service_ref, received, number, kind, status, relationship, ref);

-- The words stand apart, so that lists stay narrow and words can be erased without the case.
create table case_words (
  authority_id text not null references authorities,
  case_ref text not null,
  words text not null,
  primary key (authority_id, case_ref)
);

-- Derived from the links of the relation has_theme: a theme's cases in order of time, for lists and
-- month-by-month counts. Rebuilt by `throughline rebuild`.
create table case_themes (
  authority_id text not null references authorities,
  theme_ref text not null,
  case_ref text not null,
  received text not null,
  number bigint not null,
  kind text not null,
  primary key (authority_id, theme_ref, case_ref)
);
create index case_themes_by_received on case_themes
  (authority_id, theme_ref, received, number, kind, case_ref);
create index case_themes_by_case on case_themes (authority_id, case_ref, theme_ref);

create table case_contacts (
  authority_id text not null references authorities,
  case_ref text not null,
  name text not null,
  email text not null,
  phone text not null,
  address text not null,
  contact_by text not null,
  consents bigint not null,
  primary key (authority_id, case_ref)
);

create table equality_answers (
  authority_id text not null references authorities,
  case_ref text not null,
  question text not null,
  answer text not null,
  primary key (authority_id, case_ref, question)
);

-- What a person has answered so far. Short-lived: the answers go when they are sent, and the row two
-- hours after the last answer. The browser's cookie is kept only as a hash.
create table feedback_drafts (
  authority_id text not null references authorities,
  token_hash text not null,
  expires text not null,
  answers text not null,
  case_ref text not null,
  primary key (authority_id, token_hash)
);
create index feedback_drafts_by_expiry on feedback_drafts (authority_id, expires);
