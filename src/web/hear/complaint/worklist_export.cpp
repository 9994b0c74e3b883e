#include "formats/csv.hpp"
#include "hear/complaint/worklist.hpp"
#include "record/event.hpp"
#include "web/hear/complaint/worklist_page.hpp"
#include "web/page.hpp"

#include <memory>
#include <sstream>

namespace throughline::web {
namespace {

constexpr std::size_t complaints_in_piece = 500;
constexpr std::size_t longest_ref = 40;  // anything longer is no officer, service or list of ours

std::string said(const std::optional<base::Date>& day) {
  return day ? base::to_text(*day) : "";
}

std::string_view waits(hear::Waiting waiting) {
  switch (waiting) {
    case hear::Waiting::late:
      return "late";
    case hear::Waiting::today:
      return "today";
    case hear::Waiting::this_week:
      return "next 7 days";
    case hear::Waiting::later:
      return "later";
    case hear::Waiting::undated:
      return "no date yet";
  }
  return {};
}

// Nothing of what people said, and nothing of who they are.
std::vector<std::string> row_of(const hear::WorkItem& item, base::Date today) {
  const auto& complaint = item.complaint;
  return {item.case_ref,
          base::to_text(complaint.begun),
          item.service_name,
          item.officer_name,
          std::string(hear::to_text(complaint.complexity)),
          std::string(hear::to_text(item.stands.stage)),
          std::string(hear::label(item.stands.next)),
          said(item.stands.due),
          std::string(waits(hear::waiting_of(item, today))),
          said(complaint.acknowledge_by),
          said(complaint.acknowledged),
          said(complaint.target_by),
          said(complaint.respond_by),
          base::to_text(complaint.period_ends)};
}

// Reads and writes one piece of the file at a time, whatever its length.
class Export {
 public:
  Export(store::Database& database, record::Actor actor, std::string authority_id,
         base::Instant now, base::Random& random, hear::WorkFilter filter)
      : database_(database),
        work_{std::move(authority_id), std::move(actor), now, random},
        filter_(std::move(filter)) {}

  bool next(std::string& piece) {
    std::ostringstream text;
    // The mark and the heading stand before the first piece only.
    formats::CsvWriter writer(text, formats::CsvFor::spreadsheets);
    writer.row({"reference", "received", "service", "officer", "complexity", "stage", "next step",
                "due", "when", "acknowledge by", "acknowledged", "our target", "answer by",
                "six months end"});
    const auto heading_ends = static_cast<std::size_t>(text.tellp());
    const auto found = database_.read([&](store::Reader& reader) {
      return hear::list_complaints(reader, work_, filter_, last_, hear::Beside::after,
                                   complaints_in_piece);
    });
    for (const auto& item : found.items) writer.row(row_of(item, work_.today()));
    if (!found.items.empty()) last_ = hear::place_of(found.items.back());
    piece += begun_ ? text.str().substr(heading_ends) : text.str();
    begun_ = true;
    return found.has_later;
  }

 private:
  store::Database& database_;
  record::Work work_;
  hear::WorkFilter filter_;
  std::optional<hear::WorkPlace> last_;
  bool begun_ = false;
};

}  // namespace

http::Response export_worklist(Call& call) {
  const auto& form = call.request.form;
  record::Details details;
  for (const auto* name : {"list", "officer", "service"}) {
    const auto value = form.get(name);
    if (!value.empty() && value.size() <= longest_ref) details.emplace_back(name, value);
  }
  call.database.write([&](store::Writer& writer) {
    record::append_event(writer, call.work, "complaints", "exported", details);
  });
  auto exporting = std::make_shared<Export>(call.database, call.work.actor, call.authority.id,
                                            call.work.now, call.work.random, work_filter(form));
  return http::Response::stream([exporting](std::string& piece) { return exporting->next(piece); },
                                "text/csv; charset=utf-8", "complaints.csv");
}

}  // namespace throughline::web
