#include "base/base64.hpp"
#include "base/random.hpp"
#include "record/document.hpp"
#include "record/event.hpp"
#include "record/line.hpp"

#include <algorithm>
#include <stdexcept>

namespace throughline::record {
namespace {

// A multiple of three, so that no piece but the last is padded.
constexpr std::size_t piece_bytes = 384 * 1024;
constexpr std::size_t most_title_characters = 200;

std::string from_base64(const std::string& text) {
  auto bytes = base::from_base64(text);
  if (!bytes) throw std::runtime_error("a piece of a document in the database is damaged");
  return *std::move(bytes);
}

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

// The last part of a path, however the browser wrote it, without control characters.
std::string plain_file_name(std::string_view given) {
  const std::size_t slash = given.find_last_of("/\\");
  std::string name(slash == std::string_view::npos ? given : given.substr(slash + 1));
  std::erase_if(name, [](unsigned char c) { return c < 32 || c == 127; });
  return name.size() > 200 ? name.substr(name.size() - 200) : name;
}

Document from_row(const store::Row& row) {
  auto dated = base::date_from_text(row.text(6));
  if (!dated) throw std::runtime_error("the database holds a document without a date");
  return {row.text(0), row.text(1), row.text(2), row.text(3), row.integer(4),
          row.text(5), *dated,      row.text(7), row.text(8)};
}

constexpr std::string_view columns =
    "select ref, title, file_name, type, size, sha256, dated, added_at, added_by from documents "
    "where authority_id = $1";

Node node_of(const Document& document) {
  return {document.ref, document.title, base::to_text(document.dated), ""};
}

struct Checked {
  Document document;
  std::vector<base::Problem> problems;
};

Checked check(const Work& work, const NewDocument& given) {
  Checked checked;
  Document& document = checked.document;
  const auto problem = [&](const char* field, std::string message) {
    checked.problems.push_back({field, std::move(message)});
  };
  document.title = trimmed(given.title);
  document.file_name = plain_file_name(given.file_name);
  if (document.title.empty()) problem("title", "Enter a title");
  if (document.title.size() > most_title_characters) {
    problem("title", "Shorten the title to 200 characters or fewer");
  }
  if (given.bytes.empty()) {
    problem("file", "Choose a file to upload");
  } else if (given.bytes.size() > most_document_bytes) {
    problem("file", "The file is larger than 25 MB. Upload a smaller one or a part of it");
  } else if (auto type = document_type(given.bytes, document.file_name)) {
    document.type = *type;
  } else {
    problem("file", type.error().message);
  }
  const std::string dated = trimmed(given.dated);
  const auto date = base::date_from_text(dated);
  if (dated.empty()) {
    problem("dated", "Enter the date of the document");
  } else if (!date) {
    problem("dated", "The date of the document must be a real date, like 27 3 2026");
  } else if (*date > work.today()) {
    problem("dated", "The date of the document must be today or in the past");
  } else {
    document.dated = *date;
  }
  return checked;
}

void insert_pieces(store::Writer& writer, const std::string& authority_id, const std::string& ref,
                   const std::string& bytes) {
  std::int64_t piece = 0;
  for (std::size_t at = 0; at < bytes.size(); at += piece_bytes, ++piece) {
    writer.execute(
        "insert into document_pieces (authority_id, document_ref, piece, base64) values ($1, $2, "
        "$3, $4)",
        {authority_id, ref, piece,
         base::to_base64(std::string_view(bytes).substr(at, piece_bytes))});
  }
}

}  // namespace

base::Result<Document> add_document(store::Writer& writer, const Work& work,
                                    const NewDocument& given) {
  Checked checked = check(work, given);
  if (!checked.problems.empty()) return base::refuse(std::move(checked.problems));
  Document& document = checked.document;
  document.size = static_cast<std::int64_t>(given.bytes.size());
  document.sha256 = base::sha256_hex(given.bytes);
  if (const auto same =
          writer.row("select ref, title from documents where authority_id = $1 and sha256 = $2",
                     {work.authority_id, document.sha256})) {
    return base::refuse(
        base::ErrorKind::conflict, "There is a problem",
        {{"file", "The same file is already here as " + same->text(0) + ": " + same->text(1)}});
  }
  document.ref = next_ref(writer, work, NodeKind::document);
  document.added_at = base::to_text(work.now);
  document.added_by = work.actor.name;
  writer.execute(
      "insert into documents (authority_id, ref, title, file_name, type, size, sha256, dated, "
      "added_at, added_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      {work.authority_id, document.ref, document.title, document.file_name, document.type,
       document.size, document.sha256, base::to_text(document.dated), document.added_at,
       document.added_by});
  insert_pieces(writer, work.authority_id, document.ref, given.bytes);
  put_node(writer, work.authority_id, node_of(document));
  append_event(writer, work, document.ref, "uploaded",
               {{"type", document.type},
                {"size", std::to_string(document.size)},
                {"sha256", document.sha256}});
  return document;
}

base::Result<Document> find_document(store::Reader& reader, const std::string& authority_id,
                                     const std::string& ref) {
  const auto row = reader.row(std::string(columns) + " and ref = $2", {authority_id, ref});
  if (!row) return base::refuse(base::ErrorKind::not_found, "There is no document " + ref);
  return from_row(*row);
}

std::vector<Document> documents(store::Reader& reader, const std::string& authority_id) {
  std::vector<Document> all;
  reader.for_each(std::string(columns) + " order by dated desc, added_at desc, ref", {authority_id},
                  [&](const store::Row& row) { all.push_back(from_row(row)); });
  return all;
}

void rebuild_document_nodes(store::Writer& writer, const std::string& authority_id) {
  std::vector<Node> nodes;
  for (const Document& document : documents(writer, authority_id)) {
    nodes.push_back(node_of(document));
  }
  put_nodes(writer, authority_id, nodes);
}

std::string document_bytes(store::Reader& reader, const std::string& authority_id,
                           const Document& document) {
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(document.size));
  reader.for_each(
      "select base64 from document_pieces where authority_id = $1 and document_ref = $2 order by "
      "piece",
      {authority_id, document.ref},
      [&](const store::Row& row) { bytes += from_base64(row.text(0)); });
  if (base::sha256_hex(bytes) != document.sha256) {
    throw std::runtime_error(document.ref + " in the database is damaged: its hash does not fit");
  }
  return bytes;
}

}  // namespace throughline::record
