#include "hear/case_row.hpp"
#include "hear/complaint/complaint_row.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "store/bulk.hpp"
#include "store/search_index.hpp"

namespace throughline::hear {
namespace {

void insert_cases(store::Writer& writer, const std::string& authority_id,
                  std::span<const Arrival> arrivals) {
  std::vector<store::Values> rows;
  rows.reserve(arrivals.size());
  for (const auto& [found, submission_key] : arrivals) {
    rows.push_back({authority_id, found.ref, number_of(found.ref), found.receipt, submission_key,
                    std::string(to_text(found.kind)), found.service_ref,
                    std::string(to_text(found.relationship)), std::string(to_text(found.channel)),
                    base::to_text(found.received), found.received_at,
                    std::string(to_text(found.status)), found.officer_ref,
                    found.outcome ? std::string(to_text(*found.outcome)) : "", found.answer,
                    found.closed, found.version});
  }
  store::insert_rows(
      writer,
      "insert into cases (authority_id, ref, number, receipt, submission_key, kind, service_ref, "
      "relationship, channel, received, received_at, status, officer_ref, outcome, answer, closed, "
      "version)",
      rows);
}

void insert_words(store::Writer& writer, const std::string& authority_id,
                  std::span<const Arrival> arrivals) {
  std::vector<store::Values> rows;
  std::vector<std::pair<std::string, std::string>> texts;
  for (const auto& [found, submission_key] : arrivals) {
    rows.push_back({authority_id, found.ref, found.words});
    texts.emplace_back(found.ref, found.words);
  }
  store::insert_rows(writer, "insert into case_words (authority_id, case_ref, words)", rows);
  store::put_texts(writer, authority_id, "case", texts);
}

}  // namespace

record::Node case_node(const Case& found) {
  return {found.ref, title(found), base::to_text(found.received),
          std::string(to_text(found.status))};
}

void put_case_node(store::Writer& writer, const std::string& authority_id, const Case& found) {
  record::put_node(writer, authority_id, case_node(found));
}

void keep_arrivals(store::Writer& writer, const record::Work& work,
                   std::span<const Arrival> arrivals) {
  insert_cases(writer, work.authority_id, arrivals);
  insert_words(writer, work.authority_id, arrivals);
  begin_complaints(writer, work, arrivals);
  std::vector<record::Node> nodes;
  std::vector<record::NewEvent> events;
  for (const auto& [found, submission_key] : arrivals) {
    nodes.push_back(case_node(found));
    events.push_back(
        {found.ref,
         "received",
         {{"kind", std::string(label(found.kind))}, {"by", std::string(label(found.channel))}},
         ""});
  }
  record::put_nodes(writer, work.authority_id, nodes);
  record::append_events(writer, work, events);
}

}  // namespace throughline::hear
