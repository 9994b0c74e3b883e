#pragma once

// The library: published assessments of other councils, kept by this one, with their statements to
// search and filter. A statement is a node of the line (ELSEWHERE-12), so that it can be shown as
// evidence. How a sentence was read is a suggestion: a person corrects it, the first reading is
// kept beside the correction, and the share corrected is shown. The words themselves never change.

#include "base/result.hpp"
#include "judge/elsewhere/page.hpp"
#include "judge/elsewhere/reader.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace throughline::judge::elsewhere {

struct LibraryPage {
  std::string ref;        // "PAGE-3"
  std::string kind;       // "section", "summary", "about"
  std::string council;    // empty until someone names it
  std::string statement;  // key; of a section
  std::optional<int> score;
  std::optional<int> percent;
  std::string rating;
  std::string published;
  bool indicative = false;
  std::string commitment;
  std::string expectation;
  std::string file_name;
  std::string added;
  std::int64_t version = 0;
  std::int64_t statements = 0;
};

struct LibraryStatement {
  std::string ref;  // "ELSEWHERE-12"
  std::string page_ref;
  std::string council;
  std::string statement;
  std::optional<int> score;
  int position = 0;
  std::string heading;
  std::string words;
  std::vector<Voice> voices;
  Polarity polarity = Polarity::unclear;
  std::vector<std::string> topics;
  std::vector<Voice> read_voices;  // as the program read it
  Polarity read_polarity = Polarity::unclear;
  std::vector<std::string> read_topics;
  std::vector<std::string> programmes;
  std::vector<Figure> figures;
  double confidence = 0;
  std::vector<std::string> cues;
  bool corrected = false;
  std::int64_t version = 0;
};

struct LibraryImport {
  std::vector<std::string> added;  // refs of pages
  int already_here = 0;
  std::vector<base::Error> errors;  // of pages in the file that could not be used
};

// Keeps the pages of one file. A page that is here already is not kept twice.
// Errors: what Reader::read says, when the file gives no page at all.
[[nodiscard]] base::Result<LibraryImport> import_file(store::Writer& writer,
                                                      const record::Work& work,
                                                      const Reader& reader,
                                                      const std::string& file_name,
                                                      std::string_view bytes);

// By council, then statement in the framework's order; pages without a council first.
[[nodiscard]] std::vector<LibraryPage> library_pages(store::Reader& reader,
                                                     const std::string& authority_id);
[[nodiscard]] base::Result<LibraryPage> find_library_page(store::Reader& reader,
                                                          const std::string& authority_id,
                                                          const std::string& ref);

// A line of a page beside its statements: kind "paragraph", "score", "fact" or "problem".
struct LibraryLine {
  std::string kind;
  std::string name;  // heading, key of statement, or name of the fact
  std::string words;
  std::string year;
};
[[nodiscard]] std::vector<LibraryLine> library_lines(store::Reader& reader,
                                                     const std::string& authority_id,
                                                     const std::string& page_ref);

// Says which council a page is of.
// Errors: not_found; invalid, without a name; conflict, when someone else named it meanwhile.
[[nodiscard]] base::Result<LibraryPage> name_council(store::Writer& writer,
                                                     const record::Work& work,
                                                     const std::string& ref, std::int64_t version,
                                                     const std::string& council);

struct StatementFilter {
  std::string page_ref = {};
  std::string council = {};
  std::string statement = {};
  std::optional<int> score = {};
  std::optional<Voice> voice = {};
  std::optional<Polarity> polarity = {};
  std::string topic = {};
  std::string search = {};
};
// In the order of pages and sentences. `after` is how many to pass over.
[[nodiscard]] std::vector<LibraryStatement> library_statements(store::Reader& reader,
                                                               const std::string& authority_id,
                                                               const StatementFilter& filter,
                                                               int limit, int after);
[[nodiscard]] std::int64_t count_statements(store::Reader& reader, const std::string& authority_id,
                                            const StatementFilter& filter);
[[nodiscard]] base::Result<LibraryStatement> find_library_statement(store::Reader& reader,
                                                                    const std::string& authority_id,
                                                                    const std::string& ref);
// Councils and topics that are there, to choose from.
[[nodiscard]] std::vector<std::string> library_councils(store::Reader& reader,
                                                        const std::string& authority_id);
[[nodiscard]] std::vector<std::string> library_topics(store::Reader& reader,
                                                      const std::string& authority_id);

struct Correction {
  std::vector<std::string> voices = {};  // as a form gives them
  std::string polarity = {};
  std::vector<std::string> topics = {};
};
// Errors: not_found; invalid, with every problem; conflict, when someone corrected it meanwhile.
[[nodiscard]] base::Result<LibraryStatement> correct_statement(store::Writer& writer,
                                                               const record::Work& work,
                                                               const std::string& ref,
                                                               std::int64_t version,
                                                               const Correction& correction);

struct CorrectedShare {
  std::int64_t statements = 0;
  std::int64_t corrected = 0;
};
[[nodiscard]] CorrectedShare corrected_share(store::Reader& reader,
                                             const std::string& authority_id);

// Puts the nodes and the searched words of all statements back from what is known of them, for
// `throughline rebuild`.
void rebuild_library(store::Writer& writer, const std::string& authority_id);

}  // namespace throughline::judge::elsewhere
