-- Derived: the words of every record that can be searched. Rebuilt by `throughline rebuild`.
-- `owner` is council and kind as digits, so that a search stays inside one council in the index
-- itself (store/search_index.cpp).

-- English stems, with the short words that the usual dictionary throws away: "at home" is a phrase.
create text search dictionary throughline_stems (template = snowball, language = english);
create text search configuration throughline_english (copy = english);
alter text search configuration throughline_english
  alter mapping replace english_stem with throughline_stems;

create table search_documents (
  authority_id text not null references authorities,
  kind text not null,
  ref text not null,
  owner text not null,
  words text not null,
  -- Marks between words become spaces, as SQLite's index has it; otherwise an address on the web or
  -- a word with a dash would be one word.
  terms tsvector not null generated always as (
    array_to_tsvector(array['=' || owner])
    || to_tsvector('throughline_english', translate(words, '-./\@_:~+#%&=?<>''', '                 '))
  ) stored,
  primary key (authority_id, kind, ref)
);

create index search_documents_by_terms on search_documents using gin (terms);
