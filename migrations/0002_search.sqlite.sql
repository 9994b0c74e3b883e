-- Derived: the words of every record that can be searched. Rebuilt by `throughline rebuild`.
-- `owner` is council and kind as digits, so that a search stays inside one council in the index
-- itself (store/search_index.cpp).

create table search_documents (
  document integer primary key,
  authority_id text not null references authorities,
  kind text not null,
  ref text not null,
  unique (authority_id, kind, ref)
);

-- Its rowid is the document. Written beside search_documents and not by triggers: a trigger makes
-- SQLite flush the index after every row.
create virtual table search_index using fts5(
  owner, words, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '3'
);
