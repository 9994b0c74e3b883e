#pragma once

// A document: a file that someone uploaded so that it can be a source of evidence. Its bytes are
// kept exactly, in the same database as everything else (ADR 0012), with their SHA-256.
//
// It refuses what is not one of a few plain kinds, what is not what its name says, and files with
// macros. It is never shown in a page, only downloaded.

#include "base/date.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::record {

inline constexpr std::size_t most_document_bytes = 25 * 1024 * 1024;

struct Document {
  std::string ref;  // "DOCUMENT-7"
  std::string title;
  std::string file_name;
  std::string type;  // "application/pdf"
  std::int64_t size = 0;
  std::string sha256;
  base::Date dated;      // what the document is about, or when it was made
  std::string added_at;  // instant
  std::string added_by;
};

struct NewDocument {
  std::string title;
  std::string file_name;  // as the browser gave it
  std::string dated;      // as typed
  std::string bytes;
};

// The type of a file by its content, when that and its name agree.
// Errors: unsupported, saying which kinds will do.
[[nodiscard]] base::Result<std::string> document_type(std::string_view bytes,
                                                      std::string_view file_name);

// Errors: invalid, with every problem; conflict, when the same file is already here.
[[nodiscard]] base::Result<Document> add_document(store::Writer& writer, const Work& work,
                                                  const NewDocument& given);
[[nodiscard]] base::Result<Document> find_document(store::Reader& reader,
                                                   const std::string& authority_id,
                                                   const std::string& ref);
// Latest date first.
[[nodiscard]] std::vector<Document> documents(store::Reader& reader,
                                              const std::string& authority_id);
// Throws when a piece is missing or the hash does not fit: the database is damaged.
[[nodiscard]] std::string document_bytes(store::Reader& reader, const std::string& authority_id,
                                         const Document& document);

// "1.4 MB".
[[nodiscard]] std::string size_text(std::int64_t bytes);

// Puts the nodes of all documents on the line anew, for `throughline rebuild`.
void rebuild_document_nodes(store::Writer& writer, const std::string& authority_id);

}  // namespace throughline::record
