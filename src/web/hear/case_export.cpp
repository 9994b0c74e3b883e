#include "formats/csv.hpp"
#include "record/event.hpp"
#include "understand/understand.hpp"
#include "web/hear/case_filter.hpp"
#include "web/hear/case_list_page.hpp"
#include "web/page.hpp"

#include <memory>
#include <sstream>

namespace throughline::web {

namespace {

constexpr std::size_t cases_in_piece = 500;

std::vector<std::string> row_of(const hear::Case& found, const std::string& themes) {
  return {found.ref,
          base::to_text(found.received),
          std::string(hear::to_text(found.kind)),
          found.service_name,
          std::string(hear::to_text(found.relationship)),
          std::string(hear::to_text(found.channel)),
          std::string(hear::to_text(found.status)),
          found.closed,
          found.outcome ? std::string(hear::to_text(*found.outcome)) : "",
          themes,
          found.words,
          found.answer};
}

// Reads and writes one piece of the file at a time, whatever its length.
class Export {
 public:
  Export(store::Database& database, std::string authority_id, AskedFor asked)
      : database_(database), authority_id_(std::move(authority_id)), asked_(std::move(asked)) {}

  bool next(std::string& piece) {
    std::ostringstream text;
    // The mark and the heading stand before the first piece only.
    formats::CsvWriter writer(text, formats::CsvFor::spreadsheets);
    writer.row({"reference", "received", "kind", "service", "relationship", "channel", "status",
                "closed", "outcome", "themes", "words", "answer"});
    const auto heading_ends = static_cast<std::size_t>(text.tellp());
    std::size_t written = 0;
    database_.read([&](store::Reader& reader) {
      for (const auto& found : hear::cases_after(reader, authority_id_, asked_.filter, asked_.order,
                                                 last_, cases_in_piece)) {
        std::string themes;
        for (const auto& theme : understand::themes_of(reader, authority_id_, found.ref)) {
          themes += (themes.empty() ? "" : "; ") + theme.name;
        }
        writer.row(row_of(found, themes));
        written_last_ = found.ref;
        ++written;
      }
    });
    piece += begun_ ? text.str().substr(heading_ends) : text.str();
    begun_ = true;
    last_ = written_last_;
    return written == cases_in_piece;
  }

 private:
  store::Database& database_;
  std::string authority_id_;
  AskedFor asked_;
  std::optional<std::string> last_;
  std::string written_last_;
  bool begun_ = false;
};

}  // namespace

http::Response export_cases(Call& call) {
  auto asked = asked_for(call.request.form);
  // What was searched for can be someone's name, so the history only says that there was a search.
  record::Details details;
  for (const auto& [name, value] : fields_of(asked)) {
    details.emplace_back(name, name == "search" ? "used" : value);
  }
  call.database.write([&](store::Writer& writer) {
    record::append_event(writer, call.work, "cases", "exported", details);
  });
  auto exporting = std::make_shared<Export>(call.database, call.authority.id, std::move(asked));
  return http::Response::stream([exporting](std::string& piece) { return exporting->next(piece); },
                                "text/csv; charset=utf-8", "cases.csv");
}

}  // namespace throughline::web
