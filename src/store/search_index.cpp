#include "store/search_index.hpp"

#include "store/bulk.hpp"
#include "store/dialect.hpp"

namespace throughline::store {

namespace {

constexpr std::size_t most_bytes = 400'000;

// Council and kind as one word that no stemmer changes: three digits a byte.
std::string owner_word(std::string_view authority_id, std::string_view kind) {
  std::string word;
  const auto add = [&](unsigned char byte) {
    word += static_cast<char>('0' + byte / 100);
    word += static_cast<char>('0' + byte / 10 % 10);
    word += static_cast<char>('0' + byte % 10);
  };
  for (const char c : authority_id) add(static_cast<unsigned char>(c));
  add('/');
  for (const char c : kind) add(static_cast<unsigned char>(c));
  return word;
}

// The first most_bytes, without cutting a character in two.
std::string searched_part(const std::string& words) {
  if (words.size() <= most_bytes) return words;
  std::size_t end = most_bytes;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
  return words.substr(0, end);
}

std::optional<std::int64_t> sqlite_document(Reader& reader, const std::string& authority_id,
                                            const std::string& kind, const std::string& ref) {
  const auto row = reader.row(
      "select document from search_documents where authority_id = $1 and kind = $2 and ref = $3",
      {authority_id, kind, ref});
  if (!row) return std::nullopt;
  return row->integer(0);
}

// On PostgreSQL the parameter is the owner, a new line, and the words.
std::string postgres_query(std::string_view parameter) {
  const std::string text(parameter);
  return "(cast('''=' || split_part(" + text + ", chr(10), 1) || '''' as tsquery) && " +
         "to_tsquery('throughline_english', split_part(" + text + ", chr(10), 2)))";
}

std::string highlight_sql(Dialect dialect, std::size_t refs) {
  if (dialect == Dialect::sqlite) {
    return "select d.ref, highlight(search_index, 1, char(2), char(3)) "
           "from search_index join search_documents d on d.document = search_index.rowid "
           "where search_index match $1 and d.ref in " +
           placeholders(2, refs);
  }
  return "select ref, ts_headline('throughline_english', words, "
         "to_tsquery('throughline_english', split_part($1, chr(10), 2)), "
         "'HighlightAll=true, StartSel=' || chr(2) || ', StopSel=' || chr(3)) "
         "from search_documents where terms @@ " +
         postgres_query("$1") + " and ref in " + placeholders(2, refs);
}

}  // namespace

void put_text(Writer& writer, const std::string& authority_id, const std::string& kind,
              const std::string& ref, const std::string& words) {
  if (writer.dialect() == Dialect::postgres) {
    put_texts(writer, authority_id, kind, {{ref, words}});
    return;
  }
  auto document = sqlite_document(writer, authority_id, kind, ref);
  if (document) {
    writer.execute("delete from search_index where rowid = $1", {*document});
  } else {
    // Not by `returning`, which like a trigger makes SQLite flush the index after every row.
    document = writer.number("select coalesce(max(document), 0) + 1 from search_documents");
    writer.execute(
        "insert into search_documents (document, authority_id, kind, ref) values ($1, $2, $3, $4)",
        {*document, authority_id, kind, ref});
  }
  writer.execute("insert into search_index (rowid, owner, words) values ($1, $2, $3)",
                 {*document, owner_word(authority_id, kind), searched_part(words)});
}

void put_texts(Writer& writer, const std::string& authority_id, const std::string& kind,
               const std::vector<std::pair<std::string, std::string>>& texts) {
  if (writer.dialect() == Dialect::sqlite) {
    for (const auto& [ref, words] : texts) put_text(writer, authority_id, kind, ref, words);
    return;
  }
  const std::string owner = owner_word(authority_id, kind);
  std::vector<Values> rows;
  rows.reserve(texts.size());
  for (const auto& [ref, words] : texts) {
    rows.push_back({authority_id, kind, ref, owner, searched_part(words)});
  }
  insert_rows(writer, "insert into search_documents (authority_id, kind, ref, owner, words)", rows,
              "on conflict (authority_id, kind, ref) do update set words = excluded.words");
}

void remove_text(Writer& writer, const std::string& authority_id, const std::string& kind,
                 const std::string& ref) {
  if (writer.dialect() == Dialect::sqlite) {
    const auto document = sqlite_document(writer, authority_id, kind, ref);
    if (document) writer.execute("delete from search_index where rowid = $1", {*document});
  }
  writer.execute("delete from search_documents where authority_id = $1 and kind = $2 and ref = $3",
                 {authority_id, kind, ref});
}

void remove_texts(Writer& writer, const std::string& authority_id) {
  if (writer.dialect() == Dialect::sqlite) {
    writer.execute(
        "delete from search_index where rowid in "
        "(select document from search_documents where authority_id = $1)",
        {authority_id});
  }
  writer.execute("delete from search_documents where authority_id = $1", {authority_id});
}

std::optional<std::string> search_parameter(Dialect dialect, std::string_view authority_id,
                                            std::string_view kind, std::string_view typed) {
  const std::string query = search_query(dialect, typed);
  if (query.empty()) return std::nullopt;
  const std::string owner = owner_word(authority_id, kind);
  if (dialect == Dialect::postgres) return owner + "\n" + query;
  return "owner : \"" + owner + "\" AND words : (" + query + ")";
}

std::string search_condition(Dialect dialect, std::string_view ref_column, std::size_t parameter) {
  const std::string value = "$" + std::to_string(parameter);
  if (dialect == Dialect::postgres) {
    return std::string(ref_column) + " in (select ref from search_documents where terms @@ " +
           postgres_query(value) + ")";
  }
  return std::string(ref_column) +
         " in (select d.ref from search_index join search_documents d "
         "on d.document = search_index.rowid where search_index match " +
         value + ")";
}

std::map<std::string, Excerpt> highlights(Reader& reader, const std::string& authority_id,
                                          const std::string& kind,
                                          const std::vector<std::string>& refs,
                                          std::string_view typed) {
  std::map<std::string, Excerpt> found;
  const auto parameter = search_parameter(reader.dialect(), authority_id, kind, typed);
  if (!parameter || refs.empty()) return found;
  Values parameters{*parameter};
  parameters.insert(parameters.end(), refs.begin(), refs.end());
  for (const Row& row : reader.rows(highlight_sql(reader.dialect(), refs.size()), parameters)) {
    found.emplace(row.text(0), excerpt_of(row.text(1)));
  }
  return found;
}

}  // namespace throughline::store
