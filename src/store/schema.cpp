#include "store/migration.hpp"

namespace throughline::store {

namespace {

// Each query gives one line a row.
void append_lines(Reader& reader, std::string_view sql, std::string& text) {
  reader.for_each(sql, {}, [&](const Row& row) { text += row.text(0) + "\n"; });
}

void sqlite_schema(Reader& reader, std::string& text) {
  append_lines(reader,
               "select sql from sqlite_schema where sql is not null "
               "and name not like 'sqlite!_%' escape '!' order by tbl_name, type desc, name",
               text);
}

void postgres_schema(Reader& reader, std::string& text) {
  append_lines(reader,
               "select 'table ' || table_name || ': ' || column_name || ' ' || data_type "
               "|| case is_nullable when 'NO' then ' not null' else '' end "
               "|| coalesce(' default ' || column_default, '') "
               "|| coalesce(' generated ' || generation_expression, '') "
               "from information_schema.columns where table_schema = current_schema() "
               "order by table_name, ordinal_position",
               text);
  append_lines(reader,
               "select 'constraint ' || t.relname || ': ' || c.conname || ' ' "
               "|| pg_get_constraintdef(c.oid) from pg_constraint c "
               "join pg_class t on t.oid = c.conrelid "
               "join pg_namespace n on n.oid = c.connamespace where n.nspname = current_schema() "
               "order by t.relname, c.conname",
               text);
  append_lines(reader,
               "select 'index ' || tablename || ': ' || indexdef from pg_indexes "
               "where schemaname = current_schema() order by tablename, indexname",
               text);
}

}  // namespace

std::string schema_text(Database& database) {
  return database.read([&](Reader& reader) {
    std::string text;
    if (database.dialect() == Dialect::sqlite) {
      sqlite_schema(reader, text);
    } else {
      postgres_schema(reader, text);
    }
    return text;
  });
}

}  // namespace throughline::store
