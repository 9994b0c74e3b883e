-- HEAR: the letters that a council writes to people about their cases, and what they begin from.

-- One row a version; a council that has changed nothing has none.
create table letter_templates (
  authority_id text not null references authorities,
  kind text not null,
  version bigint not null,
  text text not null,
  is_default bigint not null,
  changed_at text not null,
  changed_by text not null,
  primary key (authority_id, kind, version)
);

-- A letter holds a name and an address: who may see them may see it, and nobody else.
create table letters (
  authority_id text not null references authorities,
  ref text not null,
  case_ref text not null,
  kind text not null,
  state text not null,
  template_version bigint not null,
  recipient text not null,
  body text not null,
  extension_reason text not null,
  extended_to text not null,
  drafted text not null,
  drafted_by_ref text not null,
  drafted_by text not null,
  sent text not null,
  sent_by text not null,
  version bigint not null,
  primary key (authority_id, ref)
);
create index letters_by_case on letters (authority_id, case_ref, ref);
create index letters_by_state on letters (authority_id, state, drafted, ref);
