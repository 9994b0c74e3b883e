-- Derived: the words of every record that can be searched. Rebuilt by `throughline rebuild`.
-- `owner` is council and kind as digits, so that a search stays inside one council in the index
-- itself (store/search_index.cpp).

create table search_documents (
  document integer primary key,
  authority_id text not null references authorities,
  kind text not null,
  ref text not null,
  owner text not null,
  words text not null,
  unique (authority_id, kind, ref)
);

create virtual table search_index using fts5(
  owner, words,
  content = 'search_documents', content_rowid = 'document',
  tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3'
);

create trigger search_documents_added after insert on search_documents begin
  insert into search_index (rowid, owner, words) values (new.document, new.owner, new.words);
end;

create trigger search_documents_removed after delete on search_documents begin
  insert into search_index (search_index, rowid, owner, words)
  values ('delete', old.document, old.owner, old.words);
end;

create trigger search_documents_changed after update on search_documents begin
  insert into search_index (search_index, rowid, owner, words)
  values ('delete', old.document, old.owner, old.words);
  insert into search_index (rowid, owner, words) values (new.document, new.owner, new.words);
end;
