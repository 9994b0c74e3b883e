-- Themes: what cases are about, in the council's own words.

create table themes (
  authority_id text not null references authorities,
  ref text not null,
  name text not null,
  covers text not null,
  -- Words and beginnings of words, separated by commas, by which a theme is suggested.
  cues text not null,
  active bigint not null,
  merged_into text not null,
  version bigint not null,
  primary key (authority_id, ref),
  unique (authority_id, name)
);
