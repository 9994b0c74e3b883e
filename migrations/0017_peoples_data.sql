-- What may travel of a person's words, and what becomes of people's data.

-- The version of a case's words that may be shown to those who may not read the case: what could
-- show who someone is was taken out, and a person confirmed it. `words_hash` is of the original.
create table redactions (
  authority_id text not null references authorities,
  case_ref text not null,
  words text not null,
  words_hash text not null,
  confirmed_at text not null,
  by_ref text not null,
  by_name text not null,
  primary key (authority_id, case_ref)
);

-- Bytes of the original words that were taken out.
create table redaction_spans (
  authority_id text not null references authorities,
  case_ref text not null,
  starts bigint not null,
  ends bigint not null,
  kind text not null,
  primary key (authority_id, case_ref, starts)
);

-- Nothing of a case on hold is erased. The one that has not been lifted stands.
create table legal_holds (
  authority_id text not null references authorities,
  case_ref text not null,
  number bigint not null,
  reason text not null,
  placed_at text not null,
  placed_by text not null,
  lifted_at text not null,
  lifted_by text not null,
  lifted_because text not null,
  primary key (authority_id, case_ref, number)
);

-- For how many years after closing a kind of case keeps who spoke, and what they said. Null: for ever.
create table retention_rules (
  authority_id text not null references authorities,
  kind text not null,
  contact_years bigint,
  words_years bigint,
  changed_at text not null,
  changed_by text not null,
  primary key (authority_id, kind)
);

-- What was erased and why, without a word of it.
create table erasures (
  authority_id text not null references authorities,
  case_ref text not null,
  number bigint not null,
  way text not null,
  reason text not null,
  at text not null,
  by_ref text not null,
  by_name text not null,
  primary key (authority_id, case_ref, number)
);

-- Who looked at people's data, for the page that shows it.
create index events_of_looks on events (authority_id, sequence)
  where verb in ('identity seen', 'data seen', 'data exported', 'people searched');
create index cases_by_closing on cases (authority_id, kind, closed, ref);
