-- The languages besides English in which a council shows its public pages.
create table authority_languages (
  authority_id text not null references authorities,
  code text not null,
  checked_on text not null,
  primary key (authority_id, code)
);

-- The language of the page on which someone wrote, when it was not English: a translator may be
-- needed before anyone can answer.
create table case_languages (
  authority_id text not null references authorities,
  case_ref text not null,
  code text not null,
  primary key (authority_id, case_ref)
);
create index case_languages_by_code on case_languages (authority_id, code, case_ref);
